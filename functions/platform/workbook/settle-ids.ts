import { type RowId, rowId, type Sequence } from '#schema/values.ts';
import type { GoogleFailure, Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { type Random, uuidFrom } from '../random.ts';
import { writtenFields } from './append-batch.ts';
import { type Assignment, assignIds } from './assign-ids.ts';
import { sentText } from './birth.ts';
import { originCell } from './cell-data.ts';
import { writeHeld } from './column-guard.ts';
import { findingFormula } from './finding-formula.ts';
import {
  findingColumn,
  idColumn,
  originColumn,
  sentColumn,
  sequenceColumn,
} from './frame-columns.ts';
import type { KnownRow, KnownRows } from './known-rows.ts';
import type { TabLayout } from './layout.ts';
import type { RowPage } from './port.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import { cellsByColumn, contentsOf } from './row-content.ts';
import type { SheetRow } from './sheet-rows.ts';

export interface SettleIdsPorts {
  readonly sheets: Pick<Sheets, 'batchUpdate' | 'valuesByDataFilter' | 'get'>;
  readonly random: Random;
  readonly nextSequence: () => Sequence;
  readonly rowPage?: RowPage | undefined;
}

/** A tab in which each row has its own id. */
export interface Settled {
  readonly tab: TabRead;
  /** Rows that staff typed or copied, and that got an id. */
  readonly numbered: number;
  /** Rows that had lost their id, or had another's, and got their own back. */
  readonly putBack: number;
  readonly writes: number;
}

const mostAttempts = 8;
/** Google advises batches of 2 MB at most; a row takes some 700 bytes of one. */
const mostAtOnce = 2_000;
const held = [findingColumn, originColumn, idColumn, sequenceColumn, sentColumn];

/**
 * Gives rows that staff typed or copied their id, sequence and look-up, and rows that lost theirs their own back.
 *
 * A blank cell can only be written by position. Columns are held to their places (column-guard.ts); rows may move in
 * between, so the tab is read again afterwards and held against what was meant, until each row has its own (hard point
 * 3). What is not blank is replaced only where it still holds what was read. What a row was born with (birth.ts) is never
 * written where it is blank: it tells whose row it is when an id was written over. What staff typed is never written.
 *
 * @param known the rows as they were last seen
 * @throws when the rows kept moving
 */
export async function settleIds(
  { sheets, random, nextSequence, rowPage }: SettleIdsPorts,
  spreadsheetId: string,
  tab: TabRead,
  known: KnownRows,
): Promise<Settled> {
  const contentOf = contentsOf(tab.register);
  const meant = new Map<RowId, KnownRow>(known);
  const meantRow = (sequence: Sequence | undefined, row: SheetRow): KnownRow => ({
    sequence,
    content: contentOf(cellsByColumn(row)),
    isCleared: false,
  });
  let [now, numbered, putBack] = [tab, 0, 0];
  let refused: GoogleFailure | undefined;
  let [attempts, left] = [0, Number.POSITIVE_INFINITY];
  for (let writes = 0; attempts < mostAttempts; writes += 1) {
    const { placements, leftBehind, owners } = assignIds(now, meant);
    if (placements.length === 0 && leftBehind.length === 0)
      return { tab: now, numbered, putBack, writes };
    // Rows of which fewer are left each time come to rest.
    attempts = placements.length < left ? 1 : attempts + 1;
    left = placements.length;
    const given = placements.slice(0, mostAtOnce).map(
      ({ row, id, sequence, sent, isTwice }): Given => ({
        row,
        id: id ?? rowId.parse(uuidFrom(random)),
        sequence: sequence ?? nextSequence(),
        sent,
        isNew: id === undefined,
        isTwice,
      }),
    );
    const requests = writeRequests(now, given, leftBehind, rowPage);
    refused = await writeHeld(sheets, spreadsheetId, requests, [{ tab: now, columns: held }]);
    // Rows that nobody had seen before are known again as they were just read.
    const placed = new Set(placements.flatMap(({ id, isTwice }) => (isTwice ? [] : id)));
    for (const [id, row] of owners)
      meant.set(id, meantRow(placed.has(id) ? meant.get(id)?.sequence : row.sequence, row));
    if (!refused) {
      numbered += given.filter(({ isNew }) => isNew).length;
      putBack += given.filter(({ isNew }) => !isNew).length;
      for (const { row, id, sequence, isTwice } of given)
        if (!isTwice) meant.set(id, meantRow(sequence, row));
    }
    const after = (await readTabs(sheets, spreadsheetId, [tab.register])).tabs.get(
      tab.register.key,
    );
    if (!after || after.resolved.missing.length > 0)
      return { tab: after ?? now, numbered, putBack, writes: writes + 1 };
    now = after;
  }
  if (refused) throw refused;
  throw new Error(`rows of ${tab.register.key} kept moving while they were given their ids`);
}

interface Given {
  readonly row: SheetRow;
  readonly id: RowId;
  readonly sequence: Sequence;
  readonly sent: string | undefined;
  readonly isNew: boolean;
  readonly isTwice: boolean;
}

function writeRequests(
  { register, resolved: { layout } }: TabRead,
  given: readonly Given[],
  leftBehind: Assignment['leftBehind'],
  rowPage: RowPage | undefined,
): sheets_v4.Schema$Request[] {
  return [
    ...leftBehind.flatMap((row) => [
      ...replaced(layout, idColumn, row.rowIndex, row.id, ''),
      ...replaced(layout, sequenceColumn, row.rowIndex, row.sequence, ''),
      ...replaced(layout, sentColumn, row.rowIndex, sentText(row), ''),
    ]),
    ...given.flatMap(({ row, id, sequence, sent = '' }) => [
      ...replaced(layout, idColumn, row.rowIndex, row.id, id),
      ...replaced(layout, sequenceColumn, row.rowIndex, row.sequence, sequence),
      ...replaced(layout, sentColumn, row.rowIndex, sentText(row), sent),
    ]),
    ...columnRequests(
      layout,
      idColumn,
      given.flatMap(({ row, id }) => written(row, row.id, id)),
    ),
    ...columnRequests(
      layout,
      sequenceColumn,
      given.flatMap(({ row, sequence }) => written(row, row.sequence, sequence)),
    ),
    ...columnRequests(
      layout,
      findingColumn,
      given.map(({ row }) => lookUp(layout, row.rowIndex)),
    ),
    ...given.flatMap(({ row, id, isNew }) =>
      pageRequests(layout, row, rowPage?.(register, id), isNew),
    ),
  ];
}

/** What a blank cell is to hold. */
function written(
  { rowIndex }: SheetRow,
  standing: string | undefined,
  text: string,
): readonly HiddenCell[] {
  return standing === undefined ? [{ rowIndex, value: { stringValue: text } }] : [];
}

/** A cell that is not blank is replaced only where it still holds what was read; a blank one is left as it is. */
function replaced(
  layout: TabLayout,
  key: string,
  rowIndex: number,
  standing: string | undefined,
  text: string,
): sheets_v4.Schema$Request[] {
  if (standing === undefined || standing === text) return [];
  const columnIndex = columnOf(layout, key);
  return [
    {
      findReplace: {
        find: standing,
        replacement: text,
        matchCase: true,
        matchEntireCell: true,
        range: {
          sheetId: layout.sheetId,
          startRowIndex: rowIndex,
          endRowIndex: rowIndex + 1,
          startColumnIndex: columnIndex,
          endColumnIndex: columnIndex + 1,
        },
      },
    },
  ];
}

interface HiddenCell {
  readonly rowIndex: number;
  readonly value: sheets_v4.Schema$ExtendedValue;
}

/** Puts look-ups back beside rows; the formula is the same in every row, so a row that moved does no harm. */
export function lookUpRequests(
  layout: TabLayout,
  rowIndexes: readonly number[],
): sheets_v4.Schema$Request[] {
  return columnRequests(
    layout,
    findingColumn,
    rowIndexes.map((rowIndex) => lookUp(layout, rowIndex)),
  );
}

function lookUp(layout: TabLayout, rowIndex: number): HiddenCell {
  return { rowIndex, value: { formulaValue: findingFormula(columnOf(layout, idColumn)) } };
}

/** Rows that staff typed came in by the sheet itself. */
const typedIn = '表格';

/** The page about a row, in the cell that says how it came in; rows without one keep that cell as it is. */
function pageRequests(
  layout: TabLayout,
  { rowIndex, origin }: SheetRow,
  page: string | undefined,
  isNew: boolean,
): sheets_v4.Schema$Request[] {
  const columnIndex = layout.columns.get(originColumn);
  if (page === undefined || columnIndex === undefined) return [];
  const words = isNew ? typedIn : (origin ?? typedIn);
  return [
    {
      updateCells: {
        start: { sheetId: layout.sheetId, rowIndex, columnIndex },
        rows: [{ values: [originCell(words, page)] }],
        fields: writtenFields,
      },
    },
  ];
}

/** Writes cells of one column, neighbours together. */
function columnRequests(
  layout: TabLayout,
  key: string,
  cells: readonly HiddenCell[],
): sheets_v4.Schema$Request[] {
  const runs: HiddenCell[][] = [];
  for (const cell of cells.toSorted((one, other) => one.rowIndex - other.rowIndex)) {
    const run = runs.at(-1);
    if (run?.at(-1)?.rowIndex === cell.rowIndex - 1) run.push(cell);
    else runs.push([cell]);
  }
  return runs.map((run) => ({
    updateCells: {
      start: {
        sheetId: layout.sheetId,
        rowIndex: run[0]?.rowIndex ?? 0,
        columnIndex: columnOf(layout, key),
      },
      rows: run.map(({ value }) => ({ values: [{ userEnteredValue: value }] })),
      fields: 'userEnteredValue',
    },
  }));
}

function columnOf(layout: TabLayout, key: string): number {
  const index = layout.columns.get(key);
  if (index === undefined) throw new Error(`the column ${key} of “${layout.title}” was not found`);
  return index;
}
