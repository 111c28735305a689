import { serialOfMoment } from '#schema/serial.ts';
import type { Cell, LocalDateTime } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { enteredValue } from './cell-data.ts';
import { idColumn } from './frame-columns.ts';
import type { TabLayout } from './layout.ts';
import { type MatterLine, type MatterLines, matterColumn, matterColumns } from './matter-lines.ts';
import type { OpenMatter } from './open-matters.ts';
import { columnLetters, openMattersTab, quoted, sheetIdOf } from './tabs.ts';

type Request = sheets_v4.Schema$Request;

const sheetId = sheetIdOf(openMattersTab.key);
const fields = 'userEnteredValue,userEnteredFormat';
const reasonColumn = matterColumn('reason');

/** What an existing line is compared by: not its link, which counts by itself, nor what it keeps. */
const compared = matterColumns.flatMap(({ key }, index) =>
  ['link', 'found', 'reason'].includes(key) ? [] : [index],
);

export interface WriteOpenMattersOptions {
  readonly layouts: ReadonlyMap<string, TabLayout>;
  readonly now: LocalDateTime;
  /** Lines that stay although their finding was not looked for now (a tab that cannot be read). */
  readonly keeps?: (line: MatterLine) => boolean;
}

/**
 * Requests that bring 待办 from what it was read as to what it should say; none when it says so already.
 *
 * Staff type reasons meanwhile. So a line of a finding that stays is never written anew: it is moved whole, with
 * whatever stands in it by then; new ones come in rows of their own; cells with reasons are not written. Nobody else
 * can move lines, since all but the reasons is protected.
 */
export function openMattersRequests(
  { lines, stray }: MatterLines,
  matters: readonly OpenMatter[],
  { layouts, now, keeps = () => false }: WriteOpenMattersOptions,
): Request[] {
  const wanted = new Map(matters.map((matter) => [matter.identity, matter]));
  const present = [...lines.values()].toSorted((one, other) => one.rowIndex - other.rowIndex);
  const gone = present.filter((line) => !wanted.has(line.identity) && !keeps(line));
  const staying = present.length - gone.length;
  const added = matters.filter(({ identity }) => !lines.has(identity));
  const changed = present.flatMap((line) => {
    const matter = wanted.get(line.identity);
    return matter && isChanged(line, matter) ? [{ line, matter }] : [];
  });
  const isMoved =
    added.length > 0 ||
    changed.some(({ line, matter }) => line.cells[matterColumn('order')] !== matter.order);
  const rows = [...gone.map(({ rowIndex }) => rowIndex), ...stray];
  return [
    ...changeRequests(changed, layouts),
    ...present.flatMap((line) => removedReason(line, wanted.get(line.identity))),
    ...deletions(rows),
    ...(added.length > 0
      ? insertion(
          staying,
          added.map((matter) => newLine(matter, layouts, serialOfMoment(now))),
        )
      : []),
    ...(isMoved ? [sorting(staying + added.length)] : []),
  ];
}

function isChanged({ cells }: MatterLine, matter: OpenMatter): boolean {
  const now = cellsOf(matter);
  return compared.some((index) => (cells[index] ?? '') !== (now[index] ?? ''));
}

function cellsOf(matter: OpenMatter): readonly Cell[] {
  const { isAccepted, accepted, earlier } = matter.acceptance;
  const said: Readonly<Record<(typeof matterColumns)[number]['key'], Cell>> = {
    // The look-up takes the first line of a row: an accepted one must not be it.
    row: isAccepted ? undefined : matter.row,
    beside: matter.beside,
    register: matter.register.title.zh,
    link: undefined,
    column: matter.column,
    severity: matter.severity,
    message: matter.message,
    found: undefined,
    owner: matter.owner,
    reason: undefined,
    earlier,
    identity: matter.identity,
    accepted,
    order: matter.order,
    english: matter.english,
  };
  return matterColumns.map(({ key }) => said[key]);
}

interface Change {
  readonly line: MatterLine;
  readonly matter: OpenMatter;
}

/** Columns of a line that are written again: not its reason, nor since when it stands, nor which finding it is. */
const kept = [matterColumn('found'), reasonColumn, matterColumn('identity')];
const rewritten = [...kept, matterColumns.length].map(
  (end, index) => [(kept[index - 1] ?? -1) + 1, end] as const,
);

/** Writes what lines say now, neighbours together. */
function changeRequests(
  changes: readonly Change[],
  layouts: ReadonlyMap<string, TabLayout>,
): Request[] {
  const runs: Change[][] = [];
  for (const change of changes) {
    const last = runs.at(-1);
    if (last?.at(-1)?.line.rowIndex === change.line.rowIndex - 1) last.push(change);
    else runs.push([change]);
  }
  return runs.flatMap((run) => {
    const cells = run.map(({ matter }) => dataOf(matter, layouts));
    const rowIndex = run[0]?.line.rowIndex ?? 0;
    return rewritten.map(([columnIndex, end]) => ({
      updateCells: {
        start: { sheetId, rowIndex, columnIndex },
        rows: cells.map((values) => ({ values: values.slice(columnIndex, end) })),
        fields: 'userEnteredValue',
      },
    }));
  });
}

function dataOf(
  matter: OpenMatter,
  layouts: ReadonlyMap<string, TabLayout>,
): sheets_v4.Schema$CellData[] {
  const layout = layouts.get(matter.register.key);
  return cellsOf(matter).map((cell, index) =>
    index === matterColumn('link') && matter.row !== undefined && layout
      ? { userEnteredValue: { formulaValue: rowLinkFormula(layout, matter.row) } }
      : { userEnteredValue: enteredValue(cell) },
  );
}

function newLine(
  matter: OpenMatter,
  layouts: ReadonlyMap<string, TabLayout>,
  found: Cell,
  reason?: Cell,
): sheets_v4.Schema$RowData {
  const cells = dataOf(matter, layouts);
  cells[matterColumn('found')] = {
    userEnteredValue: enteredValue(found),
    userEnteredFormat: { numberFormat: { type: 'DATE_TIME', pattern: 'yyyy-mm-dd hh:mm' } },
  };
  cells[reasonColumn] = {
    userEnteredValue: enteredValue(reason),
    userEnteredFormat: { numberFormat: { type: 'TEXT', pattern: '@' }, wrapStrategy: 'WRAP' },
  };
  return { values: cells };
}

/** Takes away a reason that no longer holds, unless another stands there by then. */
function removedReason({ rowIndex }: MatterLine, matter: OpenMatter | undefined): Request[] {
  const reason = matter?.acceptance.outdatedReason;
  if (reason === undefined) return [];
  const range = {
    sheetId,
    startRowIndex: rowIndex,
    endRowIndex: rowIndex + 1,
    startColumnIndex: reasonColumn,
    endColumnIndex: reasonColumn + 1,
  };
  const exactly = { matchCase: true, matchEntireCell: true };
  return [{ findReplace: { find: reason, replacement: '', range, ...exactly } }];
}

/** Deletes rows, the lowest first, so that the others keep their places meanwhile. */
function deletions(rows: readonly number[]): Request[] {
  const runs: { start: number; end: number }[] = [];
  for (const row of rows.toSorted((one, other) => other - one)) {
    const last = runs.at(-1);
    if (last?.start === row + 1) last.start = row;
    else runs.push({ start: row, end: row + 1 });
  }
  return runs.map(({ start, end }) => ({
    deleteDimension: { range: { sheetId, dimension: 'ROWS', startIndex: start, endIndex: end } },
  }));
}

/** New lines under those that stay, in rows into which nobody can have typed yet. */
function insertion(staying: number, rows: readonly sheets_v4.Schema$RowData[]): Request[] {
  const startIndex = staying + 1;
  return [
    {
      insertDimension: {
        range: { sheetId, dimension: 'ROWS', startIndex, endIndex: startIndex + rows.length },
        inheritFromBefore: staying > 0,
      },
    },
    {
      updateCells: {
        start: { sheetId, rowIndex: startIndex, columnIndex: 0 },
        rows: [...rows],
        fields,
      },
    },
  ];
}

/**
 * Requests that put back lines with reasons which a batch deleted in the place of others, because somebody who may
 * edit all of 待办 (the owner of the drive) moved its lines in between; none when all are there.
 */
export function restoredLines(
  before: MatterLines,
  after: MatterLines,
  matters: readonly OpenMatter[],
  layouts: ReadonlyMap<string, TabLayout>,
): Request[] {
  const lost = matters.flatMap((matter) => {
    const line = before.lines.get(matter.identity);
    const reason = line?.cells[reasonColumn];
    if (!line || reason === undefined || after.lines.has(matter.identity)) return [];
    return [newLine(matter, layouts, line.cells[matterColumn('found')], reason)];
  });
  if (lost.length === 0) return [];
  const last = Math.max(0, ...[...after.lines.values()].map(({ rowIndex }) => rowIndex));
  return [...insertion(last, lost), sorting(last + lost.length)];
}

/** By place, then by age; the identity decides the rest, so that nothing moves that need not. */
function sorting(count: number): Request {
  return {
    sortRange: {
      range: {
        sheetId,
        startRowIndex: 1,
        endRowIndex: count + 1,
        startColumnIndex: 0,
        endColumnIndex: matterColumns.length,
      },
      sortSpecs: (['order', 'found', 'identity'] as const).map((key) => ({
        dimensionIndex: matterColumn(key),
        sortOrder: 'ASCENDING',
      })),
    },
  };
}

/** Opens the row wherever it stands now: found by its id, so that sorting does not mislead it. */
function rowLinkFormula(layout: TabLayout, row: string): string {
  const letters = columnLetters(layout.columns.get(idColumn) ?? 0);
  const place = `MATCH("${row}",${quoted(layout.title)}!$${letters}:$${letters},0)`;
  return `=IFERROR(HYPERLINK("#gid=${layout.sheetId}&range=A"&${place},"第"&${place}&"行"),"")`;
}
