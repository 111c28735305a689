import { columnName } from '../a1.ts';
import type { EffectiveValue, SheetState, SpreadsheetState } from '../model.ts';
import { createCells } from './cells.ts';
import { type Calculate, type Place, tabName } from './engine.ts';
import { effectiveError } from './error-values.ts';
import type { LookupIndexes } from './lookup-index.ts';
import type { Memory } from './memory.ts';
import { cellMark, mayBeEmpty, type Prepared, prepare } from './rewrite.ts';
import type { PlacedRange, ReadCell, Scope } from './scope.ts';
import type { Version } from './versions.ts';

/** One formula to compute, where it stands, and how far it was moved from where it was written. */
export interface FormulaCell extends ReadCell {
  readonly formula: string;
  readonly rowShift?: number;
  readonly columnShift?: number;
  /** The column it is computed for, if it stands in another. */
  readonly forColumn?: number;
}

/** The results, and what they depend on. */
export interface Solution {
  /** The result of the formula in a cell, if it was computed. */
  valueOf(sheet: SheetState, row: number, column: number): EffectiveValue | undefined;
  readonly reads: ReadonlyMap<SheetState, Version>;
  readonly usesTime: boolean;
  /**
   * Whether the result depends on constants of its own row and on other tabs alone. It holds as long
   * as these stay the same, whatever happens to the other rows of its tab.
   */
  isLocal(sheet: SheetState, row: number, column: number): boolean;
}

/** Results of an earlier version that still hold, and what they depend on. */
export interface Earlier {
  valueOf(cell: ReadCell): EffectiveValue | undefined;
  readonly reads: Iterable<readonly [SheetState, Version]>;
}

interface Tools {
  readonly calculate: Calculate;
  readonly lookups: LookupIndexes;
  readonly memory: Memory;
  readonly versionOf: (sheet: SheetState) => Version;
}

interface Job {
  readonly cell: FormulaCell;
  readonly mayBeEmpty: boolean;
  readonly prepared: Prepared;
  readonly memoryKey: string | undefined;
}

/**
 * Computes formulas with whatever they reach. Only the cells they reach are given to the engine,
 * and only those formulas whose inputs were not met before.
 */
export function solve(
  spreadsheet: SpreadsheetState,
  wanted: readonly FormulaCell[],
  now: number,
  tools: Tools,
  earlier?: Earlier,
): Solution {
  const reads = new Map<SheetState, Version>(earlier?.reads);
  let usesTime = false;
  const local = createCells<true>();
  const results = createCells<EffectiveValue>();
  const reached = createCells<true>();
  const constants: (ReadCell & { readonly value: EffectiveValue })[] = [];
  const remembered: ReadCell[] = [];
  const jobs: Job[] = [];
  const readRanges = new Set<string>();
  const queued = createCells<true>();
  const queue: FormulaCell[] = [];

  function enqueue(cell: FormulaCell): void {
    if (queued.get(cell)) return;
    queued.set(cell, true);
    queue.push(cell);
  }

  function versionOf(sheet: SheetState): Version {
    const version = reads.get(sheet) ?? tools.versionOf(sheet);
    reads.set(sheet, version);
    return version;
  }

  function scopeOf(cell: FormulaCell, dependsOnMore: () => void): Scope {
    return {
      spreadsheet,
      sheet: cell.sheet,
      row: cell.row,
      column: cell.forColumn ?? cell.column,
      rowShift: cell.rowShift ?? 0,
      columnShift: cell.columnShift ?? 0,
      now,
      lookups: tools.lookups,
      version: (sheet) => {
        if (sheet === cell.sheet) dependsOnMore();
        return versionOf(sheet);
      },
      reads: versionOf,
      usesCell: ({ sheet, row }) => {
        if (sheet === cell.sheet && row !== cell.row) dependsOnMore();
      },
      usesTime: () => {
        usesTime = true;
        dependsOnMore();
      },
      countsEmptyRows: /COUNTBLANK|ROWS|COLUMNS/i.test(cell.formula),
    };
  }

  function start(cell: FormulaCell): void {
    versionOf(cell.sheet);
    const held = earlier?.valueOf(cell);
    if (held) {
      local.set(cell, true);
      results.set(cell, held);
      remembered.push(cell);
      return;
    }
    const parts = tools.memory.parse(cell.formula);
    if (!parts) {
      results.set(cell, effectiveError('#ERROR!'));
      remembered.push(cell);
      return;
    }
    let dependsOnMore = false;
    const scope = scopeOf(cell, () => {
      dependsOnMore = true;
    });
    const prepared = prepare(parts, scope);
    if (!dependsOnMore && isOfOwnRow(cell, prepared)) local.set(cell, true);
    const memoryKey = keyOf(prepared);
    const known = knownResult(prepared, memoryKey, tools.memory);
    if (known) {
      results.set(cell, known);
      remembered.push(cell);
      return;
    }
    jobs.push({ cell, prepared, memoryKey, mayBeEmpty: mayBeEmpty(parts, prepared) });
    prepared.cells.forEach(reach);
    prepared.ranges.forEach(reachRange);
  }

  function reachRange(range: PlacedRange): void {
    const { sheet, startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
    const key = [
      sheet.properties.sheetId,
      startRowIndex,
      endRowIndex,
      startColumnIndex,
      endColumnIndex,
    ].join();
    if (readRanges.has(key)) return;
    readRanges.add(key);
    for (let row = startRowIndex; row < Math.min(endRowIndex, sheet.rows.length); row += 1) {
      const end = Math.min(endColumnIndex, sheet.rows[row]?.length ?? 0);
      for (let column = startColumnIndex; column < end; column += 1) reach({ sheet, row, column });
    }
  }

  function reach(cell: ReadCell): void {
    const value = cell.sheet.rows[cell.row]?.[cell.column]?.value;
    if (!value || reached.get(cell)) return;
    reached.set(cell, true);
    if ('formulaValue' in value) enqueue({ ...cell, formula: value.formulaValue });
    else constants.push({ ...cell, value });
  }

  wanted.forEach(enqueue);
  for (let cell = queue.pop(); cell; cell = queue.pop()) start(cell);

  const place = (cell: ReadCell): Place => ({
    tab: spreadsheet.sheets.indexOf(cell.sheet),
    row: cell.row,
    column: cell.column,
  });
  if (jobs.length > 0) {
    const computed = remembered.flatMap((cell) => {
      const value = reached.get(cell) && results.get(cell);
      return value ? [{ ...place(cell), value }] : [];
    });
    const values = tools.calculate({
      tabs: spreadsheet.sheets.length,
      constants: [...constants.map((cell) => ({ ...place(cell), value: cell.value })), ...computed],
      formulas: jobs.map((job) => ({ ...place(job.cell), text: textOf(job, place) })),
    });
    jobs.forEach(({ cell, memoryKey }, index) => {
      const value = values[index];
      if (!value) throw new Error('The engine gave fewer results than it was given formulas.');
      results.set(cell, value);
      if (memoryKey !== undefined) tools.memory.keep(memoryKey, value);
    });
  }
  return {
    valueOf: (sheet, row, column) => results.get({ sheet, row, column }),
    reads,
    usesTime,
    isLocal: (sheet, row, column) => local.get({ sheet, row, column }) === true,
  };
}

function isOfOwnRow(cell: FormulaCell, { cells, ranges, knowsItsPlace }: Prepared): boolean {
  return (
    !knowsItsPlace &&
    ranges.every((range) => range.sheet !== cell.sheet) &&
    cells.every(({ sheet, row, column }) => {
      if (sheet !== cell.sheet) return true;
      const value = sheet.rows[row]?.[column]?.value;
      return row === cell.row && !(value && 'formulaValue' in value);
    })
  );
}

/** Equal keys mean equal results: the text with the values of its cells in place of their addresses. */
function keyOf(prepared: Prepared): string | undefined {
  if (prepared.knowsItsPlace || prepared.ranges.length > 0) return undefined;
  const values: string[] = [];
  for (const { sheet, row, column } of prepared.cells) {
    const value = sheet.rows[row]?.[column]?.value;
    if (value && 'formulaValue' in value) return undefined;
    values.push(JSON.stringify(value ?? null));
  }
  return fillMarks(prepared.text, values);
}

function knownResult(
  { text, cells }: Prepared,
  memoryKey: string | undefined,
  memory: Memory,
): EffectiveValue | undefined {
  const [first] = cells;
  if (text === cellMark && first && !first.sheet.rows[first.row]?.[first.column]?.value) {
    return { stringValue: '' };
  }
  return memoryKey === undefined ? undefined : memory.recall(memoryKey);
}

/** The engine takes an empty cell for 0, and sometimes for an empty text; it shall be the latter. */
function textOf(job: Job, place: (cell: ReadCell) => Place): string {
  const { text, cells } = job.prepared;
  const addresses = cells.map((cell) => {
    const { tab, row, column } = place(cell);
    return `${tabName(tab)}!${columnName(column)}${row + 1}`;
  });
  const formula = fillMarks(text, addresses);
  return job.mayBeEmpty ? `LET(result_,${formula},IF(ISBLANK(result_),"",result_))` : formula;
}

function fillMarks(text: string, fillings: readonly string[]): string {
  return text
    .split(cellMark)
    .map((piece, index) => (index === 0 ? piece : `${fillings[index - 1]}${piece}`))
    .join('');
}
