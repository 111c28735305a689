/** An edit that can be taken back. */
export interface Undoable {
  /** Takes it back; answers a message if that can no longer be done. */
  undo(): Promise<string | undefined>;
}

/** The last edits of this page, the newest on top. */
export interface Undos {
  add(edit: Undoable): void;
  take(): Undoable | undefined;
}

const kept = 50;

/** Starts without any. */
export function createUndos(): Undos {
  const edits: Undoable[] = [];
  return {
    add(edit) {
      edits.push(edit);
      if (edits.length > kept) edits.shift();
    },
    take: () => edits.pop(),
  };
}
