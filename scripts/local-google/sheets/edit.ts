import { invalidArgument } from '../errors.ts';
import type { Context, Principal } from '../service.ts';
import type { Formulas } from './formulas.ts';
import type { Cell, Row, SheetState, SpreadsheetState } from './model.ts';

/**
 * A working copy of one spreadsheet, on which the requests of one batch act in turn. Nothing of
 * it is seen by others until `result()` is stored; a batch that fails is dropped with its copy.
 *
 * These primitives check nothing but that the tab exists: who may edit is asked of
 * `requireEditable` by those who call them, since only they know the whole range they touch.
 */
export interface Edit {
  readonly context: Context;
  readonly principal: Principal;
  readonly formulas: Formulas;
  /** The working copy as it is now. Do not keep it across a change. */
  spreadsheet(): SpreadsheetState;
  /** The same to keep: later changes do not touch it. It costs a copy of each tab written next. */
  snapshot(): SpreadsheetState;
  /** Replaces members of the spreadsheet. */
  changeSpreadsheet(members: Partial<SpreadsheetState>): void;
  /** The tab as it is now. Throws 400 `No grid with id: …`. */
  sheet(sheetId: number): SheetState;
  /** Replaces members of a tab. Lists given here are shared from then on: never change them. */
  changeSheet(sheetId: number, members: Partial<SheetState>): void;
  cell(sheetId: number, row: number, column: number): Cell | undefined;
  /** Indexes of a tab's rows that have a formula, in a cell or in a rule; remembered as long as the rows stay. */
  rowsWithFormulas(sheetId: number): readonly number[];
  /** Puts a whole cell; `undefined` empties it. The caller made sure that the grid reaches there. */
  setCell(sheetId: number, row: number, column: number, cell: Cell | undefined): void;
  /** Puts a whole row, which is shared from then on: never change it. */
  setRow(sheetId: number, row: number, cells: Row): void;
}

/** An edit with the two calls that belong to the one who runs it. */
export interface OwnedEdit extends Edit {
  /** To be called between two requests: what was written so far is shared from now on. */
  settle(): void;
  /** What the requests made of the spreadsheet. */
  result(): SpreadsheetState;
}

/** Which rows have formulas, of those that were looked at: neither rows nor lists that are shared ever change. */
export interface FormulaRows {
  readonly rows: WeakMap<Row, boolean>;
  readonly lists: WeakMap<readonly Row[], readonly number[]>;
}

export function noFormulaRows(): FormulaRows {
  return { rows: new WeakMap(), lists: new WeakMap() };
}

const emptyRow: Row = [];

/** A working copy of `original`; see {@link Edit}. */
export function createEdit({
  original,
  context,
  principal,
  formulas,
  formulaRows = noFormulaRows(),
}: {
  original: SpreadsheetState;
  context: Context;
  principal: Principal;
  formulas: Formulas;
  formulaRows?: FormulaRows;
}): OwnedEdit {
  let current = original;
  const byId = new Map(original.sheets.map((sheet) => [sheet.properties.sheetId, sheet]));
  /** Lists of rows that no one else holds, by tab: they may be written in place. */
  const ownLists = new Map<number, Row[]>();
  /** Rows that no one else holds, by themselves. */
  let ownRows = new WeakMap<Row, (Cell | undefined)[]>();

  function changeSpreadsheet(members: Partial<SpreadsheetState>): void {
    current = { ...current, ...members };
    if (!members.sheets) return;
    byId.clear();
    for (const sheet of current.sheets) byId.set(sheet.properties.sheetId, sheet);
    for (const [sheetId, list] of ownLists) {
      if (byId.get(sheetId)?.rows !== list) ownLists.delete(sheetId);
    }
  }

  function sheet(sheetId: number): SheetState {
    const found = byId.get(sheetId);
    if (!found) throw invalidArgument(`No grid with id: ${sheetId}`);
    return found;
  }

  function changeSheet(sheetId: number, members: Partial<SheetState>): void {
    const before = sheet(sheetId);
    const after = { ...before, ...members };
    changeSpreadsheet({ sheets: current.sheets.map((one) => (one === before ? after : one)) });
  }

  function ownListOf(sheetId: number): Row[] {
    const owned = ownLists.get(sheetId);
    if (owned) return owned;
    const rows = sheet(sheetId).rows.slice();
    changeSheet(sheetId, { rows });
    ownLists.set(sheetId, rows);
    return rows;
  }

  function setRow(sheetId: number, row: number, cells: Row): void {
    const rows = ownListOf(sheetId);
    while (rows.length < row) rows.push(emptyRow);
    rows[row] = cells;
  }

  function ownRowOf(sheetId: number, row: number): (Cell | undefined)[] {
    const before = ownListOf(sheetId)[row] ?? emptyRow;
    const owned = ownRows.get(before);
    if (owned) return owned;
    const copy = before.slice();
    ownRows.set(copy, copy);
    setRow(sheetId, row, copy);
    return copy;
  }

  function setCell(sheetId: number, row: number, column: number, cell: Cell | undefined): void {
    if (sheet(sheetId).rows[row]?.[column] === cell) return;
    const cells = ownRowOf(sheetId, row);
    formulaRows.rows.delete(cells);
    while (cells.length < column) cells.push(undefined);
    cells[column] = cell;
  }

  function holdsFormulas(row: Row): boolean {
    const known = formulaRows.rows.get(row) ?? row.some(hasFormula);
    formulaRows.rows.set(row, known);
    return known;
  }

  function rowsWithFormulas(sheetId: number): readonly number[] {
    const { rows } = sheet(sheetId);
    const isShared = ownLists.get(sheetId) !== rows;
    const known = isShared ? formulaRows.lists.get(rows) : undefined;
    if (known) return known;
    const found = rows.flatMap((row, index) => (holdsFormulas(row) ? [index] : []));
    if (isShared) formulaRows.lists.set(rows, found);
    return found;
  }

  return {
    context,
    principal,
    formulas,
    spreadsheet: () => current,
    snapshot: () => {
      ownLists.clear();
      ownRows = new WeakMap();
      return current;
    },
    changeSpreadsheet,
    sheet,
    changeSheet,
    cell: (sheetId, row, column) => sheet(sheetId).rows[row]?.[column],
    rowsWithFormulas,
    setCell,
    setRow,
    settle: () => {
      ownRows = new WeakMap();
    },
    result: () => current,
  };
}

function hasFormula(cell: Cell | undefined): boolean {
  if (!cell) return false;
  if (cell.value && 'formulaValue' in cell.value) return true;
  const values = cell.validation?.condition?.values ?? [];
  return values.some(({ userEnteredValue }) => userEnteredValue?.startsWith('='));
}
