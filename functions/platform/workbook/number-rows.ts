import { type RowId, rowId, type Sequence } from '#schema/values.ts';
import type { Sheets, SheetsSchema as sheets_v4 } from '../google/index.ts';
import { type Random, uuidFrom } from '../random.ts';
import { writtenFields } from './append-batch.ts';
import { birthText } from './birth.ts';
import { originCell } from './cell-data.ts';
import { columnGuards } from './column-guard.ts';
import { findingFormula } from './finding-formula.ts';
import {
  findingColumn,
  idColumn,
  originColumn,
  sentColumn,
  sequenceColumn,
} from './frame-columns.ts';
import { isSameLayout, type TabLayout } from './layout.ts';
import type { RowPage } from './port.ts';
import { readTabs, type TabRead } from './read-tabs.ts';
import { refusal } from './refusal.ts';
import type { Renamed, SheetRow } from './sheet-rows.ts';

/** The id and place in the order of events that a row is given. */
interface Numbered {
  readonly row: SheetRow;
  readonly id: RowId;
  readonly sequence: Sequence;
}

export interface NumberRowsPorts {
  readonly sheets: Sheets;
  readonly random: Random;
  readonly nextSequence: () => Sequence;
  readonly rowPage?: RowPage | undefined;
}

const mostAttempts = 4;

/**
 * Gives rows that staff typed or copied their id, sequence and look-up, and rows whose id was overwritten their own.
 *
 * A blank cell can only be written by position, so the tab is read again afterwards: where a row had moved in between,
 * the id that was overwritten is put back, by what the row was born with or by its content (hard point 3). Whatever is
 * not blank is replaced only where it still stands. What staff typed is never written.
 *
 * @returns the tab as it is then, every row with its id but those that moved, which the next check numbers
 */
export async function numberRows(
  { sheets, random, nextSequence, rowPage }: NumberRowsPorts,
  spreadsheetId: string,
  tab: TabRead,
): Promise<TabRead> {
  const { register, identified } = tab;
  const given = identified.unnumbered.map(
    (row): Numbered => ({
      row,
      id: row.id ?? rowId.parse(uuidFrom(random)),
      sequence: nextSequence(),
    }),
  );
  const issued = new Set(given.map(({ id }) => id));
  let next = [...given, ...identified.renamed.map(ownAgain)];
  let now = tab;
  for (let attempt = 1; next.length > 0; attempt += 1) {
    if (attempt > mostAttempts)
      throw new Error(`rows of ${register.key} kept moving while they were given their ids`);
    const { layout } = now.resolved;
    const requests = next.flatMap((one) =>
      numberRequests(layout, one, rowPage?.(register, one.id)),
    );
    const guard = await columnGuards(sheets, spreadsheetId, [now]);
    const failure = await refusal(() =>
      sheets.batchUpdate(
        spreadsheetId,
        { requests: [...guard, ...requests] },
        { fields: 'spreadsheetId' },
      ),
    );
    const after = (await readTabs(sheets, spreadsheetId, [register])).tabs.get(register.key);
    if (!after) return now;
    // Columns that moved meanwhile: whoever looks next finds them where they are.
    if (failure && !isSameLayout(after.resolved.layout, layout)) return after;
    if (failure) throw failure;
    now = after;
    next = lostRows(tab, now, issued);
  }
  return now;
}

/** Rows that lost their id to one of the new ones: found again by their birth, or by their content. */
function lostRows(before: TabRead, now: TabRead, issued: ReadonlySet<RowId>): Numbered[] {
  const present = new Set(now.identified.numbered.keys());
  const astray = now.sheet.filter((row) => row.id !== undefined && issued.has(row.id));
  const byContent = [...before.identified.numbered.values()].flatMap((lost) => {
    if (lost.id === undefined || lost.sequence === undefined || present.has(lost.id)) return [];
    const content = JSON.stringify(lost.values);
    const found = astray.find((row) => JSON.stringify(row.values) === content);
    return found ? [{ row: found, id: lost.id, sequence: lost.sequence }] : [];
  });
  return [...now.identified.renamed.map(ownAgain), ...byContent];
}

function ownAgain({ row, birth }: Renamed): Numbered {
  return { row, id: birth.id, sequence: birth.sequence };
}

function numberRequests(
  layout: TabLayout,
  { row, id, sequence }: Numbered,
  page: string | undefined,
): sheets_v4.Schema$Request[] {
  const standing = row.copied ?? row;
  return [
    ...cellRequests(layout, idColumn, row.rowIndex, standing.id, id),
    ...cellRequests(layout, sequenceColumn, row.rowIndex, standing.sequence, sequence),
    // A copy was not born by a form.
    ...(row.copied && row.birth
      ? [replacement(layout, sentColumn, row.rowIndex, birthText(row.birth), '')]
      : []),
    lookUpRequest(layout, row.rowIndex),
    ...pageRequests(layout, row.rowIndex, page),
  ];
}

/** Writes a cell that is blank; one that is not is replaced where it still holds what was read. */
function cellRequests(
  layout: TabLayout,
  key: string,
  rowIndex: number,
  standing: string | undefined,
  text: string,
): sheets_v4.Schema$Request[] {
  if (standing === text) return [];
  return [
    standing === undefined
      ? cellRequest(layout, key, rowIndex, { stringValue: text })
      : replacement(layout, key, rowIndex, standing, text),
  ];
}

function replacement(
  layout: TabLayout,
  key: string,
  rowIndex: number,
  find: string,
  text: string,
): sheets_v4.Schema$Request {
  const columnIndex = columnOf(layout, key);
  return {
    findReplace: {
      find,
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
  };
}

/** Puts the look-up back beside a row; the formula is the same in every row, so a row that moved does no harm. */
export function lookUpRequest(layout: TabLayout, rowIndex: number): sheets_v4.Schema$Request {
  return cellRequest(layout, findingColumn, rowIndex, {
    formulaValue: findingFormula(columnOf(layout, idColumn)),
  });
}

/** The page about a row, in the cell that says how it came in; rows without one keep that cell as it is. */
function pageRequests(
  layout: TabLayout,
  rowIndex: number,
  page: string | undefined,
): sheets_v4.Schema$Request[] {
  const columnIndex = layout.columns.get(originColumn);
  if (page === undefined || columnIndex === undefined) return [];
  return [
    {
      updateCells: {
        start: { sheetId: layout.sheetId, rowIndex, columnIndex },
        rows: [{ values: [originCell(typedIn, page)] }],
        fields: writtenFields,
      },
    },
  ];
}

/** Rows that staff typed came in by the sheet itself. */
const typedIn = '表格';

function cellRequest(
  layout: TabLayout,
  key: string,
  rowIndex: number,
  userEnteredValue: sheets_v4.Schema$ExtendedValue,
): sheets_v4.Schema$Request {
  return {
    updateCells: {
      start: { sheetId: layout.sheetId, rowIndex, columnIndex: columnOf(layout, key) },
      rows: [{ values: [{ userEnteredValue }] }],
      fields: 'userEnteredValue',
    },
  };
}

function columnOf(layout: TabLayout, key: string): number {
  const index = layout.columns.get(key);
  if (index === undefined) throw new Error(`the column ${key} of “${layout.title}” was not found`);
  return index;
}
