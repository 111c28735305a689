import { yuan } from '#platform/documents/index.ts';
import type { PlanTask } from '#schema/plan.ts';
import type { MonthPlan } from './month-plan.ts';
import { amountOf } from './purchases.ts';
import { isCheckTask } from './weeks.ts';

/** 3–5 priorities, one sentence each, with its target (papers.md). */
const mostPriorities = 5;

/** A few words of some tasks: “甲、乙等 5 项”. */
function named(tasks: readonly PlanTask[], most = 2): string {
  const words = tasks.slice(0, most).map(({ what }) => `“${what}”`);
  return tasks.length > most ? `${words.join('、')}等 ${tasks.length} 项` : words.join('、');
}

function byKind({ facts, tasks }: MonthPlan): readonly string[] {
  const about = (words: RegExp) => tasks.filter(({ what }) => words.test(what));
  switch (facts.kind) {
    case 'opening': {
      const opening = about(/发放|开学|责任书|领用/);
      return opening.length > 0
        ? [`做好开学保障，${named(opening)}在规定日期前全部办结。`]
        : ['做好开学保障，开学前一周查完校舍、消防、食堂和教学设备。'];
    }
    case 'closing': {
      const counts = about(/盘点|清点|校产|交还/);
      return counts.length > 0
        ? [`做好学期收尾，${named(counts)}账物相符，差异逐笔写明原因。`]
        : ['做好学期收尾，离校前全部宿舍、教室断电关窗、逐间验收。'];
    }
    case 'holiday': {
      const works = about(/大修|维修|改造|整改/);
      return [
        works.length > 0
          ? `用好假期，${named(works)}开学前完工验收。`
          : '安排好假期值班，每天 1 名带班人，值班缺岗 0 次。',
      ];
    }
    case 'ordinary':
      return [];
  }
}

/** What matters most this month; each sentence has a number to be held against. */
export function prioritiesOf(plan: MonthPlan): readonly string[] {
  const { facts, tasks, purchases } = plan;
  const late = tasks.filter(({ carriedOver }) => carriedOver === true);
  const checks = tasks.filter(isCheckTask);
  const energy = tasks.filter(({ group }) => group === 'energy');
  const amount = amountOf(purchases);
  const said = [
    ...byKind(plan),
    ...(late.length > 0 ? [`清理上月结转，${named(late)}月底前全部办结，逐项验收签字。`] : []),
    ...(facts.exams.length > 0
      ? [
          `保障${facts.exams.map(({ name }) => name).join('、')} ${facts.examDays} 天，水电、铃声、卫生提前一天查完，停水停电 0 次。`,
        ]
      : []),
    ...(checks.length > 0
      ? [`完成检查、盘点和演练 ${checks.length} 项，缺 0 项，查出的问题当天定人定时间。`]
      : []),
    ...(purchases.length > 0
      ? [
          `补足低于最低存量的物资 ${purchases.length} 种${amount > 0 ? `，约 ${yuan(amount)} 元` : ''}，需用日期前到货，缺货 0 种。`,
        ]
      : []),
    ...(energy.length > 0
      ? [`抓好节能 ${energy.length} 项，${named(energy)}，无人房间灯、扇未关逐周减少。`]
      : []),
    ...(facts.boardersLeave > 0
      ? [
          `做好离校 ${facts.boardersLeave} 次、返校 ${facts.boardersReturn} 次的门岗值守，双人在岗，缺岗 0 次。`,
        ]
      : []),
  ];
  return said.slice(0, mostPriorities);
}
