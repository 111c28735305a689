import type { CustomEditor, WorksheetInstance } from 'jspreadsheet-ce';
import { createChoiceList } from './choice-list.ts';

/** Where the editor gets its cells from; `x` and `y` count what is shown. */
export interface Editing {
  /** What the editor starts with, and what its drop-down offers. */
  cell(
    x: number,
    y: number,
  ): { readonly entered: string; readonly choices: Promise<readonly string[]> | undefined };
  paint(td: HTMLTableCellElement, x: number, y: number): void;
  /** Shows what was typed until Google has answered. */
  paintTyped(td: HTMLTableCellElement, x: number, y: number, text: string): void;
  /** Opens the editor of the selected cell. */
  open(): void;
}

export interface CellEditor {
  /** The editor of every column. */
  readonly type: CustomEditor;
  /** Makes ready for typing into a cell. */
  select(td: HTMLElement): void;
}

interface Open {
  readonly td: HTMLTableCellElement;
  readonly grid: WorksheetInstance;
}

/**
 * One field for all cells. It lies over the selected cell and has the focus before anybody types, so
 * that an input method for Chinese begins in it and loses no letter; typing only makes it visible.
 */
export function createCellEditor(host: HTMLElement, editing: Editing): CellEditor {
  const field = document.createElement('textarea');
  field.className = 'cell-field jss_object';
  field.rows = 1;
  field.spellcheck = false;
  field.tabIndex = -1;
  field.setAttribute('aria-label', '单元格');
  const list = createChoiceList(field);
  host.append(field, list.element);
  let open: Open | undefined;
  let isTouch = false;
  document.addEventListener('pointerdown', ({ pointerType }) => {
    isTouch = pointerType === 'touch';
  });

  const lieOver = (td: HTMLElement) => {
    const cell = td.getBoundingClientRect();
    const frame = host.getBoundingClientRect();
    field.style.left = `${cell.left - frame.left + host.scrollLeft}px`;
    field.style.top = `${cell.top - frame.top + host.scrollTop}px`;
    field.style.minWidth = `${cell.width}px`;
    field.style.minHeight = `${cell.height}px`;
  };
  const close = (saves: boolean) => {
    if (open) open.grid.closeEditor(open.td, saves);
  };
  const hide = () => {
    open = undefined;
    field.classList.remove('open');
    field.value = '';
    list.hide();
  };

  field.addEventListener('keydown', (event) => {
    if (!open || event.isComposing) return;
    const { grid } = open;
    const done = (saves: boolean, move: () => void) => {
      event.preventDefault();
      event.stopPropagation();
      close(saves);
      move();
    };
    if (event.key === 'Enter' && (event.altKey || event.ctrlKey)) {
      field.setRangeText('\n', field.selectionStart, field.selectionEnd, 'end');
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter') {
      list.take();
      done(true, () => (event.shiftKey ? grid.up() : grid.down()));
    } else if (event.key === 'Tab') {
      list.take();
      done(true, () => (event.shiftKey ? grid.left() : grid.right()));
    } else if (event.key === 'Escape') {
      done(false, () => undefined);
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && list.isShown()) {
      list.move(event.key === 'ArrowDown' ? 1 : -1);
      event.preventDefault();
    }
  });
  field.addEventListener('input', () => {
    if (open) list.narrow(field.value);
    else editing.open();
  });
  field.addEventListener('blur', () => close(true));

  const type: CustomEditor = {
    createCell(td, _value, x, y) {
      editing.paint(td, x, y);
      return td;
    },
    updateCell(td, value, x, y) {
      editing.paintTyped(td, x, y, String(value ?? ''));
      return value;
    },
    openEditor(td, _value, x, y, grid, _column, event) {
      const { entered, choices } = editing.cell(x, y);
      open = { td, grid };
      lieOver(td);
      field.classList.add('open');
      if (field.value === '' && !startsBlank(event)) field.value = entered;
      field.focus({ preventScroll: true });
      field.setSelectionRange(field.value.length, field.value.length);
      const opened = open;
      void choices?.then((items) => {
        if (open === opened) list.show(items, { above: isLow(td) });
      });
    },
    closeEditor(_td, saves) {
      const text = field.value;
      hide();
      return saves ? text : undefined;
    },
  };

  return {
    type,
    select(td) {
      if (open) return;
      lieOver(td);
      // On a telephone the focus would bring up the keyboard.
      if (!isTouch) field.focus({ preventScroll: true });
    },
  };
}

/** Typing replaces what was there; F2, Enter and a double click edit it. */
function startsBlank(event: Event | undefined): boolean {
  return event instanceof KeyboardEvent && event.key !== 'F2' && event.key !== 'Enter';
}

/** Whether there is no room for a list below the cell. */
function isLow(td: HTMLElement): boolean {
  return window.innerHeight - td.getBoundingClientRect().bottom < 300;
}
