import { type Area, areaName } from './a1.ts';
import { type Anchor, anchorOf } from './anchor.ts';
import type { View } from './view.ts';
import type { Typed } from './worksheet.ts';

/** The bar above the grid: where the selection is, and what its cell holds, to read and to edit. */
export interface EntryBar {
  select(view: View, area: Area): void;
  /** Shows the newest content, unless somebody is typing here. */
  refresh(view: View): void;
  /** Nothing is selected any more. */
  clear(): void;
}

/** @param typed is called with what was entered here */
export function createEntryBar(
  place: HTMLElement,
  entry: HTMLTextAreaElement,
  typed: (cells: readonly Typed[], from: Anchor) => void,
): EntryBar {
  let chosen: { row: number; column: number } | undefined;
  let from: Anchor | undefined;
  let before = '';

  const show = (view: View) => {
    if (!chosen || !view.rows.includes(chosen.row)) return;
    before = view.cellAt(chosen.row, chosen.column).entered;
    from = anchorOf(view, chosen.row, chosen.column);
    entry.value = before;
  };
  const commit = () => {
    if (!chosen || !from || entry.value === before) return;
    before = entry.value;
    typed([{ ...chosen, text: entry.value }], from);
  };
  // The grid listens to the whole document; what is typed here is not for it.
  for (const event of ['keydown', 'paste', 'contextmenu', 'touchstart']) {
    entry.addEventListener(event, (happened) => happened.stopPropagation());
  }
  entry.classList.add('jss_object');
  entry.addEventListener('keydown', (event) => {
    if (event.isComposing) return;
    if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      commit();
      entry.blur();
    }
    if (event.key === 'Escape') {
      entry.value = before;
      entry.blur();
    }
  });
  entry.addEventListener('blur', commit);

  return {
    select(view, area) {
      if (document.activeElement === entry) commit();
      chosen = { row: area.top, column: area.left };
      place.textContent = areaName(area);
      entry.disabled = false;
      show(view);
    },
    refresh(view) {
      if (document.activeElement !== entry) show(view);
    },
    clear() {
      chosen = undefined;
      from = undefined;
      place.textContent = '';
      entry.value = '';
      entry.disabled = true;
    },
  };
}
