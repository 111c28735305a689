import type { Area } from './a1.ts';
import { type CopiedArea, cellsFrom, type Edits } from './edits.ts';
import { asTabSeparated } from './tab-separated.ts';
import { shownWithin, type View } from './view.ts';

/** Copy, cut and paste: between cells as cells, from and to other programs as text. */
export interface Clipboard {
  paste(row: number, column: number, texts: readonly (readonly string[])[]): void;
}

export function createClipboard(options: {
  readonly view: () => View;
  readonly edits: Edits;
  /** What is selected in the grid; undefined while somebody types. */
  readonly selection: () => Area | undefined;
}): Clipboard {
  const { view, edits, selection } = options;
  let copied: (CopiedArea & { readonly text: string }) | undefined;
  let pastedText = '';

  const copy = (event: ClipboardEvent) => {
    const area = selection();
    if (!area || !isInGrid(event.target)) return;
    const { rows, columns } = shownWithin(view(), area);
    const texts = rows.map((row) => columns.map((column) => view().cellAt(row, column).text));
    const text = asTabSeparated(texts);
    copied = { sheetId: view().sheetId, area, isCut: event.type === 'cut', texts, text };
    event.clipboardData?.setData('text/plain', text);
    event.preventDefault();
  };
  document.addEventListener('copy', copy);
  document.addEventListener('cut', copy);
  document.addEventListener(
    'paste',
    (event) => {
      pastedText = event.clipboardData?.getData('text') ?? '';
    },
    { capture: true },
  );

  return {
    paste(row, column, texts) {
      const to = {
        top: row,
        bottom: row + texts.length,
        left: column,
        right: column + Math.max(...texts.map((line) => line.length)),
      };
      const source = copied?.text === pastedText ? copied : undefined;
      if (source?.isCut) copied = undefined;
      void (source ? edits.paste(to, source) : edits.type(cellsFrom(to, texts)));
    },
  };
}

function isInGrid(target: EventTarget | null): boolean {
  return (
    target instanceof Element && (target === document.body || target.closest('#grid') !== null)
  );
}
