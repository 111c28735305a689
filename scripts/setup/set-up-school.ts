import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import { createLinks } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import type { Random } from '#platform/random.ts';
import { readDirectory } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { setUpWorkbooks } from '#platform/workbook/setup/index.ts';
import type { Register } from '#schema/register.ts';
import { settingRows } from '#schema/registers/school/settings.ts';
import { declaredSettings, frameSettings } from '#schema/settings.ts';
import { startingSwitches, startsOff, switchedOff } from '#schema/switches.ts';
import { localMoment } from '#schema/time.ts';
import { type FormLink, formLink } from '../local/form-links.ts';
import { seedLinks } from '../seed-links.ts';
import { seedSettings } from '../seed-settings.ts';
import type { SetUpEnvironment } from './environment.ts';

/** What set-up found and made. */
export interface SchoolSetUp {
  readonly spreadsheets: readonly {
    readonly workbook: string;
    readonly id: string;
    /** Made by this run. */
    readonly isNew: boolean;
  }[];
  /** Rows that were missing in 设置 and are there now. */
  readonly settingsWritten: number;
  /** Forms of the registers that the school uses. */
  readonly forms: readonly FormLink[];
  /** How many registers 设置 switches off. */
  readonly switchedOff: number;
}

/**
 * Brings a school to Google: shared drives, bucket, spreadsheets, queue, and the rows of 设置
 * and 链接. What is there already is
 * left as it is, so a run that broke off is run again, and a second run changes nothing.
 *
 * @throws GoogleFailure when Google refuses or cannot be reached
 */
export async function setUpSchool(
  environment: SetUpEnvironment,
  ports: {
    readonly google: Google;
    readonly registers: readonly Register[];
    readonly clock: Clock;
    readonly random: Random;
    readonly log: Log;
  },
): Promise<SchoolSetUp> {
  const { configuration, editors, schoolName, directorMail } = environment;
  const { google, registers, clock } = ports;
  const { bucket, project, queue, url } = configuration;
  const links = createLinks({ keys: configuration.linkKeys, clock });
  const forms = registers.flatMap((register) => formLink(links, url, register) ?? []);
  await google.storage.createBucket(project, bucket);
  const before = await readDirectory(google, bucket);
  const switches = startingSwitches(registers);
  const directory = await setUpWorkbooks({
    ...ports,
    project,
    bucket,
    schoolName,
    editors,
    draftReaders: [...editors, directorMail],
    formUrl: (key) => forms.find(({ register }) => register === key)?.page,
    startsOff: startsOff(registers),
  });
  if (queue !== undefined) await google.tasks.createQueue(queue);
  const workbooks = createWorkbooks({ ...ports, directory: () => Promise.resolve(directory) });
  const settingsWritten = await seedSettings(
    workbooks,
    settingRows(declaredSettings(registers), { ...switches, schoolName, directorMail }),
  );
  const timeZone = frameSettings.timeZone.default;
  await seedLinks(workbooks, registers, localMoment(clock.now(), timeZone));
  const stated = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
  const off = switchedOff(registers, stated);
  await workbooks.close();
  return {
    spreadsheets: Object.entries(directory.spreadsheets).map(([workbook, id]) => ({
      workbook,
      id,
      isNew: before?.spreadsheets[workbook] === undefined,
    })),
    settingsWritten,
    forms: forms.filter(({ register }) => !off.has(register)),
    switchedOff: off.size,
  };
}
