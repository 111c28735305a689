import { type Anchor, anchorOf } from './anchor.ts';
import type { View } from './view.ts';

/** The row of the open editor, and those of entries that wait to be sent. */
export interface RowAnchors {
  /** An editor opens: its row is remembered. */
  start(row: number, column: number): void;
  /** The editor's entry is to be sent: what is known of its row by then, until `done`. */
  take(): { readonly at: () => Anchor; readonly done: () => void } | undefined;
  /** What the person wrote into a row is no reason to look for it elsewhere. */
  written(from: number, row: number): void;
}

export function createRowAnchors(view: () => View): RowAnchors {
  const anchors = new Set<{ at: Anchor }>();
  let editing: { at: Anchor } | undefined;
  return {
    start(row, column) {
      if (editing) anchors.delete(editing);
      editing = { at: anchorOf(view(), row, column) };
      anchors.add(editing);
    },
    take() {
      const taken = editing;
      editing = undefined;
      return taken && { at: () => taken.at, done: () => void anchors.delete(taken) };
    },
    written(from, row) {
      for (const anchor of anchors) {
        const { at } = anchor;
        if (at.row === from) anchor.at = anchorOf(view(), row, at.column);
      }
    },
  };
}
