import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Random } from '#platform/random.ts';
import type { Seals } from '#platform/seals/index.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import type { RowPage, Workbooks } from '#platform/workbook/index.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { localMoment } from '#schema/time.ts';
import { type LocalDate, monthOf } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { worldOf } from '#schema/world.ts';
import type { Snapshots } from '../snapshot.ts';

/** What the files of workbooks that are a file a month are kept with. */
export interface MonthFilePorts {
  readonly google: Pick<Google, 'sheets' | 'drive' | 'storage'>;
  /** Fenced by the lease. */
  readonly sheets: FencedSheets;
  readonly bucket: string;
  /** The directory as it stands now. */
  readonly directory: () => Promise<Directory>;
  readonly workbooks: Workbooks;
  readonly snapshots: Snapshots;
  readonly seals: Seals;
  /** Puts photos of ours into Drive's bin, by their links. */
  readonly binPhotos: (links: readonly string[]) => Promise<void>;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  readonly timeZone: string;
  readonly rowPage?: RowPage;
  readonly spreadsheetUrl?: (spreadsheetId: string) => string;
  /** Keeps the lease through a long run; throws when it was lost. */
  readonly prolong: () => Promise<void>;
}

/** The month that it is at the school. */
export function monthNow({ clock, timeZone }: Pick<MonthFilePorts, 'clock' | 'timeZone'>): string {
  return monthOf(localMoment(clock.now(), timeZone));
}

/** The registers of a workbook. */
export function registersIn(
  { workbooks }: Pick<MonthFilePorts, 'workbooks'>,
  workbook: WorkbookKey,
): readonly Register[] {
  return workbooks.registers.filter((register) => register.workbook === workbook);
}

/** The world as the rows of one file and the settings say. */
export async function worldOfFile(
  { workbooks, clock, timeZone, publicHolidays }: MonthFilePorts,
  tabs: ReadonlyMap<string, TabRead>,
): Promise<World> {
  const settings = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
  const rows = new Map<string, readonly Row[]>([['settings', settings]]);
  for (const [key, { identified }] of tabs) rows.set(key, identified.rows);
  const now = localMoment(clock.now(), timeZone);
  return worldOf({ registers: workbooks.registers, rows, now, publicHolidays });
}
