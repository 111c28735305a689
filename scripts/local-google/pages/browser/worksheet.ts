import jspreadsheet, { type CustomEditor, type WorksheetInstance } from 'jspreadsheet-ce';
import { type Area, columnLetters } from './a1.ts';
import { shownMerges } from './shown-merges.ts';
import type { View } from './view.ts';

/** A cell and what a person typed into it. */
export interface Typed {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export interface MenuItem {
  readonly title: string;
  readonly run: () => void;
}

/** What happens in a worksheet; rows and columns are those of the tab. */
export interface WorksheetEvents {
  editingStarted(row: number, column: number): void;
  editingEnded(): void;
  typed(cells: readonly Typed[]): void;
  pasted(row: number, column: number, texts: readonly (readonly string[])[]): void;
  /** @param td the cell of the selection that is typed into */
  selected(td: HTMLTableCellElement, area: Area): void;
  columnMoved(from: number, to: number): void;
  rowMoved(from: number, to: number): void;
  columnResized(column: number, width: number): void;
  /** The menu of a right click; a thin line stands between two groups. */
  menu(area: Area): readonly (readonly MenuItem[])[];
}

/**
 * Makes the library's worksheet for a view. It only shows, selects, edits and drags; all that changes
 * the spreadsheet is an event, and the library's own sorting, formulas, inserting and undo are off.
 */
export async function openWorksheet(
  place: HTMLDivElement,
  view: View,
  editor: CustomEditor,
  events: WorksheetEvents,
): Promise<WorksheetInstance> {
  const selected = (instance: WorksheetInstance) => {
    const chosen = instance.getSelection();
    return chosen ? selectedArea(view, chosen.map(Number)) : undefined;
  };
  const worksheet = await new Promise<WorksheetInstance>((resolve) => {
    jspreadsheet(place, {
      parseFormulas: false,
      contextMenu: (instance) => {
        const area = selected(instance);
        return area ? menuItems(events.menu(area)) : undefined;
      },
      oneditionstart: (_instance, _td, x, y) =>
        events.editingStarted(view.rows[y] ?? 0, view.columns[x] ?? 0),
      oneditionend: () => events.editingEnded(),
      onafterchanges: (_instance, changes) =>
        events.typed(
          changes.map(({ x, y, value }) => ({
            row: view.rows[Number(y)] ?? 0,
            column: view.columns[Number(x)] ?? 0,
            text: String(value),
          })),
        ),
      onbeforepaste: (_instance, texts, x, y) => {
        events.pasted(
          view.rows[Number(y)] ?? 0,
          view.columns[Number(x)] ?? 0,
          texts.map((line) => line.map(({ value }) => String(value))),
        );
        return false;
      },
      onselection: (instance, left, top, right, bottom, origin) => {
        const [x, y] = (instance.selectedCell ?? [left, top]).map(Number);
        const td = instance.records[y ?? top]?.[x ?? left]?.element;
        const end = instance.records[bottom]?.[right]?.element;
        if (!(origin instanceof MouseEvent)) {
          end?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
        }
        if (td) events.selected(td, selectedArea(view, [left, top, right, bottom]));
      },
      onmovecolumn: (_instance, from, to) =>
        events.columnMoved(view.columns[from] ?? 0, view.columns[to] ?? 0),
      onmoverow: (_instance, from, to) => events.rowMoved(view.rows[from] ?? 0, view.rows[to] ?? 0),
      onresizecolumn: (_instance, x, width) => {
        const widths = [width].flat();
        for (const [at, one] of [x].flat().entries()) {
          events.columnResized(view.columns[one] ?? 0, Number(widths[at] ?? widths[0]));
        }
      },
      onload: ({ worksheets: [made] }) => {
        if (made) resolve(made);
      },
      worksheets: [
        {
          data: view.rows.map((row) =>
            view.columns.map((column) => view.cellAt(row, column).entered),
          ),
          columns: view.columns.map((column, x) => ({
            type: editor,
            title: columnLetters(column),
            width: view.widths[x] ?? 100,
            wordWrap: false,
            align: 'center',
          })),
          rows: view.rows.map((row) => ({ title: String(row + 1) })),
          mergeCells: shownMerges(view),
          columnSorting: false,
          columnDrag: true,
          rowDrag: true,
          rowResize: false,
          selectionCopy: false,
          allowInsertRow: false,
          allowInsertColumn: false,
          allowDeleteRow: false,
          allowDeleteColumn: false,
          allowRenameColumn: false,
          allowComments: false,
        },
      ],
    });
  });
  // Merging cells selects them.
  worksheet.resetSelection();
  return worksheet;
}

/** The area of a selection: left, top, right and bottom as counted in what is shown. */
export function selectedArea(
  { rows, columns }: View,
  [left = 0, top = 0, right = 0, bottom = 0]: readonly number[],
): Area {
  return {
    top: rows[top] ?? 0,
    bottom: (rows[bottom] ?? 0) + 1,
    left: columns[left] ?? 0,
    right: (columns[right] ?? 0) + 1,
  };
}

function menuItems(groups: readonly (readonly MenuItem[])[]): jspreadsheet.ContextMenuItem[] {
  return groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => [
      ...(index > 0 ? [{ type: 'line' as const, title: '' }] : []),
      ...group.map(({ title, run }) => ({ title, onclick: run })),
    ]);
}
