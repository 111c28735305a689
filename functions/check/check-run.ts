import type { Drive } from '#platform/google/index.ts';
import type { Seals } from '#platform/seals/index.ts';
import { writeHeld } from '#platform/workbook/column-guard.ts';
import { type Submission, WorkbookFailure, type Workbooks } from '#platform/workbook/index.ts';
import { listsRequests } from '#platform/workbook/lists.ts';
import { restoreLookUps } from '#platform/workbook/mend-tab.ts';
import type { WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { listsTab } from '#platform/workbook/tabs.ts';
import { createFinder } from '#schema/find-changed.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import { allSettled } from './all-settled.ts';
import { createClosedNeeded } from './closed-needed.ts';
import { type Erased, erase } from './erase.ts';
import { halfSortedFinding } from './half-sorted.ts';
import { type AddressOfLink, issueLinks } from './issue-links.ts';
import { createLastReads } from './last-reads.ts';
import { matterWrite } from './matter-requests.ts';
import { noteSettings } from './note-settings.ts';
import { openings } from './openings.ts';
import { isWritable, type ReadPorts, titleOf } from './read-workbook.ts';
import { createResting } from './resting.ts';
import { lostTabFinding, tabFindings } from './tab-findings.ts';
import { createTabVisibility } from './tab-visibility.ts';

export interface CheckRunPorts extends ReadPorts {
  readonly workbooks: Workbooks;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  /** The addresses of links in 链接; without it none is filled in. */
  readonly linkAddress?: AddressOfLink | undefined;
  readonly seals: Seals;
  readonly drive: Pick<Drive, 'getFile' | 'listFiles'>;
  /** Puts photos of ours into Drive's bin, by their links. */
  readonly binPhotos: (links: readonly string[]) => Promise<void>;
  /** Keeps the lease through a long look; throws when it was lost. */
  readonly prolong: () => Promise<void>;
}

/** What one look at the spreadsheets did. */
export interface CheckOutcome {
  /** Rows that were read. */
  readonly read: number;
  /** Rows that came, went or changed since they were last seen. */
  readonly changed: number;
  readonly findings: number;
  readonly numbered: number;
  readonly opened: number;
  /** Write calls; a check that finds nothing to change makes none. */
  readonly writes: number;
  /** What somebody must do for all to be looked at, in Chinese. */
  readonly problems: readonly string[];
}

/** Looks at the spreadsheets; remembers between looks only what can be read again. */
export interface CheckRun {
  /** Reads the given spreadsheets (and the others when never read), and writes what is wrong beside the rows. */
  look(
    spreadsheets: ReadonlyMap<string, readonly Register[]>,
    only?: string,
  ): Promise<CheckOutcome>;
  /** Deletes personal cells whose time is over, everywhere; looks before and after, so that the audit tells of it. */
  erase(spreadsheets: ReadonlyMap<string, readonly Register[]>): Promise<Erased>;
}

export function createCheckRun(ports: CheckRunPorts): CheckRun {
  const { sheets, workbooks, clock, log, publicHolidays, timeZone, prolong } = ports;
  const { seals, binPhotos } = ports;
  const resting = createResting();
  const last = createLastReads(ports);
  const reads = last.held;
  const suspects = new Map<string, ReadonlySet<string>>();
  const visibility = createTabVisibility(sheets);
  const finder = createFinder();
  const closedNeeded = createClosedNeeded(ports);
  const destroyed = new Set<string>();
  const refused = new Set<string>();

  const worldNow = (): World => {
    return worldOf({
      registers: workbooks.registers,
      rows: last.rows(),
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

  /** What rules find: those that look further back see closed rows as well, but nothing is said of a closed row. */
  const findIn = (
    registers: readonly Register[],
    { tabs }: WorkbookRead,
    world: World,
    whole: World,
  ): readonly Finding[] =>
    registers.flatMap((register) => {
      if (!register.needs) return finder.find([register], world);
      const live = tabs.get(register.key)?.identified.numbered;
      return finder
        .find([register], whole)
        .filter(({ row }) => row === undefined || live?.has(row));
    });

  const write = async (
    spreadsheetId: string,
    registers: readonly Register[],
    world: World,
    whole: World,
  ) => {
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
    const record = await ports.record();
    const halfSorted = registers.flatMap(
      (register) =>
        halfSortedFinding(register, record?.strayed(spreadsheetId, register.key) ?? {}) ?? [],
    );
    const ofTabs = [...lost, ...halfSorted, ...tabFindings(seen)].filter((finding) =>
      world.register(finding.register),
    );
    const found = [...ofTabs, ...findIn(sound, seen, world, whole)];
    const shown = resting.soften(found, now, world.settings.number('restSeconds') * 1000);
    const lookUps = restoreLookUps(seen, suspects.get(spreadsheetId) ?? new Set());
    suspects.set(spreadsheetId, lookUps.suspects);
    const matters = matterWrite(seen, shown, registers, world);
    const isRestored =
      lookUps.requests.length > 0 &&
      !(await writeHeld(sheets, spreadsheetId, lookUps.requests, lookUps.held));
    const requests = [
      ...matters.requests,
      ...(isSettingsRead() ? await visibility.requests(spreadsheetId, registers, world) : []),
      ...listsRequests(seen.frameTabs.get(listsTab.key) ?? [], world.register, world.rows),
    ];
    if (requests.length > 0) {
      if (await writeHeld(sheets, spreadsheetId, requests)) {
        // A tab was deleted meanwhile: the next look reads anew. Refused again, it is a fault of ours.
        if (refused.has(spreadsheetId))
          throw new Error(`what was found in ${spreadsheetId} was refused twice`);
        refused.add(spreadsheetId);
        log.warn('findings-refused', { spreadsheetId });
        return { findings: shown.length, writes: isRestored ? 1 : 0 };
      }
      const mending = await matters.mending(sheets, spreadsheetId);
      if (mending.length > 0) await writeHeld(sheets, spreadsheetId, mending);
    }
    refused.delete(spreadsheetId);
    return {
      findings: shown.length,
      writes: (isRestored ? 1 : 0) + (requests.length > 0 ? 1 : 0),
    };
  };

  /** What became of a row that follows from another; its tab may be gone. */
  const submitted = async (submission: Submission): Promise<string> => {
    try {
      return (await workbooks.submit(submission)).outcome;
    } catch (failure) {
      if (!(failure instanceof WorkbookFailure)) throw failure;
      return failure.label.zh;
    }
  };

  const run: CheckRun = {
    look: async (spreadsheets, only) => {
      const stale = [...spreadsheets].filter(
        ([id]) => only === undefined || only === id || !reads.has(id),
      );
      const done = new Map(
        await allSettled(
          stale.map(async ([id, registers]) => [id, await last.read(id, registers)] as const),
        ),
      );
      const record = await ports.record();
      await prolong();
      const seenAt = localMoment(clock.now(), timeZone);
      let changed = 0;
      for (const [id, [register]] of stale) {
        const seen = reads.get(id);
        await prolong();
        if (seen && register)
          changed +=
            (await record?.audit(register.workbook, id, seen, seenAt, done.get(id)?.mends)) ?? 0;
      }
      const total = (count: 'rows' | 'numbered' | 'writes') =>
        done.values().reduce((sum, one) => sum + (one?.[count] ?? 0), 0);
      const world = worldNow();
      const noted = await noteSettings(sheets, reads, only, world.now);
      if (noted) reads.set(...noted);
      const issued =
        ports.linkAddress &&
        (await issueLinks(
          { sheets, addressOf: ports.linkAddress },
          reads,
          only,
          workbooks.registers,
          world,
        ));
      if (issued) reads.set(...issued);
      const opened = openings(workbooks.registers, world);
      for (const submission of opened) {
        const outcome = await submitted(submission);
        if (outcome !== 'written' && outcome !== 'already')
          log.warn('opening-not-written', { register: submission.register, outcome });
      }
      const whole = await closedNeeded.with(world, spreadsheets);
      let findings = 0;
      let writes = total('writes') + (noted ? 1 : 0) + (issued ? 1 : 0);
      for (const [spreadsheetId, registers] of spreadsheets) {
        if (only !== undefined && only !== spreadsheetId) continue;
        const result = await write(spreadsheetId, registers, world, whole);
        findings += result.findings;
        writes += result.writes;
      }
      for (const [id] of stale) if (reads.has(id)) await record?.keep(id);
      return {
        read: total('rows'),
        changed,
        findings,
        numbered: total('numbered'),
        opened: opened.length,
        writes,
        problems: stale.flatMap(
          ([id, [register]]) => done.get(id)?.problems ?? shutWords(register),
        ),
      };
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

function shutWords(register: Register | undefined): readonly string[] {
  return register
    ? [`“${titleOf(register)}”打不开，没有共享给系统或已删除；其余照常检查，请恢复`]
    : [];
}
