import { TZDate } from '@date-fns/tz';
import type { Clock } from '#platform/clock.ts';
import { createEngine } from './formulas/engine.ts';
import { createLookupIndexes } from './formulas/lookup-index.ts';
import { createMemory } from './formulas/memory.ts';
import { type Earlier, type FormulaCell, type Solution, solve } from './formulas/solve.ts';
import { createVersions, type Version } from './formulas/versions.ts';
import type { EffectiveValue, SheetState, SpreadsheetState } from './model.ts';

/** The value a cell shows; an empty one shows an empty text. */
export type ValueOf = (sheetId: number, row: number, column: number) => EffectiveValue;

export interface Formulas {
  /**
   * The values of one version of a spreadsheet. Nothing is computed until a cell with a formula is
   * asked for; then all formulas of its tab are, together with what they reach. Results are kept as
   * long as the tabs they depend on stay the same.
   */
  evaluate(spreadsheet: SpreadsheetState): ValueOf;
  /**
   * What a formula gives that stands in no cell: that of a conditional format or of a validation rule,
   * written as for the cell `origin` and applied to the cell `at`.
   */
  apply(
    spreadsheet: SpreadsheetState,
    formula: { readonly text: string; readonly sheetId: number; readonly origin: CellPlace },
    at: CellPlace,
  ): EffectiveValue;
  /** The present moment as a serial number in the spreadsheet's time zone. */
  now(spreadsheet: SpreadsheetState): number;
}

export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface KeptSolution {
  readonly solution: Solution;
  /** The tab it is of, as it was. */
  readonly sheet: SheetState;
  readonly namedRanges: SpreadsheetState['namedRanges'];
  readonly titles: string;
  readonly timeZone: string;
  readonly now: number;
}

const nothingShown: EffectiveValue = { stringValue: '' };

/** The spreadsheet's formulas, computed by IronCalc; `clock` is what TODAY and NOW go by. */
export function createFormulas({ clock }: { clock: Clock }): Formulas {
  const tools = {
    calculate: createEngine(),
    lookups: createLookupIndexes(),
    memory: createMemory(),
    versionOf: createVersions(),
  };
  const kept = new WeakMap<SheetState, KeptSolution>();
  /** The last solution of each tab, by the spreadsheet's id and its own. */
  const latest = new Map<string, KeptSolution>();

  function nowIn(spreadsheet: SpreadsheetState): number {
    return serialNow(clock.now(), spreadsheet.properties.timeZone);
  }

  function solutionOf(spreadsheet: SpreadsheetState, sheet: SheetState): Solution {
    const now = nowIn(spreadsheet);
    const isUnchanged = ([read, version]: readonly [SheetState, Version]) =>
      spreadsheet.sheets.includes(read) && tools.versionOf(read) === version;
    const before = kept.get(sheet);
    if (before && stillHolds(before, spreadsheet, now)) {
      if ([...before.solution.reads].every(isUnchanged)) return before.solution;
    }
    const key = `${spreadsheet.spreadsheetId}/${sheet.properties.sheetId}`;
    const earlier = earlierResults(latest.get(key), spreadsheet, sheet, isUnchanged);
    const solution = solve(spreadsheet, formulasOf(sheet), now, tools, earlier);
    const after = {
      solution,
      sheet,
      namedRanges: spreadsheet.namedRanges,
      titles: titlesOf(spreadsheet),
      timeZone: spreadsheet.properties.timeZone,
      now,
    };
    kept.set(sheet, after);
    latest.set(key, after);
    return solution;
  }

  return {
    now: nowIn,
    evaluate(spreadsheet) {
      const byId = new Map(spreadsheet.sheets.map((sheet) => [sheet.properties.sheetId, sheet]));
      const solutions = new Map<number, Solution>();
      return (sheetId, row, column) => {
        const sheet = byId.get(sheetId);
        const value = sheet?.rows[row]?.[column]?.value;
        if (!sheet || !value) return nothingShown;
        if (!('formulaValue' in value)) return value;
        const solution = solutions.get(sheetId) ?? solutionOf(spreadsheet, sheet);
        solutions.set(sheetId, solution);
        return solution.valueOf(sheet, row, column) ?? nothingShown;
      };
    },
    apply(spreadsheet, { text, sheetId, origin }, at) {
      const sheet = spreadsheet.sheets.find((one) => one.properties.sheetId === sheetId);
      if (!sheet) throw new Error(`There is no tab ${sheetId} to apply a formula to.`);
      // It must not stand on a cell it may read, so it stands in the column behind the last.
      const column = sheet.properties.gridProperties.columnCount;
      const cell: FormulaCell = {
        sheet,
        row: at.row,
        column,
        formula: text,
        rowShift: at.row - origin.row,
        columnShift: at.column - origin.column,
        forColumn: at.column,
      };
      const solution = solve(spreadsheet, [cell], nowIn(spreadsheet), tools);
      return solution.valueOf(sheet, at.row, column) ?? nothingShown;
    },
  };
}

function formulasOf(sheet: SheetState): FormulaCell[] {
  return sheet.rows.flatMap((cells, row) =>
    cells.flatMap((cell, column) => {
      const value = cell?.value;
      return value && 'formulaValue' in value
        ? [{ sheet, row, column, formula: value.formulaValue }]
        : [];
    }),
  );
}

function stillHolds(before: KeptSolution, spreadsheet: SpreadsheetState, now: number): boolean {
  const minute = (serial: number) => Math.floor(serial * 1440);
  return (
    hasSameNames(before, spreadsheet) &&
    (!before.solution.usesTime ||
      (before.timeZone === spreadsheet.properties.timeZone && minute(before.now) === minute(now)))
  );
}

function hasSameNames(before: KeptSolution, spreadsheet: SpreadsheetState): boolean {
  return before.namedRanges === spreadsheet.namedRanges && before.titles === titlesOf(spreadsheet);
}

/** The results of rows that are as they were, if all other tabs they depend on are too. */
function earlierResults(
  before: KeptSolution | undefined,
  spreadsheet: SpreadsheetState,
  sheet: SheetState,
  isUnchanged: (read: readonly [SheetState, Version]) => boolean,
): Earlier | undefined {
  const rows = before?.solution.reads.get(before.sheet)?.rows;
  if (!before || !rows || !hasSameNames(before, spreadsheet)) return undefined;
  const others = [...before.solution.reads].filter(([read]) => read !== before.sheet);
  if (!others.every(isUnchanged)) return undefined;
  return {
    reads: others,
    valueOf: ({ sheet: home, row, column }) =>
      home === sheet &&
      rows[row] === sheet.rows[row] &&
      before.solution.isLocal(before.sheet, row, column)
        ? before.solution.valueOf(before.sheet, row, column)
        : undefined,
  };
}

function titlesOf(spreadsheet: SpreadsheetState): string {
  return JSON.stringify(spreadsheet.sheets.map((sheet) => sheet.properties.title));
}

const millisecondsOfDay = 86_400_000;

/** Days since 30 December 1899 on the wall clock of the time zone, to the second. */
function serialNow(moment: Date, timeZone: string): number {
  const there = new TZDate(moment.getTime(), timeZone);
  const wallClock = Date.UTC(
    there.getFullYear(),
    there.getMonth(),
    there.getDate(),
    there.getHours(),
    there.getMinutes(),
    there.getSeconds(),
  );
  return (wallClock - Date.UTC(1899, 11, 30)) / millisecondsOfDay;
}
