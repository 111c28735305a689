import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { registers } from '#schema/registers/index.ts';
import { settingRows } from '#schema/registers/school/settings.ts';
import { declaredSettings } from '#schema/settings.ts';
import { rowId } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { seedSettings } from '#scripts/seed-settings.ts';
import { type HandClock, handClock } from '../../local-google/hand-clock.ts';
import { openSchool } from '../../school/open-school.ts';

const assets = await loadAssets();

/**
 * A school with all its registers, its check, and what its staff open from links.
 *
 * @param own values of 设置 that the school begins with
 */
export async function openSchoolInUse(own: Readonly<Record<string, string>> = {}) {
  const clock = handClock('2026-11-24T02:00:00.000Z');
  const school = await openSchool({ clock, seed: 'switches' });
  const workbooks = school.workbooks();
  await passing(clock, seedSettings(workbooks, settingRows(declaredSettings(registers), own)));
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  const intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets,
  });
  const token = encodeURIComponent(links.sign({ kind: 'post' }));
  const check = school.check();
  const newId = () => rowId.parse(uuidFrom(systemRandom));
  const google = school.google('owner');

  const ask = (path: string, init?: RequestInit) =>
    Promise.resolve(intake.request(`${path}?t=${token}`, init));
  const setting = async (name: string) => {
    const { rows } = await school.staff.see('settings');
    const index = rows.findIndex((row) => row.设置 === name);
    return { index: index + 1, row: rows[index] };
  };

  return {
    ...school,
    clock,
    workbooks,
    newId,
    ask,
    setting,
    send: (path: string, body: Readonly<Record<string, unknown>>) =>
      ask(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ id: newId(), ...body }),
      }),
    /** The check looks at everything; its answer. */
    look: async () => (await check.request('/check/poll', { method: 'POST' })).json(),
    /** Staff type a value beside a setting. */
    async set(name: string, value: string) {
      await school.staff.edit('settings', (await setting(name)).index, '值', value);
    },
    /** Titles of the tabs that staff see. */
    async tabsOf(workbook: WorkbookKey): Promise<readonly string[]> {
      const { sheets = [] } = await google.sheets.get(school.spreadsheetId(workbook), {
        fields: 'sheets(properties(title,hidden))',
      });
      return sheets.flatMap(({ properties }) =>
        properties?.title && properties.hidden !== true ? [properties.title] : [],
      );
    },
    /** Registers whose line staff see on 首页. */
    async linesOf(workbook: WorkbookKey): Promise<readonly string[]> {
      const { sheets = [] } = await google.sheets.get(school.spreadsheetId(workbook), {
        ranges: ["'首页'!A:A"],
        fields: 'sheets(data(rowData(values(formattedValue)),rowMetadata(hiddenByUser)))',
      });
      const { rowData = [], rowMetadata = [] } = sheets[0]?.data?.[0] ?? {};
      const titles = new Set(registers.map(({ title }) => title.zh));
      return rowData.flatMap(({ values }, index) => {
        const shown = values?.[0]?.formattedValue ?? '';
        return titles.has(shown) && !rowMetadata[index]?.hiddenByUser ? [shown] : [];
      });
    },
  };
}

export type SchoolInUse = Awaited<ReturnType<typeof openSchoolInUse>>;

/** Lets time pass until something is done. */
async function passing<T>(clock: HandClock, work: Promise<T>): Promise<T> {
  let isDone = false;
  const done = () => {
    isDone = true;
  };
  work.then(done, done);
  while (!isDone) await clock.advance(500);
  return work;
}
