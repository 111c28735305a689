import type { PlanGroup } from '../plan.ts';
import { daysOfMonth, plusDays, plusMonths } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Line = readonly [
  group: PlanGroup,
  what: string,
  standard: string,
  owner: string,
  assists: string,
  day: number,
  /** Written by the director, not by a register. */
  own?: boolean,
];

const everyMonth: readonly Line[] = [
  ['safety', '消防器材月检', '全部灭火器、消火栓逐具查，记录签名', '安全员', '保安队长', 10],
  ['safety', '重点部位安全巡查', '每天 1 次，缺 0', '安全员', '保安', 30],
  ['canteen', '食品留样和消毒记录', '餐餐留样、餐餐消毒，缺 0', '食品安全员', '食堂班长', 30],
  ['canteen', '月调度会', '问题逐条定人定时间', '食堂班长', '后勤副主任', 28],
  ['dorms', '宿舍卫生抽查', '每周抽 10 间，不合格复查', '宿管班长', '保洁班长', 27],
  ['repairs', '配电房、水泵房保养', '按保养单逐项签字', '维修班长', '电工', 18],
  ['stores', '库房月月盘点', '账物相符', '库管员', '采购员', 25],
  ['vehicles', '车辆安全检查', '每车 1 次，问题当周修好', '司机班长', '司机', 12],
  ['people', '班组长例会', '每周一次，有记录', '后勤主任', '各班组长', 30],
  ['service', '意见箱开箱和答复', '24 小时内答复', '后勤副主任', '各班组', 26],
  ['energy', '水电抄表和公示', '异常当天查明', '水电工', '维修班长', 28],
  ['repairs', '宿舍3号楼漏水整改', '逐室验收，宿管签字', '维修班长', '宿管', 16, true],
  ['service', '家长开放日保障方案', '报分管副校长审定', '后勤副主任', '食堂班长', 20, true],
];

/** One line of the demo school's 月计划. */
export interface DemoPlanTask {
  readonly key?: string;
  readonly month: string;
  readonly number: number;
  readonly group: PlanGroup;
  readonly what: string;
  readonly standard: string;
  readonly owner: string;
  readonly assists: string;
  readonly due: LocalDate;
  readonly state: 'planned' | 'done' | 'dropped';
  readonly doneOn?: LocalDate;
}

/** The plans of the demo school's months: most done in time, a few late, one dropped, the rest ahead. */
export function demoPlanTasks(school: DemoSchool): readonly DemoPlanTask[] {
  const chance = school.chance('planTasks');
  return monthsOf(school).flatMap((month) => {
    const lastDay = daysOfMonth(month).to.slice(8);
    return everyMonth
      .map((line, index): DemoPlanTask => {
        const [group, what, standard, owner, assists, day, own] = line;
        const due = localDate.parse(
          `${month}-${String(Math.min(day, Number(lastDay))).padStart(2, '0')}`,
        );
        return {
          ...(own ? {} : { key: `demo-${month}-${index + 1}` }),
          month: `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
          number: index + 1,
          group,
          what,
          standard,
          owner,
          assists,
          due,
          ...outcome(due, school, chance),
        };
      })
      .filter(({ due }) => due >= school.from);
  });
}

function outcome(
  due: LocalDate,
  { today }: DemoSchool,
  chance: DemoChance,
): Pick<DemoPlanTask, 'state' | 'doneOn'> {
  const doneOn = plusDays(due, chance.percent(85) ? -chance.between(0, 3) : chance.between(1, 5));
  if (chance.percent(2)) return { state: 'dropped' };
  return doneOn < today && !chance.percent(3) ? { state: 'done', doneOn } : { state: 'planned' };
}

function monthsOf({ from, today }: DemoSchool): string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= today.slice(0, 7); month = plusMonths(month, 1))
    months.push(month);
  return months;
}
