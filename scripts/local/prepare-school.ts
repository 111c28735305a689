import * as z from 'zod';
import { type Clock, systemClock } from '#platform/clock.ts';
import { createGoogle, type Google } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createRowPage } from '#platform/row-page.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { setUpWorkbooks } from '#platform/workbook/setup/index.ts';
import type { Register } from '#schema/register.ts';
import { settingRows } from '#schema/registers/school/settings.ts';
import { declaredSettings } from '#schema/settings.ts';
import { startingSwitches, startsOff } from '#schema/switches.ts';
import { localMoment } from '#schema/time.ts';
import { seedLinks } from '../seed-links.ts';
import { seedSettings } from '../seed-settings.ts';
import { type DemoLength, writeDemo } from './demo.ts';
import { formLink, linksOf } from './form-links.ts';
import type { StateFolder } from './state-folder.ts';

export interface PrepareOptions {
  readonly googleRoot: string;
  readonly bucket: string;
  readonly project: string;
  readonly queue: string;
  readonly url: string;
  readonly empty: boolean;
  readonly demo: DemoLength;
  /** Whether Google counts no requests while the school is made. */
  readonly unmetered: boolean;
  readonly timeZone: string;
  readonly folder: StateFolder;
  readonly registers: readonly Register[];
  readonly print: (line: string) => void;
}

const accounts = ['intake', 'check', 'plan', 'report'];
/** Set-up comes once and is waited for: most of a minute’s allowance at once, and never more than 60 in a minute. */
const burst = { capacity: 50, perSecond: 0.15 } as const;
/** The eighteen months are written where there is no allowance to keep to. */
const unbounded = { capacity: 1000, perSecond: 1000 } as const;
const demoMark = 'demo-school.json';
const schoolName = '青山中学';
const pause = 2000;

/** Spreadsheets and demo school, made through the API where they are not there yet; a second start finds them. */
export async function prepareSchool(options: PrepareOptions): Promise<Directory> {
  const {
    googleRoot,
    bucket,
    project,
    queue,
    url,
    empty,
    demo,
    unmetered,
    timeZone,
    folder,
    registers,
    print,
  } = options;
  const pace = unmetered ? unbounded : burst;
  const clock = systemClock;
  const log = createLog({ write: () => undefined });
  const google = createGoogle({
    root: googleRoot,
    token: 'owner',
    clock,
    log,
    random: systemRandom,
    sheetsReads: pace,
    sheetsWrites: pace,
  });
  const links = linksOf(folder.secrets().linkKeys);
  const byKey = new Map(registers.map((register) => [register.key, register]));
  const formUrl = (key: string): string | undefined => {
    const register = byKey.get(key);
    return register && formLink(links, url, register)?.page;
  };
  const directory = await untilDone(clock, print, () =>
    setUpWorkbooks({
      google,
      project,
      bucket,
      schoolName,
      registers,
      editors: [
        'owner@school.example',
        ...accounts.map((account) => `${account}@houqin.iam.gserviceaccount.com`),
      ],
      draftReaders: ['plan', 'report']
        .map((account) => `${account}@houqin.iam.gserviceaccount.com`)
        .concat('director@example.edu.cn'),
      formUrl,
      ...(empty && { startsOff: startsOff(registers) }),
      log,
    }),
  );
  await untilDone(clock, print, () => google.tasks.createQueue(queue));
  folder.keepSpreadsheets(directory.spreadsheets);
  const workbooks = createWorkbooks({
    google,
    directory: () => Promise.resolve(directory),
    registers,
    clock,
    random: systemRandom,
    log,
    rowPage: createRowPage({ links, url, registers }),
  });
  const seedOwnLinks = () => seedLinks(workbooks, registers, localMoment(clock.now(), timeZone));
  const made = await untilDone(clock, print, () => schoolMade(google, bucket));
  if (made) {
    // Settings of registers that were added since the last start.
    const own = made.empty ? startingSwitches(registers) : {};
    const rows = settingRows(declaredSettings(registers), own);
    await untilDone(clock, print, () => seedSettings(workbooks, rows));
    await untilDone(clock, print, seedOwnLinks);
    return directory;
  }
  if (empty) {
    const rows = settingRows(declaredSettings(registers), startingSwitches(registers));
    await untilDone(clock, print, () => seedSettings(workbooks, rows));
  } else
    await untilDone(clock, print, () =>
      writeDemo({
        workbooks,
        registers,
        chosen: registers,
        length: demo,
        now: localMoment(clock.now(), timeZone),
        progress: print,
      }),
    );
  await untilDone(clock, print, seedOwnLinks);
  await untilDone(clock, print, () =>
    google.storage.write(bucket, demoMark, new TextEncoder().encode(JSON.stringify({ empty })), {
      contentType: 'application/json',
    }),
  );
  return directory;
}

const markShape = z.object({ empty: z.boolean() });

/** How the school that is there was begun; nothing when none is. */
async function schoolMade(google: Google, bucket: string): Promise<{ empty: boolean } | undefined> {
  const mark = await google.storage.read(bucket, demoMark);
  return mark && markShape.parse(JSON.parse(new TextDecoder().decode(mark.bytes)));
}

/** Every step can be repeated, so while Google answers faults it is tried again. */
async function untilDone<T>(
  clock: Clock,
  print: (line: string) => void,
  step: () => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await step();
    } catch (failure) {
      if (attempt === 60) throw failure;
      print(
        `Google 暂时没有应答，稍后再试 (${failure instanceof Error ? failure.message : String(failure)})`,
      );
      await clock.sleep(pause);
    }
  }
}
