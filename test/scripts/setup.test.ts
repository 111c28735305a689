import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { systemClock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { readDirectory } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { registers } from '#schema/registers/index.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { textAt } from '#schema/row.ts';
import { declaredSettings } from '#schema/settings.ts';
import { startsOff } from '#schema/switches.ts';
import { localDateTime } from '#schema/values.ts';
import { writeDemo } from '#scripts/local/demo.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { listen } from '#scripts/local-google/server.ts';
import { emptyState } from '#scripts/local-google/state.ts';
import { readSetUpEnvironment } from '#scripts/setup/environment.ts';
import { setUpSchool } from '#scripts/setup/set-up-school.ts';
import { createStaff } from '../school/staff.ts';

const variables = {
  HOUQIN_URL: 'https://forms.school.example',
  HOUQIN_BUCKET: 'houqin-qingshan',
  HOUQIN_PROJECT: 'qingshan',
  HOUQIN_LINK_KEYS: `k1:${Buffer.alloc(32, 7).toString('base64')}`,
  HOUQIN_QUEUE: 'projects/qingshan/locations/asia-east1/queues/check',
  HOUQIN_SCHOOL: '青山中学',
  HOUQIN_DIRECTOR: 'chen@school.example',
  HOUQIN_EDITORS:
    'intake@houqin.iam.gserviceaccount.com, check@houqin.iam.gserviceaccount.com,plan@houqin.iam.gserviceaccount.com',
};

/** A Google on which nobody has set up anything, and set-up for it. */
function freshGoogle() {
  const state = emptyState();
  const random = seededRandom('set-up');
  const local = createLocalGoogle({
    clock: systemClock,
    random,
    state,
    quota: 'off',
    checkAnswers: true,
  });
  const log = createLog({ write: () => undefined });
  const ports = { registers, clock: systemClock, random, log };
  const google = createGoogle({
    ...ports,
    root: 'http://google.local/',
    token: 'owner',
    fetchImplementation: (input, init) => local.fetch(new Request(input, init)),
    sheetsReads: { capacity: 1000, perSecond: 1000 },
    sheetsWrites: { capacity: 1000, perSecond: 1000 },
  });
  const environment = readSetUpEnvironment(variables);
  const directory = async () => {
    const known = await readDirectory(google, variables.HOUQIN_BUCKET);
    if (!known) throw new Error('nothing is set up');
    return known;
  };
  const workbooks = () => createWorkbooks({ ...ports, google, directory });
  return {
    state,
    google,
    directory,
    workbooks,
    setUp: () => setUpSchool(environment, { ...ports, google }),
    settings: async () => (await workbooks().read(['settings'])).get('settings')?.rows ?? [],
  };
}

describe('what set-up makes', () => {
  it('a spreadsheet for each workbook, a row for each setting, a link for each form', async () => {
    const school = freshGoogle();
    const made = await school.setUp();
    const inUse = new Set<string>(registers.map(({ workbook }) => workbook));
    expect(made.spreadsheets.every(({ isNew }) => isNew)).toBe(true);
    expect(new Set(made.spreadsheets.map(({ workbook }) => workbook))).toEqual(inUse);
    const declared = [...declaredSettings(registers).keys()];
    expect(made.settingsWritten).toBe(declared.length);
    const rows = await school.settings();
    expect(rows.map((row) => textAt(row, 'key'))).toEqual(declared);
    const said = rows.flatMap((row) => textAt(row, 'value') || []);
    expect(said.filter((word) => word !== '停用')).toEqual(['青山中学', 'chen@school.example']);
    // A new school begins with a few registers; the others are there to be switched on.
    expect(said.filter((word) => word === '停用')).toHaveLength(startsOff(registers).size);
    const off = startsOff(registers);
    expect(made.switchedOff).toBe(off.size);
    expect(made.forms.map(({ register }) => register)).toEqual(
      registers.filter(({ key, form }) => form && !off.has(key)).map(({ key }) => key),
    );
    for (const { page } of made.forms)
      expect(page).toMatch(/^https:\/\/forms\.school\.example\/intake\/form\/\w+\?t=k1\./);
  });
});

describe('the drafts of plan and report', () => {
  it('lie in a shared drive that the director may open and other staff may not', async () => {
    const school = freshGoogle();
    await school.setUp();
    const { driveId, draftsDriveId } = await school.directory();
    const members = (id: string | undefined) =>
      school.state.drives.get(id ?? '')?.permissions.map(({ emailAddress }) => emailAddress);
    expect(members(draftsDriveId)).toContain('chen@school.example');
    expect(members(driveId)).not.toContain('chen@school.example');
  });
});

describe('run again', () => {
  it('changes nothing at Google', async () => {
    const school = freshGoogle();
    await school.setUp();
    const before = structuredClone(school.state);
    const again = await school.setUp();
    expect(again.settingsWritten).toBe(0);
    expect(again.spreadsheets.filter(({ isNew }) => isNew)).toEqual([]);
    expect(school.state).toEqual(before);
  });

  it('puts back a setting whose row was deleted, and keeps what the school entered', async () => {
    const school = freshGoogle();
    await school.setUp();
    const { spreadsheets } = await school.directory();
    const staff = createStaff({
      google: school.google,
      registers,
      spreadsheetId: (workbook) => spreadsheets[workbook] ?? '',
    });
    const rowOf = async (name: string) =>
      (await staff.see('settings')).rows.findIndex((row) => row.设置 === name) + 1;
    await staff.edit('settings', await rowOf('工作口号'), '值', '后勤先行');
    await staff.deleteRow('settings', await rowOf('部门名称'));
    expect((await school.setUp()).settingsWritten).toBe(1);
    expect(await rowOf('部门名称')).toBeGreaterThan(0);
    expect((await staff.see('settings')).rows[(await rowOf('工作口号')) - 1]?.值).toBe('后勤先行');
  });

  it('the demo school finds its settings there: both give a setting the same row', async () => {
    const school = freshGoogle();
    await school.setUp();
    const ids = (await school.settings()).map(({ id }) => id);
    const now = localDateTime.parse('2026-11-24T09:00:00');
    await writeDemo({
      workbooks: school.workbooks(),
      registers,
      chosen: [settings],
      length: 'short',
      now,
      progress: () => undefined,
    });
    expect((await school.settings()).map(({ id }) => id)).toEqual(ids);
  });
});

describe('its environment', () => {
  const problemsOf = (environment: Readonly<Record<string, string | undefined>>): string => {
    try {
      readSetUpEnvironment(environment);
      return '';
    } catch (failure) {
      return String(failure);
    }
  };

  it('every variable that is missing is named, each with what it is', () => {
    const problems = problemsOf({});
    for (const name of Object.keys(variables).filter((known) => known !== 'HOUQIN_QUEUE'))
      expect(problems).toMatch(new RegExp(`${name} is missing: \\S+`));
    expect(problemsOf(variables)).toBe('');
  });

  it('a wrong one is named and not shown', () => {
    const problems = problemsOf({ ...variables, HOUQIN_EDITORS: 'the-guard', HOUQIN_SCHOOL: ' ' });
    expect(problems).toContain('HOUQIN_EDITORS must be e-mail addresses');
    expect(problems).toContain('HOUQIN_SCHOOL is missing');
    expect(problems).not.toContain('the-guard');
  });
});

describe('npm run setup', () => {
  const root = join(import.meta.dirname, '..', '..');
  const setup = (environment: Readonly<Record<string, string>>) =>
    promisify(execFile)(process.execPath, ['scripts/launch.mjs', 'scripts/setup.ts'], {
      cwd: root,
      env: { PATH: process.env.PATH, ...environment },
    });

  it('prints what it made and the links; the second time, that all was there', async () => {
    const local = createLocalGoogle({
      clock: systemClock,
      random: seededRandom('program'),
      quota: 'off',
    });
    const server = await listen(local, 0);
    const environment = { ...variables, GOOGLE_API_ROOT: server.url };
    const first = await setup(environment);
    expect(first.stdout).toContain('库房与校产 Stores and property（新建 made）');
    expect(first.stdout).toContain(`${server.url}spreadsheets/d/`);
    expect(first.stdout).toContain('报修 Repairs\n      https://forms.school.example/intake/form/');
    const second = await setup(environment);
    expect(second.stdout).toContain('（已有 there already）');
    expect(second.stdout).toContain('nothing to add');
    expect(second.stdout).toContain('more registers are off: switch them on in 设置');
    expect(second.stdout).not.toContain('/intake/form/lostAndFound');
    await server.close();
    local.stop();
  });

  it('says what is missing and ends with 2', async () => {
    const failure = await setup({}).catch((reason: unknown) => reason);
    expect(failure).toMatchObject({ code: 2 });
    expect(String(failure)).toContain('HOUQIN_EDITORS is missing');
  });
});
