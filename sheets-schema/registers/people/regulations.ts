import { peopleMeant } from '../../calculations/people-meant.ts';
import { readersOf } from '../../calculations/readers.ts';
import { choice, date, link, reference, text, yesNo } from '../../columns.ts';
import { demoRegulations } from '../../demo/regulations.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { expiry } from '../../rules/expiry.ts';
import { inOrder } from '../../rules/in-order.ts';
import { leftOut } from '../../rules/left-out.ts';
import { meant } from '../../rules/meant.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  title: text({ zh: '名称', en: 'Title' }, { required: true, width: 220 }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      rule: { zh: '管理制度', en: 'Regulation' },
      duty: { zh: '岗位职责', en: 'Duties of a post' },
      procedure: { zh: '操作规程', en: 'Procedure' },
      emergency: { zh: '应急预案', en: 'Emergency plan' },
    },
    { required: true },
  ),
  version: text(
    { zh: '版本', en: 'Version' },
    {
      required: true,
      help: { zh: '修订后改这里，要重新学签', en: 'A new one is read and signed anew' },
    },
  ),
  effective: date({ zh: '施行日期', en: 'In force from' }, { required: true }),
  binds: text(
    { zh: '约束谁', en: 'Binds' },
    {
      required: true,
      help: { zh: '写全体、班组或姓名，用顿号分开', en: 'Everybody, teams or names' },
    },
  ),
  reviewDue: date({ zh: '下次修订日期', en: 'Review due' }),
  keeper: reference('people', { zh: '负责人', en: 'Keeper' }),
  file: link({ zh: '文件', en: 'File' }),
  repealed: yesNo({ zh: '废止', en: 'Repealed' }),
};

const isInForce = (row: Row): boolean =>
  textAt(row, 'title') !== '' && valueAt(row, 'repealed') !== true;

/** Those whom a regulation binds today. */
function boundBy(world: World): (row: Row) => readonly string[] {
  const meantBy = peopleMeant(world);
  return (row) => meantBy(textAt(row, 'binds'), dayOf(world.now));
}

/**
 * 规章制度 Regulations (B9; R1, R2, R3, R5): title, version, whom it binds, when it is reviewed. Those bound read and
 * sign the version in force (制度学签); a review that is due is not forgotten.
 */
export const regulations = defineRegister({
  key: 'regulations',
  title: { zh: '规章制度', en: 'Regulations' },
  purpose: {
    zh: '制度、职责、规程、预案的版本、约束谁、何时修订',
    en: 'Regulations and duties: version, whom they bind, when they are reviewed',
  },
  workbook: 'people',
  columns,
  label: 'title',
  rules: [
    unique({ columns: ['title'] }),
    meant({ who: 'binds' }),
    inOrder({ from: 'effective', until: 'reviewDue' }),
    needed({
      key: 'in-force',
      columns: ['reviewDue', 'keeper'],
      reads: ['title', 'repealed'],
      when: isInForce,
      because: { zh: '在用的制度', en: 'In force' },
    }),
    expiry({
      until: 'reviewDue',
      columns: ['title', 'repealed'],
      soonDays: (world) => world.settings.number('regulations.soonDays'),
      applies: isInForce,
      message: {
        expired: (day) => ({
          zh: `${monthAndDay(day)}就该修订，请修订或改日期`,
          en: `Its review was due on ${day}: review it`,
        }),
        soon: (day) => ({
          zh: `${monthAndDay(day)}前要修订，请安排`,
          en: `To be reviewed by ${day}`,
        }),
      },
    }),
    leftOut({
      key: 'unread',
      columns: ['binds', 'title', 'version', 'effective', 'repealed'],
      reads: ['people', 'regulationReadings'],
      due: (world) => (row) => {
        const effective = localDate.safeParse(textAt(row, 'effective'));
        return effective.success && isInForce(row)
          ? plusDays(effective.data, world.settings.number('regulations.readDays'))
          : undefined;
      },
      meant: boundBy,
      reached: (world) => {
        const readers = readersOf(world.rows('regulationReadings'));
        return (row) => readers(textAt(row, 'title'), textAt(row, 'version'));
      },
      message: ([first, ...others]) => ({
        zh:
          others.length === 0
            ? `${clip(first, 8)}还没学签，请补签`
            : `${clip(first, 6)}等 ${others.length + 1} 人还没学签，请补签`,
        en:
          others.length === 0
            ? `${first} has not read and signed it`
            : `${first} and ${others.length} more have not read and signed it`,
      }),
    }),
  ],
  settings: {
    readDays: inDays(
      { zh: '施行后学签期限', en: 'Read and signed within' },
      30,
      'R2 组织学习规章制度',
    ),
    soonDays: inDays({ zh: '修订前提醒', en: 'Remind before a review by' }, 30, '惯例'),
  },
  figures: {
    inForce: listed({
      title: { zh: '在用规章制度', en: 'Regulations in force' },
      unit: { zh: '项', en: 'regulations' },
      counts: { zh: '没有废止的制度', en: 'Those that are not repealed' },
      where: isInForce,
    }),
    reviewed: listedShare({
      title: { zh: '制度按期修订率', en: 'Regulations reviewed in time' },
      counts: {
        zh: '在用制度中修订日期没过的',
        en: 'Of those in force, with a review not overdue',
      },
      among: isInForce,
      where: (row, world) => textAt(row, 'reviewDue') >= world.now.slice(0, 10),
      target: 100,
    }),
    read: {
      title: { zh: '制度学签率', en: 'Regulations read and signed' },
      unit: { zh: '%', en: '%' },
      counts: {
        zh: '在用制度约束的人次中已学签现行版本的',
        en: 'Of all whom regulations bind, those who signed the version in force',
      },
      better: 'higher',
      form: 'share',
      target: 100,
      measure: (rows, _period, world) => {
        const bound = boundBy(world);
        const readers = readersOf(world.rows('regulationReadings'));
        const counted = rows.filter(isInForce).map((row) => {
          const own = readers(textAt(row, 'title'), textAt(row, 'version'));
          const people = bound(row);
          return { row, whole: people.length, part: people.filter((name) => own.has(name)).length };
        });
        const whole = counted.reduce((sum, one) => sum + one.whole, 0);
        const part = counted.reduce((sum, one) => sum + one.part, 0);
        return {
          value: whole === 0 ? undefined : (part / whole) * 100,
          part,
          whole,
          rows: counted.map(({ row }) => row.id),
        };
      },
    },
  },
  plan: { tasks },
  report: {
    section: 'people',
    sentences: ['在用规章制度{inForce}，按期修订率{reviewed}，学签率{read}。'],
    indicators: ['read'],
    shortcomings: {
      read: {
        says: '规章制度学习没有覆盖到人',
        effect: '部分员工不清楚自己的职责',
        measure: '班组例会组织学签，新到岗的两周内补学',
      },
      reviewed: {
        says: '部分制度没有按期修订',
        effect: '制度与实际工作不符',
        measure: '每学期初列出到期制度，定人修订',
      },
    },
  },
  demo: demoRegulations,
});

/** A review that falls due by the end of the month. */
function tasks(rows: readonly Row[], month: PlanMonth): PlanTask[] {
  return rows.filter(isInForce).flatMap((row): PlanTask[] => {
    const due = localDate.safeParse(textAt(row, 'reviewDue'));
    if (!due.success || due.data > month.to) return [];
    const late = due.data < month.from;
    return [
      {
        key: `regulations-${row.id}`,
        group: 'people',
        what: `修订${clip(textAt(row, 'title'), 24)}`,
        standard: '修订、审定、重新学签',
        owner: textAt(row, 'keeper') || '后勤副主任',
        due: late ? month.to : due.data,
        ...(late ? { note: `原定${monthAndDay(due.data)}`, carriedOver: true } : {}),
      },
    ];
  });
}
