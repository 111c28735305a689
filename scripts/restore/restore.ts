import { seenRows } from '#functions/check/seen-rows.ts';
import type { SeenCell } from '#functions/check/snapshot.ts';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { systemClock } from '#platform/clock.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createSeals, isSealed, type Seals } from '#platform/seals/index.ts';
import { spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import { sealedColumns } from '#platform/workbook/row-content.ts';
import { layOutWorkbook } from '#platform/workbook/setup/lay-out-workbook.ts';
import { writeCells } from '#platform/workbook/write-cells.ts';
import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { type RowId, rowId, sequence } from '#schema/values.ts';
import type { ReachedSchool } from '../school/open-school.ts';
import { writtenSurely } from '../written-surely.ts';
import { planRestore, type Restoration } from './plan-restore.ts';

/** What somebody wants back in one register. */
export interface Wanted {
  readonly register: Register;
  /** Undoes only what was done to this row. */
  readonly row?: string;
  /** Undoes what was done after this moment, `YYYY-MM-DDTHH:MM:SS` on the school's clock. */
  readonly after?: string;
  /** Undoes only what Drive says this person did. */
  readonly person?: string;
}

/** A restoration that was thought out and not yet done. */
export interface Prepared {
  readonly restoration: Restoration;
  /** Personal cells whose time is over: they cannot be put back. */
  readonly erased: number;
  /** Files of the audit that were altered: what stands behind the altered place could not be used. */
  readonly altered: readonly string[];
  /** Puts it back, as a new change that the audit will tell; says how many rows and cells. */
  write(): Promise<{ readonly rows: number; readonly cells: number }>;
}

/** Works out from the audit what would be put back. Throws when the school cannot be read. */
export async function prepareRestore(
  school: ReachedSchool,
  registers: readonly Register[],
  wanted: Wanted,
): Promise<Prepared> {
  const { google, directory, bucket } = school;
  const { register } = wanted;
  const spreadsheetId = spreadsheetIdOf(directory, register.workbook);
  const seals = createSeals({ storage: google.storage, bucket, random: systemRandom });
  const tab = (await readTabs(google.sheets, spreadsheetId, [register])).tabs.get(register.key);
  const month = new Date(systemClock.now()).toISOString().slice(0, 7);
  const { lines, altered } = await linesOf(school, register);
  const months = Object.fromEntries(lines.map((line) => [line.row, line.month]));
  const before = Object.fromEntries(
    Object.entries(months).map(([id, own]) => [id, { sequence: '', month: own, cells: {} }]),
  );
  const standing = tab ? await seenRows(seals, tab, before, month) : {};
  const restoration = planRestore(
    new Map(Object.entries(standing).map(([id, { cells }]) => [id, cells])),
    lines.filter((line) => isChosen(line, wanted)),
  );
  const opened = await openAll(seals, register, restoration);
  return {
    restoration,
    erased: opened.erased,
    altered,
    write: async () => {
      if (!tab) await makeTab(school, registers, register);
      return put(school, registers, register, opened);
    },
  };
}

async function linesOf(
  { google, bucket, directory }: ReachedSchool,
  register: Register,
): Promise<{ readonly lines: readonly AuditLine[]; readonly altered: readonly string[] }> {
  if (directory.auditDriveId === undefined)
    throw new Error('还没有审计，请先运行安装。There is no audit yet: run set-up.');
  const audit = createAudit({ ...google, bucket, driveId: directory.auditDriveId });
  const lines: AuditLine[] = [];
  const altered: string[] = [];
  for await (const month of audit.story(register.workbook)) {
    lines.push(...month.lines.filter((line) => line.register === register.key));
    if (month.brokenAt !== undefined) altered.push(month.file);
  }
  return { lines, altered };
}

function isChosen(line: AuditLine, { row, after, person }: Wanted): boolean {
  if (row !== undefined && line.row !== row) return false;
  if (after !== undefined && line.seen <= after) return false;
  if (person !== undefined && !line.by.includes(person)) return false;
  // Of a row alone only its end is undone: what it was before stands in the audit.
  return row === undefined || after !== undefined || person !== undefined
    ? true
    : line.what === 'deleted';
}

interface Opened {
  readonly rows: readonly {
    readonly id: RowId;
    readonly order: string;
    readonly values: Values<Columns>;
  }[];
  readonly cells: ReadonlyMap<RowId, Values<Columns>>;
  readonly erased: number;
}

/** Opens what is sealed; a cell whose key is gone stays blank, one that could not be read stays as it stood. */
async function openAll(
  seals: Seals,
  register: Register,
  { rows, cells }: Restoration,
): Promise<Opened> {
  const sealed = sealedColumns(register);
  let erased = 0;
  const open = async (column: string, month: string, cell: SeenCell | undefined) => {
    if (cell === undefined || typeof cell === 'object') return undefined;
    if (!sealed.has(column) || typeof cell !== 'string' || !isSealed(cell)) return cell;
    const text = await seals.open({ register: register.key, column, month }, cell);
    if (text === undefined) {
      erased += 1;
      return undefined;
    }
    const value: unknown = JSON.parse(text);
    return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
      ? value
      : undefined;
  };
  const opened = [];
  for (const { id, row, month } of rows) {
    const values: Record<string, string | number | boolean | undefined> = {};
    for (const [column, cell] of Object.entries(row.cells))
      values[column] = await open(column, month, cell);
    opened.push({ id: rowId.parse(id), order: row.sequence, values });
  }
  const byRow = new Map<RowId, Values<Columns>>();
  for (const { id, column, month, back } of cells) {
    const key = rowId.parse(id);
    byRow.set(key, { ...byRow.get(key), [column]: await open(column, month, back) });
  }
  return { rows: opened, cells: byRow, erased };
}

/** Makes a tab that was deleted, as set-up does. */
async function makeTab(
  { google, directory }: ReachedSchool,
  registers: readonly Register[],
  register: Register,
): Promise<void> {
  await layOutWorkbook({
    sheets: google.sheets,
    spreadsheetId: spreadsheetIdOf(directory, register.workbook),
    workbook: register.workbook,
    registers: registers.filter(({ workbook }) => workbook === register.workbook),
    editors: directory.editors,
    formUrl: () => undefined,
  });
}

async function put(
  { google, directory, rowPage }: ReachedSchool,
  registers: readonly Register[],
  register: Register,
  { rows, cells }: Opened,
): Promise<{ readonly rows: number; readonly cells: number }> {
  const log = createLog({ write: () => undefined });
  const ports = { clock: systemClock, random: systemRandom, log };
  const workbooks = createWorkbooks({
    ...ports,
    google,
    directory: () => Promise.resolve(directory),
    registers,
    rowPage: rowPage(registers),
  });
  const ordered = rows.toSorted((a, b) => (a.order < b.order ? -1 : 1));
  await Promise.all(
    ordered.map(({ id, order, values }) =>
      writtenSurely(workbooks, {
        register: register.key,
        id,
        values,
        retry: true,
        ...(sequence.safeParse(order).success && { sequence: sequence.parse(order) }),
      }),
    ),
  );
  await workbooks.close();
  if (cells.size > 0) {
    const spreadsheetId = spreadsheetIdOf(directory, register.workbook);
    const tab = (await readTabs(google.sheets, spreadsheetId, [register])).tabs.get(register.key);
    if (tab) await writeCells(google.sheets, spreadsheetId, tab, cells);
  }
  return {
    rows: rows.length,
    cells: [...cells.values()].reduce((sum, values) => sum + Object.keys(values).length, 0),
  };
}
