import { replayed } from '#functions/check/differences.ts';
import { seenRows } from '#functions/check/seen-rows.ts';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { createSeals } from '#platform/seals/index.ts';
import { matterColumn } from '#platform/workbook/matter-lines.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import { cellsByColumn, contentsOf } from '#platform/workbook/row-content.ts';
import { openMattersTab } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import type { School } from '../school/open-school.ts';

/** Throws where the chain does not hold. */
export async function auditLines(
  school: School,
  workbook: WorkbookKey,
): Promise<readonly AuditLine[]> {
  const google = school.google('owner');
  const audit = createAudit({
    ...google,
    bucket: 'houqin-test',
    driveId: school.directory.auditDriveId ?? '',
  });
  const lines: AuditLine[] = [];
  for (const month of await audit.months()) {
    const read = await audit.read(workbook, month);
    if (read.brokenAt !== undefined)
      throw new Error(`the chain of ${workbook} breaks at ${read.brokenAt}`);
    lines.push(...read.lines);
  }
  return lines;
}

/** Each row's story in the audit, told from the beginning, against what the sheet shows. */
export async function storyErrors(
  school: School,
  workbook: WorkbookKey,
  registers: readonly Register[],
): Promise<readonly string[]> {
  const { sheets, storage } = school.google('owner');
  const lines = await auditLines(school, workbook);
  const seals = createSeals({ storage, bucket: 'houqin-test', random: seededRandom('not used') });
  const { tabs } = await readTabs(sheets, school.spreadsheetId(workbook), registers);
  const wrong: string[] = [];
  for (const { key } of registers) {
    const told = replayed(
      {},
      lines.filter(({ register }) => register === key),
    );
    const tab = tabs.get(key);
    if (tab && tab.resolved.missing.length > 0) continue;
    const shown = tab ? await seenRows(seals, tab, told, '2026-11') : {};
    const ids = new Set([...Object.keys(told), ...Object.keys(shown)]);
    for (const id of ids)
      if (cellsText(told[id]?.cells) !== cellsText(shown[id]?.cells))
        wrong.push(
          `${key} ${id}: the audit tells ${cellsText(told[id]?.cells)}, the sheet shows ${cellsText(shown[id]?.cells)}`,
        );
  }
  return wrong;
}

function cellsText(cells: Readonly<Record<string, unknown>> | undefined): string {
  return JSON.stringify(
    Object.entries(cells ?? {}).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

/** Each row has an id and a place in the order of events, and no two have the same. */
export async function idErrors(
  school: School,
  registers: readonly Register[],
): Promise<readonly string[]> {
  const { sheets } = school.google('owner');
  const wrong: string[] = [];
  for (const register of registers) {
    const { tabs } = await readTabs(sheets, school.spreadsheetId(register.workbook), [register]);
    const tab = tabs.get(register.key);
    if (!tab || tab.resolved.missing.length > 0) continue;
    const { unnumbered, repeated } = tab.identified;
    if (unnumbered.length > 0)
      wrong.push(`${register.key}: ${unnumbered.length} rows without an id of their own`);
    if (repeated.length > 0)
      wrong.push(`${register.key}: ${repeated.length} rows are taken for a repeated submission`);
    const places = tab.identified.rows.map(({ sequence }) => sequence);
    if (new Set(places).size < places.length)
      wrong.push(`${register.key}: two rows with one place in the order of events`);
  }
  return wrong;
}

/** What each row says, by its id. */
export async function contents(
  school: School,
  registers: readonly Register[],
): Promise<ReadonlyMap<string, string>> {
  const { sheets } = school.google('owner');
  const said = new Map<string, string>();
  for (const register of registers) {
    const { tabs } = await readTabs(sheets, school.spreadsheetId(register.workbook), [register]);
    const tab = tabs.get(register.key);
    if (!tab || tab.resolved.missing.length > 0) continue;
    for (const [id, row] of tab.identified.numbered)
      said.set(id, `${register.key} ${contentsOf(register)(cellsByColumn(row))}`);
  }
  return said;
}

/** Rows that say less may come to say the same by chance. */
const fewestCells = 4;

/** Rows that say what no other row said before, nor does now, and have a new id though their own is nowhere. */
export function strangers(
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): readonly string[] {
  const ids = (said: ReadonlyMap<string, string>) =>
    Map.groupBy(said.keys(), (id) => said.get(id) ?? '');
  const after = ids(now);
  return [...ids(before)].flatMap(([content, own]) => {
    const [id, ...others] = after.get(content) ?? [];
    const isTelling = content.split(',').filter((cell) => cell !== 'null').length >= fewestCells;
    const isOnce = isTelling && id !== undefined && others.length === 0 && own.length === 1;
    return isOnce && !own.includes(id) && own.every((one) => !now.has(one))
      ? [`${content}: was ${own.join()}, is ${id}`]
      : [];
  });
}

/** What 待办 says, and what stands beside each row, but for what only the past can tell. */
export async function matters(
  school: School,
  registers: readonly Register[],
): Promise<ReadonlyMap<string, string>> {
  const { sheets } = school.google('owner');
  const said = new Map<string, string>();
  for (const workbook of new Set(registers.map((register) => register.workbook))) {
    const id = school.spreadsheetId(workbook);
    const own = registers.filter((register) => register.workbook === workbook);
    const { tabs, frameTabs } = await readTabs(sheets, id, own, [openMattersTab.key]);
    for (const cells of (frameTabs.get(openMattersTab.key) ?? []).slice(1)) {
      const identity = String(cells[matterColumn('identity')] ?? '');
      if (!identity.includes('|half-sorted|'))
        said.set(
          identity,
          [cells[matterColumn('severity')], cells[matterColumn('message')]].join(' '),
        );
    }
    for (const [key, tab] of tabs)
      for (const row of tab.sheet)
        if (tab.resolved.missing.length === 0) said.set(`${key} ${row.id}`, row.shownFinding);
  }
  return said;
}

export function differencesOf(
  before: ReadonlyMap<string, string>,
  afresh: ReadonlyMap<string, string>,
): readonly string[] {
  return [...new Set([...before.keys(), ...afresh.keys()])].flatMap((identity) =>
    before.get(identity) === afresh.get(identity)
      ? []
      : [`${identity}: “${before.get(identity)}”, from nothing “${afresh.get(identity)}”`],
  );
}

/** Takes the snapshots away: whoever looks next begins from nothing. */
export async function forget(school: School, registers: readonly Register[]): Promise<void> {
  const { storage } = school.google('owner');
  for (const workbook of new Set(registers.map((register) => register.workbook)))
    await storage.delete('houqin-test', `snapshots/${school.spreadsheetId(workbook)}.json.gz`);
}
