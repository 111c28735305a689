/** What the page is told while it is open. */
export interface Listener {
  /** Something in the spreadsheet may have changed. */
  changed(): void;
  /** Whether changes of others are seen as they happen. */
  connected(isConnected: boolean): void;
}

/**
 * Listens for changes of a spreadsheet as long as the page can be seen: a browser keeps only six
 * connections to one server, and people keep many tabs open.
 */
export function listen(spreadsheetId: string, { changed, connected }: Listener): void {
  let source: EventSource | undefined;
  const open = () => {
    const opened = new EventSource('/__events');
    opened.onopen = () => {
      connected(true);
      changed();
    };
    opened.onerror = () => connected(false);
    opened.onmessage = ({ data }: MessageEvent<unknown>) => {
      if (typeof data === 'string' && data.includes(JSON.stringify(spreadsheetId))) changed();
    };
    source = opened;
  };
  document.addEventListener('visibilitychange', () => {
    source?.close();
    if (!document.hidden) open();
  });
  open();
}
