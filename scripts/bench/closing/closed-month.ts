import { keptCells } from '#functions/check/closing/kept-rows.ts';
import { monthLines } from '#functions/check/closing/month-lines.ts';
import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import type { Random } from '#platform/random.ts';
import { createSeals } from '#platform/seals/index.ts';
import type { PendingRow, WritableTab } from '#platform/workbook/append-batch.ts';
import { createArchives, schoolYearOf } from '#platform/workbook/archives.ts';
import { carriedOf } from '#platform/workbook/balance-lines.ts';
import { itemMonths } from '#platform/workbook/carried-ledger.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import { closedDigest } from '#platform/workbook/closed-rows.ts';
import {
  addedLinesRequests,
  type ClosingLine,
  readClosingLines,
} from '#platform/workbook/closing-lines.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import { originColumn } from '#platform/workbook/frame-columns.ts';
import type { SheetRow } from '#platform/workbook/sheet-rows.ts';
import { closedTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { catalogueOf } from '#schema/calculations/stock.ts';
import { cellOfValue } from '#schema/cell.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { type Cell, localDateTime } from '#schema/values.ts';
import { isMonthly } from '#schema/workbooks.ts';
import { worldOf } from '#schema/world.ts';
import type { LocalGoogle } from '../../local-google/create-local-google.ts';
import { findSpreadsheet, keepSpreadsheet } from '../../local-google/sheets/kept.ts';

/** Writes months as a closing leaves them. */
export interface ClosedMonths {
  /** @param place where their rows lie: in 已结 of their workbook, or in the archive of their school year */
  write(month: string, rows: readonly PendingRow[], place: 'closed' | 'archive'): Promise<void>;
}

const closedSheet = sheetIdOf(closedTab.key);

/** With the closing's own rows, lines, digests and index, so that it takes them for its own; only Sheets is not asked. */
export function createClosedMonths(options: {
  readonly localGoogle: LocalGoogle;
  readonly google: Google;
  readonly bucket: string;
  readonly directory: Directory;
  readonly tabs: ReadonlyMap<string, WritableTab>;
  /** Rows of the lists, by register. */
  readonly lists: ReadonlyMap<string, readonly Row[]>;
  readonly clock: Clock;
  readonly random: Random;
}): ClosedMonths {
  const { localGoogle, google, bucket, directory, tabs, lists, random } = options;
  const seals = createSeals({ storage: google.storage, bucket, random });
  const closedIds = createClosedIds({ storage: google.storage, bucket });
  const archives = createArchives({
    ...google,
    driveId: directory.driveId,
    editors: directory.editors,
  });

  const closedRow = async (row: PendingRow, month: string): Promise<readonly string[]> => {
    const { register, submission, sequence, sent } = row;
    const tab = tabs.get(register.key);
    if (!tab) throw new Error(`closing: ${register.key} has no tab`);
    const { columns } = tab.layout;
    const cells: Cell[] = [];
    for (const [key, column] of Object.entries(register.columns))
      cells[columns.get(key) ?? -1] = cellOfValue(column, submission.values[key]);
    cells[columns.get(originColumn) ?? -1] = '表单';
    const placed: SheetRow = {
      rowIndex: 1,
      id: submission.id,
      sequence,
      sent,
      shownFinding: '',
      origin: '表单',
      isStray: false,
      values: submission.values,
      unreadable: [],
    };
    const resolved = { layout: tab.layout };
    const kept = await keptCells(seals, { register, resolved }, placed, [[], cells], month);
    if (!kept) throw new Error(`closing: a row of ${register.key} is too large`);
    return kept;
  };

  return {
    async write(month, rows, place) {
      const all = new Map(
        Array.from(
          Map.groupBy(rows, ({ register }) => register.key),
          ([key, some]) => [key, some.map(asRow)] as const,
        ),
      );
      const world = worldOf({
        registers,
        rows: new Map([...lists, ...all]),
        now: localDateTime.parse(`${daysOfMonth(month).to}T23:59:59`),
        publicHolidays: chineseHolidays,
      });
      const catalogue = catalogueOf(world.rows('items'));
      for (const [workbook, spreadsheetId] of Object.entries(directory.spreadsheets)) {
        if (isMonthly(workbook)) continue;
        const own = rows.filter(({ register }) => register.workbook === workbook);
        const closed: (readonly string[])[] = [];
        for (const row of own) closed.push(await closedRow(row, month));
        if (closed.length > 0)
          appendDirectly(
            localGoogle,
            place === 'archive' ? await archives.open(spreadsheetId, month) : spreadsheetId,
            closed,
          );
        const lines = await readClosingLines(google.sheets, spreadsheetId, month);
        const [first, ...rest] = monthLines(month, {
          registers: registers.filter(
            ({ key, workbook: of }) => of === workbook && world.register(key),
          ),
          world,
          closed: new Map(
            [...all].filter(([key]) => own.some(({ register }) => register.key === key)),
          ),
          ledger: itemMonths(all.get('movements') ?? [], catalogue, carriedOf(lines, month)).filter(
            () => own.some(({ register }) => register.key === 'movements'),
          ),
          findings: [],
          reason: '按期月结',
          rowsDigest: closedDigest(closed.map((cells) => cells.at(-1) ?? '')),
        });
        const archive = place === 'archive' && closed.length > 0;
        const state: readonly ClosingLine[] = first
          ? [{ ...first, ...(archive && { register: `${schoolYearOf(month)}档案` }) }]
          : [];
        await google.sheets.batchUpdate(
          spreadsheetId,
          { requests: addedLinesRequests([...state, ...rest]) },
          { fields: 'spreadsheetId' },
        );
        const ids = new Map(own.map(({ submission, sent }) => [String(submission.id), sent]));
        await closedIds.add(spreadsheetId, month, ids);
      }
    },
  };
}

function asRow({ submission, sequence }: PendingRow): Row {
  return { id: submission.id, sequence, values: submission.values, unreadable: [] };
}

/** Puts rows behind the last of 已结, in the stand-in itself. */
function appendDirectly(
  { state }: LocalGoogle,
  spreadsheetId: string,
  rows: readonly (readonly string[])[],
): void {
  const spreadsheet = findSpreadsheet(state, spreadsheetId);
  if (!spreadsheet) throw new Error(`closing: there is no spreadsheet ${spreadsheetId}`);
  const sheets = spreadsheet.sheets.map((sheet) => {
    if (sheet.properties.sheetId !== closedSheet) return sheet;
    const { properties } = sheet;
    const { gridProperties } = properties;
    const added = rows.map((cells) =>
      cells.map((stringValue) => (stringValue === '' ? undefined : { value: { stringValue } })),
    );
    const all = [...sheet.rows, ...added];
    const rowCount = Math.max(gridProperties.rowCount, all.length);
    return {
      ...sheet,
      rows: all,
      properties: { ...properties, gridProperties: { ...gridProperties, rowCount } },
    };
  });
  keepSpreadsheet(state, spreadsheetId, { ...spreadsheet, sheets });
}
