import type { PlanPorts } from '#functions/plan/run-plan.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLog } from '#platform/log/index.ts';
import { MailFailure, type MailMessage } from '#platform/mail/index.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { localDate, type RowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool, type School } from '../school/open-school.ts';

/** A mailbox that a test looks into; `fails` refuses what is sent. */
export interface Mailbox {
  readonly messages: MailMessage[];
  fails: boolean;
}

/** The demo school on its spreadsheets, with the ports that plan and report stand on. */
export interface PaperSchool {
  readonly school: School;
  readonly writer: Workbooks;
  readonly mailbox: Mailbox;
  /** Today on the school's clock: Tuesday 24 November 2026. */
  readonly today: string;
  ports(account: string): PlanPorts;
  /** The id of a demo row, by its place in the demo. */
  rowId(register: string, index: number): RowId;
}

/** Opens the demo school with rows in the registers that a test needs. */
export async function openPaperSchool(
  filled: readonly string[],
  ownSettings: Readonly<Record<string, string>> = {},
): Promise<PaperSchool> {
  const clock = createFakeClock();
  const school = await openSchool({ clock });
  const today = '2026-11-24';
  const demo = makeDemoSchool({
    seed: 1,
    today: localDate.parse(today),
    registers: school.registers,
  });
  const writer = school.workbooks();
  for (const register of filled)
    await Promise.all(
      demo.rows(register).map(async (values, index) => {
        const own = register === 'settings' ? ownSettings[String(values.key)] : undefined;
        const { outcome } = await writer.submit({
          register,
          id: demo.rowId(register, index),
          values: own === undefined ? values : { ...values, value: own },
        });
        if (outcome !== 'written') throw new Error(`a row of ${register} was ${outcome}`);
      }),
    );
  const mailbox: Mailbox = { messages: [], fails: false };
  return {
    school,
    writer,
    mailbox,
    today,
    rowId: (register, index) => demo.rowId(register, index),
    ports: (account) => ({
      workbooks: school.workbooks(account),
      directory: () => Promise.resolve(school.directory),
      google: school.google(account),
      mail: {
        send: async (message) => {
          if (mailbox.fails)
            throw new MailFailure('unavailable', { zh: '邮箱连不上', en: 'No mail server' });
          mailbox.messages.push(message);
        },
      },
      clock,
      random: seededRandom(account),
      log: createLog({ write: (line) => school.logged.push(line) }),
      publicHolidays: chineseHolidays,
      baseUrl: 'https://houqin.school.example',
    }),
  };
}

/** The document whose name holds a word, from a mail. */
export function attachment(message: MailMessage | undefined, word: string): Uint8Array {
  const found = message?.attachments?.find(({ filename }) => filename.includes(word));
  if (!found) throw new Error(`the mail has no ${word}`);
  return found.content;
}
