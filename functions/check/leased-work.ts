import { type Audit, createAudit } from '#platform/audit/index.ts';
import { once } from '#platform/google/once.ts';
import { binPhotos } from '#platform/photos/tidy.ts';
import type { Seals } from '#platform/seals/index.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import { FenceClosed, type FencedSheets } from '#platform/workbook/fence.ts';
import type { Register } from '#schema/register.ts';
import { statedSettings } from '#schema/registers/school/settings.ts';
import { declaredSettings, settingsFrom } from '#schema/settings.ts';
import type { Sequence } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { archiveAudit } from './archive-audit.ts';
import { type CheckRun, createCheckRun } from './check-run.ts';
import type { Closing } from './closing/create-closing.ts';
import { openClosing } from './closing/open-closing.ts';
import type { CheckOptions } from './create-check.ts';
import { erasePastMonths, keepMonthFiles } from './month-files/past-months.ts';
import { type MonthFilePorts, monthNow } from './month-files/ports.ts';
import { turnMonth } from './month-files/turn-month.ts';
import { doNightWork, type NightOutcome } from './night-work.ts';
import { type ChangeRecord, createChangeRecord } from './record-changes.ts';
import { createSnapshots } from './snapshot.ts';

/** What is looked at: spreadsheets with their registers. */
export type Spreadsheets = ReadonlyMap<string, readonly Register[]>;

/** What whoever holds the lease can do. */
export interface LeasedWork extends CheckRun {
  closing(): Promise<Closing>;
  /** Finishes once what a closing that died left under way; a failure is logged and tried again at the next call. */
  resumeClosing(): Promise<void>;
  nightWork(): Promise<NightOutcome>;
  /** Turns workbooks that are a file a month to the file of this month. */
  turnMonth(due: readonly WorkbookKey[], spreadsheets: Spreadsheets): Promise<{ turned: true }>;
}

/** The work of one holder of the lease, over sheets that are fenced by it. */
export function createLeasedWork(
  options: CheckOptions & { readonly seals: Seals; readonly nextSequence: () => Sequence },
  sheets: FencedSheets,
  prolong: () => Promise<void>,
): LeasedWork {
  const { google, log, seals } = options;
  const audit = once(() => auditOf(options, sheets));
  const record = once(() => recordOf(options, audit));
  const closing = once(() => openClosing({ ...options, record }, sheets, prolong, seals));
  const binned = (links: readonly string[]): Promise<void> => binPhotos(google.drive, links);
  const checking = createCheckRun({
    ...options,
    binPhotos: binned,
    sheets,
    drive: google.drive,
    prolong,
    editors: once(async () => (await options.directory()).editors),
    record,
  });
  const snapshots = createSnapshots({ storage: google.storage, bucket: options.bucket });
  const files = { ...options, sheets, prolong, snapshots, binPhotos: binned };
  const destroyed = new Set<string>();
  let isResumed = false;

  return {
    ...checking,
    closing,
    async resumeClosing() {
      if (isResumed) return;
      try {
        await (await closing()).resume();
        isResumed = true;
      } catch (failure) {
        if (failure instanceof FenceClosed) throw failure;
        log.error('closing-not-resumed', { failure: String(failure) });
      }
    },
    nightWork: () => nightWork(files, audit, closing),
    async turnMonth(due, known) {
      for (const workbook of due)
        await turnMonth(files, workbook, (id) => checking.look(known, id));
      return { turned: true };
    },
    async erase(known) {
      const present = await checking.erase(known);
      const past = await erasePastMonths(files, destroyed);
      return { cells: present.cells + past.cells, keys: present.keys + past.keys };
    },
  };
}

/** The audit; nothing until set-up has made the drive for it. */
async function auditOf(options: CheckOptions, sheets: FencedSheets): Promise<Audit | undefined> {
  const { google, bucket, log } = options;
  const { auditDriveId } = await options.directory();
  if (auditDriveId !== undefined)
    return createAudit({ ...google, sheets, bucket, driveId: auditDriveId, close: sheets.close });
  log.warn('no-audit', { todo: 'run set-up: it makes the shared drive of the audit' });
  return undefined;
}

/** Where changes are kept, if there is an audit. */
async function recordOf(
  options: CheckOptions & { readonly seals: Seals },
  audit: () => Promise<Audit | undefined>,
): Promise<ChangeRecord | undefined> {
  const { google, bucket, log, seals } = options;
  const [kept, { editors }] = await Promise.all([audit(), options.directory()]);
  return (
    kept &&
    createChangeRecord({
      audit: kept,
      snapshots: createSnapshots({ storage: google.storage, bucket }),
      seals,
      drive: google.drive,
      closedIds: createClosedIds({ storage: google.storage, bucket }),
      log,
      editors,
    })
  );
}

/** What is done each night, one piece after the other. */
async function nightWork(
  files: MonthFilePorts,
  audit: () => Promise<Audit | undefined>,
  closing: () => Promise<Closing>,
): Promise<NightOutcome> {
  const { workbooks, log, prolong } = files;
  const rows = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
  const settings = settingsFrom(declaredSettings(workbooks.registers), statedSettings(rows));
  const archive = async (): Promise<NightOutcome> => {
    const kept = await audit();
    return kept === undefined
      ? { wrote: 0, problems: [] }
      : archiveAudit(kept, monthNow(files), settings.number('auditMonths'), prolong);
  };
  const verify = async (): Promise<NightOutcome> => {
    const problems = await (await closing()).verifyInTurn();
    for (const problem of problems) log.warn('closed-month-differs', { problem });
    return { wrote: 0, problems };
  };
  const jobs = [
    { name: '门卫按月换表', work: () => keepMonthFiles(files) },
    { name: '压缩旧审计', work: archive },
    { name: '核对已结的月份', work: verify },
  ];
  return doNightWork(jobs, log);
}
