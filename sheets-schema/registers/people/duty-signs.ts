import { choice, date, moment, photo, reference, text } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { dutyKey } from '../../roster/signatures.ts';
import { textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { plusDays } from '../../time.ts';
import { type LocalDate, type LocalDateTime, localDate, localDateTime } from '../../values.ts';

const columns = {
  signed: moment({ zh: '签到时间', en: 'Signed' }, { required: true, stamped: true }),
  day: date(
    { zh: '值班日期', en: 'Day of duty' },
    { required: true, help: { zh: '夜班填上班那天', en: 'A night duty: the day it began' } },
  ),
  post: reference('posts', { zh: '岗位', en: 'Post' }, { required: true }),
  person: reference('people', { zh: '值班人', en: 'Person' }, { required: true }),
  state: choice(
    { zh: '情况', en: 'State' },
    {
      normal: { zh: '正常', en: 'Normal' },
      incident: { zh: '有情况', en: 'Something happened' },
    },
    { required: true },
  ),
  handover: text(
    { zh: '值班记录', en: 'What happened' },
    {
      long: true,
      help: { zh: '发生了什么、交代下一班什么', en: 'What happened, what to hand over' },
    },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

/** A signature belongs to a duty on the roster. */
const signsADuty: Rule<'day' | 'post' | 'person'> = {
  key: 'signs-a-duty',
  columns: ['day', 'post', 'person'],
  reads: ['roster'],
  catches: { zh: '值班表上没有这一班', en: 'No such duty on the roster' },
  check: (register, rows, world) => {
    const planned = new Set(world.rows('roster').map(dutyKey));
    if (planned.size === 0) return [];
    return rows
      .filter((row) => !planned.has(dutyKey(row)))
      .map(
        (row): Finding => ({
          register: register.key,
          rule: 'signs-a-duty',
          row: row.id,
          column: 'day',
          severity: 'look',
          message: {
            zh: '值班表上没有这一班，请核对日期和岗位',
            en: 'Not on the roster: check day and post',
          },
        }),
      );
  },
};

/** Some minutes after a guard's duty ended: at seven in the evening, or in the morning after a night. */
function guardSigned(post: string, day: LocalDate, minutes: number): LocalDateTime {
  const minute = String(minutes).padStart(2, '0');
  return localDateTime.parse(
    post === '门卫夜班' ? `${plusDays(day, 1)}T07:${minute}:00` : `${day}T19:${minute}:00`,
  );
}

const demoIncidents = [
  '22:10 外卖车要进校，已劝离',
  '东门路灯不亮，已报修',
  '学生发烧，已联系班主任送医',
] as const;

/** 交班签到 Signing after a duty (B2), from a phone; who signs on paper or in the sheet does so in 值班表. */
export const dutySigns = defineRegister({
  key: 'dutySigns',
  title: { zh: '交班签到', en: 'Duty sign-off' },
  purpose: {
    zh: '值完班用手机签到，写清值班情况',
    en: 'Sign after a duty and say what happened on it',
  },
  workbook: 'people',
  startsOn: true,
  columns,
  happened: 'day',
  form: {
    audience: 'staff',
    intro: { zh: '值完班请签到，有情况写清楚。', en: 'Sign after your duty; say what happened.' },
    asks: ['day', 'post', 'person', 'state', 'handover'],
    example: {
      day: localDate.parse('2026-11-23'),
      post: '门卫夜班',
      person: '唐志刚',
      state: 'normal',
      handover: '夜间巡查 3 次，正常',
    },
  },
  rules: [
    signsADuty,
    rowRule<typeof columns>({
      key: 'incident-untold',
      columns: ['state', 'handover'],
      catches: { zh: '有情况却没写', en: 'Something happened and is not told' },
      finds: ({ values: { state, handover } }) =>
        state === 'incident' && handover === undefined
          ? {
              column: 'handover',
              severity: 'must',
              message: { zh: '有情况，请写值班记录', en: 'Say what happened' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'signed-before',
      columns: ['signed', 'day'],
      catches: { zh: '班还没上就签了', en: 'Signed before the day of duty' },
      finds: ({ values: { signed, day } }) =>
        signed !== undefined && day !== undefined && signed.slice(0, 10) < day
          ? {
              column: 'signed',
              severity: 'must',
              message: { zh: '值班日还没到就签了，请核对', en: 'Signed before the day of duty' },
            }
          : undefined,
    }),
  ],
  figures: {
    incidents: count({
      title: { zh: '值班报告情况', en: 'Incidents told' },
      unit: { zh: '次', en: 'times' },
      counts: {
        zh: '值班日期在期内、情况为“有情况”的',
        en: 'Duties in the period with something to tell',
      },
      happened: 'day',
      where: (row) => textAt(row, 'state') === 'incident',
    }),
  },
  demo: (school) => {
    const chance = school.chance('dutySigns');
    return school
      .rows('roster')
      .filter(({ day, post }) => String(post).startsWith('门卫') && String(day) < school.today)
      .map(({ day, post, person }) => {
        const began = localDate.parse(day);
        const incident = chance.percent(6);
        return {
          signed: guardSigned(String(post), began, chance.between(0, 25)),
          day: began,
          post: String(post),
          person: String(person),
          state: incident ? ('incident' as const) : ('normal' as const),
          handover: incident ? chance.pick(demoIncidents) : '正常',
        };
      });
  },
});
