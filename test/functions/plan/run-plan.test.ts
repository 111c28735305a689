import { expect, test } from 'vitest';
import { createPlan } from '#functions/plan/create-plan.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLog } from '#platform/log/index.ts';
import type { MailMessage } from '#platform/mail/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { localDate } from '#schema/values.ts';
import { openSchool } from '../../school/open-school.ts';

test('try', async () => {
  const clock = { now: () => new Date('2026-11-24T01:00:00Z'), sleep: () => Promise.resolve() };
  console.time('open');
  const school = await openSchool({ clock });
  console.timeEnd('open');
  console.time('demo');
  const demo = makeDemoSchool({ seed: 1, today: localDate.parse('2026-11-24'), registers: school.registers });
  const writer = school.workbooks();
  let rows = 0;
  for (const register of school.registers) {
    const values = demo.rows(register.key);
    rows += values.length;
    const all = await Promise.all(values.map((row, index) => writer.submit({ register: register.key, id: demo.rowId(register.key, index), values: row })));
    const bad = all.find(({ outcome }) => outcome !== 'written');
    if (bad) console.log(register.key, bad);
  }
  console.timeEnd('demo');
  const mails: MailMessage[] = [];
  const app = createPlan({
    workbooks: school.workbooks('service:plan'),
    directory: () => Promise.resolve(school.directory),
    google: school.google('service:plan'),
    mail: { send: async (message) => { mails.push(message); } },
    clock, random: seededRandom('plan'), log: createLog({ write: (line) => console.log(line) }),
    publicHolidays: chineseHolidays, baseUrl: 'http://127.0.0.1:8080',
  });
  console.time('plan');
  const answer = await app.request('/plan/run', { method: 'POST' });
  console.timeEnd('plan');
  console.log(rows, answer.status, await answer.json());
  console.time('plan2');
  console.log(await (await app.request('/plan/run', { method: 'POST' })).json());
  console.timeEnd('plan2');
  console.log(mails[0]?.text, mails[0]?.calendar?.content.slice(0, 1500));
  expect(rows).toBeGreaterThan(0);
});
