import { isDeepStrictEqual } from 'node:util';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { Random } from '#platform/random.ts';
import type { Seals } from '#platform/seals/index.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import { listsRequests } from '#platform/workbook/lists.ts';
import { mendTabRequests, restoreLookUps } from '#platform/workbook/mend-tab.ts';
import { numberRows } from '#platform/workbook/number-rows.ts';
import { readTabs, type TabRead, type WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { listsTab, openMattersTab } from '#platform/workbook/tabs.ts';
import { createFinder } from '#schema/find-changed.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf, type LocalDate, type Sequence } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import { type Erased, erase } from './erase.ts';
import { giveNumbers } from './give-numbers.ts';
import { type AddressOfLink, issueLinks } from './issue-links.ts';
import { matterWrite } from './matter-requests.ts';
import { noteSettings } from './note-settings.ts';
import { openings } from './openings.ts';
import type { ChangeRecord } from './record-changes.ts';
import { createResting } from './resting.ts';
import { lostTabFinding, tabFindings } from './tab-findings.ts';
import { createTabVisibility } from './tab-visibility.ts';

export interface CheckRunPorts {
  readonly sheets: FencedSheets;
  readonly workbooks: Workbooks;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly nextSequence: () => Sequence;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  readonly timeZone: string;
  readonly rowPage?: RowPage | undefined;
  /** The addresses of links in 链接; without it none is filled in. */
  readonly linkAddress?: AddressOfLink | undefined;
  /** What keeps the changes, if the school has an audit. */
  readonly record: () => Promise<ChangeRecord | undefined>;
  readonly seals: Seals;
  /** Puts photos of ours into Drive's bin, by their links. */
  readonly binPhotos: (links: readonly string[]) => Promise<void>;
  /** Keeps the lease through a long look; throws when it was lost. */
  readonly prolong: () => Promise<void>;
}

/** What one look at the spreadsheets did. */
export interface CheckOutcome {
  readonly findings: number;
  readonly numbered: number;
  readonly opened: number;
  /** Write calls; a check that finds nothing to change makes none. */
  readonly writes: number;
}

/** Looks at the spreadsheets; remembers between looks only what can be read again. */
export interface CheckRun {
  /** Reads the given spreadsheets (and the others when never read), and writes what is wrong beside the rows. */
  look(
    spreadsheets: ReadonlyMap<string, readonly Register[]>,
    changed?: string,
  ): Promise<CheckOutcome>;
  /** Deletes personal cells whose time is over, everywhere; looks before and after, so that the audit tells of it. */
  erase(spreadsheets: ReadonlyMap<string, readonly Register[]>): Promise<Erased>;
}

const frameTabs = [openMattersTab.key, listsTab.key];

export function createCheckRun(ports: CheckRunPorts): CheckRun {
  const { sheets, workbooks, clock, random, log, nextSequence, publicHolidays, timeZone, prolong } =
    ports;
  const { seals, binPhotos } = ports;
  const resting = createResting();
  const reads = new Map<string, WorkbookRead>();
  const suspects = new Map<string, ReadonlySet<string>>();
  const visibility = createTabVisibility(sheets);
  const finder = createFinder();
  const destroyed = new Set<string>();

  const read = async (spreadsheetId: string, registers: readonly Register[]): Promise<number> => {
    await sheets.close(spreadsheetId);
    const seen = await readTabs(sheets, spreadsheetId, registers, frameTabs);
    const tabs = new Map<string, TabRead>();
    const today = dayOf(localMoment(clock.now(), timeZone));
    let numbered = 0;
    for (const tab of seen.tabs.values()) {
      const waiting = isWritable(tab) ? tab.identified.unnumbered.length : 0;
      const known =
        waiting > 0
          ? await numberRows(
              { sheets, random, nextSequence, rowPage: ports.rowPage },
              spreadsheetId,
              tab,
            )
          : tab;
      tabs.set(tab.register.key, await giveNumbers(sheets, spreadsheetId, known, today));
      numbered += waiting;
    }
    reads.set(spreadsheetId, {
      ...seen,
      tabs: unchangedKept(reads.get(spreadsheetId)?.tabs, tabs),
    });
    return numbered;
  };

  const worldNow = (): World => {
    const rows = new Map<string, readonly Row[]>();
    for (const { tabs } of reads.values())
      for (const tab of tabs.values()) rows.set(tab.register.key, tab.identified.rows);
    return worldOf({
      registers: workbooks.registers,
      rows,
      now: localMoment(clock.now(), timeZone),
      publicHolidays,
    });
  };

  /** While 设置 cannot be read everything counts as on; tabs stay as they are then. */
  const isSettingsRead = (): boolean =>
    [...reads.values()].some(({ tabs }) => {
      const tab = tabs.get('settings');
      return tab !== undefined && isWritable(tab);
    });

  const write = async (spreadsheetId: string, registers: readonly Register[], world: World) => {
    await prolong();
    const seen = reads.get(spreadsheetId);
    if (!seen) return { findings: 0, writes: 0 };
    const now = clock.now().getTime();
    for (const tab of seen.tabs.values()) resting.see(tab, now);
    const sound = registers.filter((register) => {
      const tab = seen.tabs.get(register.key);
      return tab !== undefined && isWritable(tab) && world.register(register.key) !== undefined;
    });
    const lost = registers.filter(({ key }) => seen.lostTabs.includes(key)).map(lostTabFinding);
    const ofTabs = [...lost, ...tabFindings(seen)].filter((finding) =>
      world.register(finding.register),
    );
    const found = [...ofTabs, ...finder.find(sound, world)];
    const shown = resting.soften(found, now, world.settings.number('restSeconds') * 1000);
    const lookUps = restoreLookUps(seen, suspects.get(spreadsheetId) ?? new Set());
    suspects.set(spreadsheetId, lookUps.suspects);
    const matters = matterWrite(seen, shown, registers, world);
    const requests = [
      ...[...seen.tabs.values()].flatMap(mendTabRequests),
      ...lookUps.requests,
      ...matters.requests,
      ...(isSettingsRead() ? await visibility.requests(spreadsheetId, registers, world) : []),
      ...listsRequests(seen.frameTabs.get(listsTab.key) ?? [], world.register, world.rows),
    ];
    if (requests.length > 0) {
      await sheets.batchUpdate(spreadsheetId, { requests }, { fields: 'spreadsheetId' });
      const mending = await matters.mending(sheets, spreadsheetId);
      if (mending.length > 0)
        await sheets.batchUpdate(
          spreadsheetId,
          { requests: [...mending] },
          { fields: 'spreadsheetId' },
        );
    }
    return { findings: shown.length, writes: requests.length > 0 ? 1 : 0 };
  };

  const run: CheckRun = {
    look: async (spreadsheets, changed) => {
      const stale = [...spreadsheets].filter(
        ([id]) => changed === undefined || changed === id || !reads.has(id),
      );
      const counts = await Promise.all(stale.map(([id, registers]) => read(id, registers)));
      const record = await ports.record();
      await prolong();
      const seenAt = localMoment(clock.now(), timeZone);
      for (const [id, [register]] of stale) {
        const seen = reads.get(id);
        await prolong();
        if (seen && register) await record?.audit(register.workbook, id, seen, seenAt);
      }
      const numbered = counts.reduce((sum, count) => sum + count, 0);
      const world = worldNow();
      const noted = await noteSettings(sheets, reads, changed, world.now);
      if (noted) reads.set(...noted);
      const issued =
        ports.linkAddress &&
        (await issueLinks(
          { sheets, addressOf: ports.linkAddress },
          reads,
          changed,
          workbooks.registers,
          world,
        ));
      if (issued) reads.set(...issued);
      const opened = openings(workbooks.registers, world);
      for (const submission of opened) {
        const { outcome } = await workbooks.submit(submission);
        if (outcome !== 'written' && outcome !== 'already')
          log.warn('opening-not-written', { register: submission.register, outcome });
      }
      let findings = 0;
      let writes = (numbered > 0 ? 1 : 0) + (noted ? 1 : 0) + (issued ? 1 : 0);
      for (const [spreadsheetId, registers] of spreadsheets) {
        if (changed !== undefined && changed !== spreadsheetId) continue;
        const result = await write(spreadsheetId, registers, world);
        findings += result.findings;
        writes += result.writes;
      }
      for (const [id] of stale) await record?.keep(id);
      return { findings, numbered, opened: opened.length, writes };
    },
    erase: async (spreadsheets) => {
      await run.look(spreadsheets);
      const world = worldNow();
      let [cells, keys] = [0, 0];
      for (const id of spreadsheets.keys()) {
        await prolong();
        const seen = reads.get(id);
        const erased =
          seen && (await erase({ sheets, seals, binPhotos }, id, seen, world, destroyed));
        cells += erased?.cells ?? 0;
        keys += erased?.keys ?? 0;
      }
      if (cells > 0) await run.look(spreadsheets);
      return { cells, keys };
    },
  };
  return run;
}

/** Tabs as they are now; rows that are the same as before stay the same array, which the finder goes by. */
function unchangedKept(
  before: ReadonlyMap<string, TabRead> | undefined,
  now: ReadonlyMap<string, TabRead>,
): ReadonlyMap<string, TabRead> {
  return new Map(
    Array.from(now, ([key, tab]) => {
      const rows = before?.get(key)?.identified.rows;
      const isSame = rows !== undefined && isDeepStrictEqual(rows, tab.identified.rows);
      return [key, isSame ? { ...tab, identified: { ...tab.identified, rows } } : tab] as const;
    }),
  );
}

/** A tab whose columns cannot be found is neither judged nor written to. */
function isWritable(tab: TabRead): boolean {
  return tab.resolved.missing.length === 0;
}
