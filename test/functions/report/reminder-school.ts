import { createReminders } from '#functions/report/reminders/create-reminders.ts';
import type { ReminderPorts } from '#functions/report/reminders/run-reminders.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createSmtpMail } from '#platform/mail/index.ts';
import { createMessages } from '#platform/messages/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { matterColumn } from '#platform/workbook/matter-lines.ts';
import { openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { people } from '#schema/registers/people/people.ts';
import { reminders } from '#schema/registers/people/reminders.ts';
import { teams } from '#schema/registers/people/teams.ts';
import { planTasks } from '#schema/registers/plan/plan-tasks.ts';
import { runs } from '#schema/registers/plan/runs.ts';
import { calendar } from '#schema/registers/school/calendar.ts';
import { places } from '#schema/registers/school/places.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { opinions } from '#schema/registers/service/opinions.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool } from '../../school/open-school.ts';
import { openMailbox } from '../platform/mail/mailbox.ts';
import { openRobots } from '../platform/messages/robot-receiver.ts';

const registers = [
  settings,
  people,
  teams,
  places,
  calendar,
  reminders,
  planTasks,
  runs,
  repairs,
  opinions,
];

/** Tuesday 24 November 2026, seven in the morning at the school. */
const morning = new Date('2026-11-23T23:00:00Z');

const staff = [
  {
    name: '陈志远',
    team: '后勤处',
    post: '后勤主任',
    leader: true,
    mail: 'director@example.edu.cn',
  },
  { name: '周敏', team: '后勤处', post: '后勤副主任', mail: 'zhoumin@example.edu.cn' },
  { name: '李国强', team: '维修班', post: '维修班长', leader: true, mail: 'li@example.edu.cn' },
  { name: '王大勇', team: '维修班', post: '水电工', mail: 'wang@example.edu.cn' },
  { name: '赵永福', team: '维修班', post: '木工' },
  { name: '张桂兰', team: '食堂', post: '食堂班长', leader: true, mail: 'zhang@example.edu.cn' },
].map((person) => ({ joined: '2020-09-01', ...person }));

/**
 * A small school with two teams, a real mailbox and two robots, in which nothing is open.
 *
 * @param more registers beside those that reminders need
 */
export async function openReminderSchool(more: readonly Register[] = []) {
  const clock = createFakeClock(morning);
  const school = await openSchool({ clock, seed: 'reminders', registers: [...registers, ...more] });
  const random = seededRandom('reminders');
  const writer = school.workbooks();
  const add = async (register: string, values: Values<Columns>): Promise<RowId> => {
    const id = rowId.parse(uuidFrom(random));
    const { outcome } = await writer.submit({ register, id, values });
    if (outcome !== 'written') throw new Error(`a row of ${register} was ${outcome}`);
    return id;
  };
  await Promise.all([
    add('teams', { name: '后勤处', looksAfter: '服务与安全、人员与计划' }),
    add('teams', { name: '维修班', looksAfter: '报修' }),
    add('teams', { name: '食堂', looksAfter: '食堂' }),
    ...staff.map((person) => add('people', person)),
    ...['教学楼 A201', '教学楼 A203'].map((name) =>
      add('places', { name, kind: 'classroom', custodian: '张桂兰' }),
    ),
    add('settings', { key: 'director', name: '后勤主任', value: '陈志远', noted: '陈志远' }),
  ]);
  const mailbox = await openMailbox();
  const robots = await openRobots(clock.now);
  const log = createLog({ write: (line) => school.logged.push(line) });
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });

  let instances = 0;
  const nextInstance = (): string => {
    instances += 1;
    return `report ${instances}`;
  };
  /** The ports of an instance with nothing in its memory. */
  const ports = (): ReminderPorts => ({
    workbooks: school.workbooks('service:report'),
    google: school.google('service:report'),
    bucket: 'houqin-test',
    links,
    messages: createMessages({
      mail: createSmtpMail({ url: `smtp://${mailbox.host}`, from: '后勤处 <office@school.cn>' }),
      clock,
      log,
      robots: { wecom: robots.wecom, dingtalk: robots.dingtalk },
    }),
    clock,
    random: seededRandom(nextInstance()),
    log,
    publicHolidays: chineseHolidays,
    baseUrl: 'https://forms.school.example',
  });

  return {
    ...school,
    clock,
    links,
    mailbox,
    robots,
    add,
    ports,
    /** Another instance runs, as the job of each morning does. */
    remind: (given: Partial<ReminderPorts> = {}) =>
      Promise.resolve(
        createReminders({ ...ports(), ...given }).request('/report/remind', { method: 'POST' }),
      ),
    /** Requests are mailed, as the job of every few minutes does. */
    mailRequests: () =>
      Promise.resolve(createReminders(ports()).request('/report/requests', { method: 'POST' })),
    /** Somebody types a reason beside a line of 待办, found by what it says. */
    async accept(message: string, reason: string): Promise<void> {
      const lines = await school.staff.seeTab('service', openMattersTab.title);
      const rowIndex = lines.findIndex((line) => line[matterColumn('message')] === message);
      if (rowIndex < 0) throw new Error(`待办 does not say “${message}”`);
      const values = [{ userEnteredValue: { stringValue: reason } }];
      await school.staff.does('repairs', [
        {
          updateCells: {
            start: {
              sheetId: sheetIdOf(openMattersTab.key),
              rowIndex,
              columnIndex: matterColumn('reason'),
            },
            rows: [{ values }],
            fields: 'userEnteredValue',
          },
        },
      ]);
    },
    async rowsIn(register: string) {
      const read = await school.workbooks('service:check').read([register]);
      return read.get(register)?.rows ?? [];
    },
    close: () => Promise.all([mailbox.close(), robots.close()]),
  };
}

export type ReminderSchool = Awaited<ReturnType<typeof openReminderSchool>>;
