import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createPlan } from '#functions/plan/create-plan.ts';
import { createReport } from '#functions/report/create-report.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import type { MailMessage } from '#platform/mail/index.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { registers } from '#schema/registers/index.ts';
import { localDate } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool } from '../school/open-school.ts';
import { umbrellas } from './umbrellas.ts';

/** The lists that the demo rows of the new register, the plan and the report stand on. */
const alsoFilled = ['settings', 'teams', 'people', 'places', 'calendar'];

/** The demo school with one more register in the list, and the four functions in front of it. */
export async function openUmbrellaSchool() {
  const clock = createFakeClock();
  const school = await openSchool({ clock, registers: [...registers, umbrellas] });
  const random = seededRandom('umbrellas');
  const log = createLog({ write: (line) => school.logged.push(line) });
  const demo = makeDemoSchool({
    seed: 1,
    today: localDate.parse('2026-11-24'),
    registers: school.registers,
  });
  const writer = school.workbooks();
  for (const register of [...alsoFilled, umbrellas.key])
    await Promise.all(
      demo.rows(register).map(async (values, index) => {
        const { outcome } = await writer.submit({
          register,
          id: demo.rowId(register, index),
          values,
        });
        if (outcome !== 'written') throw new Error(`a row of ${register} was ${outcome}`);
      }),
    );
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  const baseUrl = 'https://forms.school.example';
  const mails: MailMessage[] = [];
  const paperPorts = (account: string) => ({
    workbooks: school.workbooks(account),
    directory: () => Promise.resolve(school.directory),
    google: school.google(account),
    mail: {
      send: async (message: MailMessage) => {
        mails.push(message);
      },
    },
    clock,
    random,
    log,
    publicHolidays: chineseHolidays,
    baseUrl,
  });
  return {
    ...school,
    clock,
    mails,
    link: links.sign({ kind: 'public', registers: [umbrellas.key] }),
    intake: createIntake({
      workbooks: school.workbooks(),
      links,
      clock,
      random,
      log,
      baseUrl,
      drawSecret: 'a secret of this test',
      assets: await loadAssets(),
    }),
    check: school.check(),
    plan: createPlan(paperPorts('service:plan')),
    report: createReport(paperPorts('service:report')),
  };
}

export type UmbrellaSchool = Awaited<ReturnType<typeof openUmbrellaSchool>>;
