import jspreadsheet, { type WorksheetInstance } from 'jspreadsheet-ce';
import type { Area } from './a1.ts';
import { createCellEditor } from './cell-editor.ts';
import { freeze } from './freeze.ts';
import { paint } from './paint.ts';
import type { Choices, View, ViewCell } from './view.ts';
import { openWorksheet, selectedArea, type Typed, type WorksheetEvents } from './worksheet.ts';

/** What people do in the grid; rows and columns are those of the tab. */
export interface Actions extends Omit<WorksheetEvents, 'typed' | 'selected' | 'editingEnded'> {
  /** Resolves when Google has answered and the newest view is shown. */
  typed(cells: readonly Typed[]): Promise<void>;
  selected(area: Area): void;
  choices(choices: Choices): Promise<readonly string[]>;
}

/** The grid of the page. */
export interface SheetGrid {
  /** Shows a view: changed cells only where the shape is the same. Waits while somebody types. */
  show(view: View): Promise<void>;
  /** Builds anew: after a drag the grid shows what it made of it, which Google may not have taken. */
  rebuild(view: View): Promise<void>;
  select(area: Area, options?: { readonly scrolls: boolean }): void;
  selection(): Area | undefined;
  isEditing(): boolean;
  edit(): void;
}

interface Drawn {
  readonly view: View;
  /** By shown row and column: the signature of what the page has painted. */
  readonly painted: string[][];
}

interface Shown extends Drawn {
  readonly worksheet: WorksheetInstance;
}

const rowHeadWidth = 50;

/** Stands for a cell that shows what was typed, before Google has answered. No cell has this signature. */
const unsent = '';

/** Makes the grid in `host`, which scrolls. */
export function createSheetGrid(host: HTMLElement, actions: Actions): SheetGrid {
  let shown: Shown | undefined;
  let drawn: Drawn | undefined;
  let waiting: View | undefined;
  let sending = 0;
  let drawing = Promise.resolve();

  const cellOf = (view: View, x: number, y: number): ViewCell =>
    view.cellAt(view.rows[y] ?? 0, view.columns[x] ?? 0);

  const inTurn = (draw: () => Promise<void>): Promise<void> => {
    drawing = drawing.catch(() => undefined).then(draw);
    return drawing;
  };

  const paintCell = ({ view, painted }: Drawn, td: HTMLTableCellElement, x: number, y: number) => {
    const cell = cellOf(view, x, y);
    paint(td, cell);
    const line = painted[y];
    if (line) line[x] = cell.signature;
  };

  /** Shows what had to wait while somebody typed. */
  const settle = () => {
    const view = waiting ?? shown?.view;
    waiting = undefined;
    if (view) void api.show(view);
  };
  const send = (cells: readonly Typed[]) => {
    sending += 1;
    void actions.typed(cells).finally(() => {
      sending -= 1;
      settle();
    });
  };

  const sheetPlace = document.createElement('div');
  sheetPlace.append(...host.childNodes);
  host.append(sheetPlace);
  const editor = createCellEditor(host, {
    cell(x, y) {
      if (!drawn) return { entered: '', choices: undefined };
      const { entered, choices } = cellOf(drawn.view, x, y);
      return { entered, choices: choices && actions.choices(choices) };
    },
    paint(td, x, y) {
      if (drawn) paintCell(drawn, td, x, y);
    },
    paintTyped(td, x, y, text) {
      if (!drawn) return;
      paint(td, { ...cellOf(drawn.view, x, y), text });
      const line = drawn.painted[y];
      if (line) line[x] = unsent;
    },
    open: () => api.edit(),
  });

  async function build(view: View): Promise<void> {
    const before = shown;
    const painted: string[][] = view.rows.map(() => []);
    drawn = { view, painted };
    const place = document.createElement('div');
    const worksheet = await openWorksheet(place, view, editor.type, {
      ...actions,
      typed: send,
      editingEnded: () => queueMicrotask(settle),
      selected(td, area) {
        editor.select(td);
        actions.selected(area);
      },
    });
    shown = { view, worksheet, painted };
    const { scrollTop, scrollLeft } = host;
    host.classList.toggle('no-lines', view.hidesLines);
    sheetPlace.replaceChildren(place);
    if (before) jspreadsheet.destroy(before.worksheet.parent.element);
    freeze(host, worksheet, view, rowHeadWidth);
    host.scrollTo({ top: scrollTop, left: scrollLeft, behavior: 'instant' });
  }

  function patch(current: Shown, view: View): void {
    const { worksheet, painted } = current;
    shown = { view, worksheet, painted };
    drawn = shown;
    for (const [y, row] of view.rows.entries()) {
      const line = painted[y] ?? [];
      const data = worksheet.options.data?.[y];
      for (const [x, column] of view.columns.entries()) {
        const cell = view.cellAt(row, column);
        const td = worksheet.records[y]?.[x]?.element;
        if (line[x] === cell.signature || !td || td === worksheet.edition?.[0]) continue;
        const isOwn = line[x] === unsent;
        if (isOwn && sending > 0) continue;
        line[x] = cell.signature;
        if (Array.isArray(data)) data[x] = cell.entered;
        paint(td, cell);
        if (!isOwn) flash(td);
      }
    }
  }

  const api: SheetGrid = {
    show: (view) =>
      inTurn(async () => {
        const current = shown;
        if (current?.view.shape === view.shape) patch(current, view);
        else if (current?.worksheet.edition) waiting = view;
        else await build(view);
      }),
    rebuild: (view) => inTurn(() => build(view)),
    select(area, { scrolls } = { scrolls: false }) {
      if (!shown) return;
      const { view, worksheet } = shown;
      const [left, right] = [view.columns.indexOf(area.left), view.columns.indexOf(area.right - 1)];
      const [top, bottom] = [view.rows.indexOf(area.top), view.rows.indexOf(area.bottom - 1)];
      if (left < 0 || top < 0) return;
      worksheet.updateSelectionFromCoords(left, top, Math.max(left, right), Math.max(top, bottom));
      if (scrolls) {
        worksheet.records[top]?.[left]?.element.scrollIntoView({
          block: 'center',
          inline: 'nearest',
        });
      }
    },
    selection() {
      const chosen = shown?.worksheet.getSelection();
      return shown && chosen ? selectedArea(shown.view, chosen.map(Number)) : undefined;
    },
    isEditing: () => Boolean(shown?.worksheet.edition),
    edit() {
      const chosen = shown?.worksheet.getSelection();
      const td =
        chosen && shown?.worksheet.records[Number(chosen[1])]?.[Number(chosen[0])]?.element;
      if (td) shown?.worksheet.openEditor(td);
    },
  };
  return api;
}

/** Lets the eye find what has just changed. */
function flash(td: HTMLElement): void {
  td.classList.remove('changed');
  // Reading the width makes the browser see the class gone, so that the animation starts again.
  void td.offsetWidth;
  td.classList.add('changed');
}
