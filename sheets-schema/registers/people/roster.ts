import { date, moment, reference, text, time } from '../../columns.ts';
import { demoDuties } from '../../demo/roster.ts';
import { count } from '../../figures/count.ts';
import { dutiesSigned } from '../../figures/duties.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { byName, type Duty, dutyOf, type Rest } from '../../roster/duties.ts';
import { dayKind, dutyPosts } from '../../roster/posts.ts';
import { signedDuties } from '../../roster/signatures.ts';
import { type Row, textAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { absent } from '../../rules/absent.ts';
import { equalShare } from '../../rules/equal-share.ts';
import { overlap } from '../../rules/overlap.ts';
import { rest } from '../../rules/rest.ts';
import { ledOnHolidays, staffed } from '../../rules/staffed.ts';
import { unsigned } from '../../rules/unsigned.ts';
import { plain } from '../../spelling.ts';
import { daysFrom } from '../../time.ts';
import { localDateTime, localTime } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  post: reference('posts', { zh: '岗位', en: 'Post' }, { required: true }),
  person: reference('people', { zh: '值班人', en: 'Person' }, { required: true }),
  from: time(
    { zh: '上班', en: 'From' },
    { help: { zh: '不填按岗位', en: 'Blank: as the post says' } },
  ),
  until: time(
    { zh: '下班', en: 'Until' },
    { help: { zh: '不填按岗位', en: 'Blank: as the post says' } },
  ),
  signed: moment(
    { zh: '签到时间', en: 'Signed at' },
    { help: { zh: '值完班填，或用手机签到', en: 'After the duty, here or by phone' } },
  ),
  handover: text({ zh: '值班记录', en: 'What happened' }, { long: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** The duty of each row, with the times of its post unless it has its own. */
function dutyIn(world: World): (row: Row) => Duty | undefined {
  const posts = byName(dutyPosts(world.rows('posts')));
  return (row) => dutyOf(row, posts);
}

/** The rest that the school asks for around duties. */
export function restOf(world: World): Rest {
  return {
    hours: world.settings.number('roster.restHours'),
    longDutyHours: world.settings.number('roster.longDutyHours'),
    timeZone: world.settings.text('timeZone'),
  };
}

/** One line for the whole month: so many duties, none empty. */
function tasks(month: PlanMonth, world: World): PlanTask[] {
  const posts = dutyPosts(world.rows('posts'));
  const duties = daysFrom(month.from, month.to)
    .flatMap((day) => posts.map((post) => post.needed[dayKind(day, world.calendar)]))
    .reduce((sum, needed) => sum + needed, 0);
  if (duties === 0) return [];
  const hours = world.settings.number('roster.signWithinHours');
  return [
    {
      key: `roster-${month.month}`,
      group: 'people',
      what: '按值班表值班，班后签到',
      standard: `全月 ${duties} 班次，缺 0，${hours} 小时内签到`,
      owner: '后勤副主任',
      assists: '各班组长',
      due: month.to,
      note: '见附件1',
    },
  ];
}

/**
 * 值班表 Duty roster (B2). R1, R2, R5: dorm, gate and holiday duty, the last led by a school leader; signed
 * after the duty with what happened on it; never a post left empty. The plan writes it, staff may change it.
 */
export const roster = defineRegister({
  key: 'roster',
  title: { zh: '值班表', en: 'Duty roster' },
  purpose: {
    zh: '谁哪天在哪个岗位，值完班签到',
    en: 'Who is on which post, signed after the duty',
  },
  workbook: 'people',
  startsOn: true,
  columns,
  happened: 'day',
  print: {
    columns: ['day', 'post', 'person', 'from', 'until', 'signed', 'handover'],
    signatures: [
      { zh: '制表人', en: 'Made by' },
      { zh: '后勤主任', en: 'Director' },
    ],
    sheets: [
      {
        kind: 'wall',
        key: 'wall',
        title: { zh: '值班表', en: 'Duty roster' },
        day: 'day',
        across: 'post',
        shows: 'person',
      },
    ],
  },
  rules: [
    overlap({
      key: 'twice-at-once',
      columns: ['person', 'day', 'post', 'from', 'until'],
      reads: ['posts'],
      who: (row) => plain(textAt(row, 'person')),
      span: dutyIn,
      message: (row, other) => ({
        zh: `${clip(textAt(row, 'person'), 8)}同时还有${clip(textAt(other, 'post'), 8)}，请换人`,
        en: `${textAt(row, 'person')} is on ${textAt(other, 'post')} at that time: change`,
      }),
    }),
    rest({
      columns: ['person', 'day', 'post', 'from', 'until'],
      reads: ['posts'],
      duty: dutyIn,
      rest: restOf,
    }),
    absent({ person: 'person', day: 'day' }),
    unsigned({
      column: 'signed',
      columns: ['day', 'post', 'person', 'from', 'until'],
      reads: ['posts', 'dutySigns'],
      due: (world) => {
        const duty = dutyIn(world);
        return (row) => duty(row)?.until;
      },
      signed: signedDuties,
      within: (world) => world.settings.number('roster.signWithinHours'),
      message: (row) => ({
        zh: `${monthAndDay(textAt(row, 'day'))}${clip(textAt(row, 'post'), 8)}没签到，请补签`,
        en: `${textAt(row, 'post')} of ${textAt(row, 'day')} is not signed: sign it`,
      }),
    }),
    staffed(),
    ledOnHolidays(),
    equalShare(),
  ],
  settings: {
    restHours: {
      kind: 'number',
      title: { zh: '夜班、长班前后休息', en: 'Rest around night and long duties' },
      unit: { zh: '小时', en: 'h' },
      default: 12,
      source: '惯例',
    },
    longDutyHours: {
      kind: 'number',
      title: { zh: '多长算长班', en: 'A long duty' },
      unit: { zh: '小时', en: 'h' },
      default: 8,
      source: '惯例',
    },
    signWithinHours: {
      kind: 'number',
      title: { zh: '班后签到时限', en: 'Sign a duty within' },
      unit: { zh: '小时', en: 'h' },
      default: 24,
      source: '惯例',
    },
    spread: {
      kind: 'number',
      title: { zh: '每月值班次数最多相差', en: 'Duties in a month differ by at most' },
      unit: { zh: '班', en: 'duties' },
      default: 3,
      source: '惯例',
    },
    leadersTeam: {
      kind: 'text',
      title: { zh: '校领导班组', en: 'Team of school leaders' },
      default: '校领导',
      source: 'R1 节假日领导带班',
    },
  },
  figures: {
    planned: count({
      title: { zh: '安排值班', en: 'Duties planned' },
      unit: { zh: '班次', en: 'duties' },
      counts: { zh: '日期在期内的值班', en: 'Duties in the period' },
      happened: 'day',
    }),
    signed: dutiesSigned(98),
  },
  plan: { tasks: (_rows, month, world) => tasks(month, world) },
  report: {
    section: 'people',
    sentences: ['本学期安排值班{planned|compared}，值班签到率{signed}。'],
    indicators: ['signed'],
    shortcomings: {
      signed: {
        says: '值班签到没有做到班班有记录',
        effect: '出了情况说不清当时谁在岗',
        measure: '班组长每天核对前一天的签到，漏签当天补',
      },
    },
  },
  demo: (school) => {
    const chance = school.chance('roster');
    return demoDuties(school).map(({ day, post, person, from, until }) => {
      const planned = {
        day,
        post,
        person,
        from: localTime.parse(from.slice(11)),
        until: localTime.parse(until.slice(11)),
      };
      const byForm = post.startsWith('门卫');
      if (byForm || day >= school.today || chance.percent(1)) return planned;
      return {
        ...planned,
        signed: localDateTime.parse(`${until.slice(0, 14)}${chance.between(30, 59)}:00`),
        handover: chance.percent(8) ? chance.pick(demoHandovers) : '正常',
      };
    });
  },
});

const demoHandovers = [
  '21:40 三号楼水管滴水，已报修',
  '二楼走廊灯不亮，已换灯管',
  '巡查 3 次，正常',
  '1 名学生胃痛，已送医务室',
] as const;
