import { type Block, daySpan, fullMonth, paragraph } from '#platform/documents/index.ts';
import type { MonthKind } from '../month.ts';
import type { MonthPlan } from '../month-plan.ts';

const meanings: Readonly<Record<MonthKind, string>> = {
  opening: '本月开学，以开学前检查、发放和签订责任书为主。',
  ordinary: '',
  closing: '本月学期结束，以盘点、离校和总结为主。',
  holiday: '本月放假，以假期值班和集中维修为主。',
};

/** The opening: what the calendar says of the month, in 80–120 characters. */
export function opening({ facts, table, slogan, purchases, department }: MonthPlan): Block {
  const exams = facts.exams.map((exam) => `${exam.name}（${daySpan(exam.from, exam.to)}）`);
  const events = facts.events.filter(({ kind }) => kind === 'event' || kind === 'holiday');
  const lines = table.groups.reduce((sum, { tasks }) => sum + tasks.length, 0) + table.rest.length;
  const late = [...table.groups.flatMap(({ tasks }) => tasks), ...table.rest].filter(
    ({ task }) => task.carriedOver === true,
  ).length;
  const facts1 = [
    `${fullMonth(facts.month)}在校 ${facts.schoolDays} 天`,
    ...(exams.length > 0 ? [`${exams.join('、')}共 ${facts.examDays} 天`] : []),
    ...(facts.boardersLeave + facts.boardersReturn > 0
      ? [`寄宿生离校 ${facts.boardersLeave} 次、返校 ${facts.boardersReturn} 次`]
      : []),
    ...events.slice(0, 2).map((event) => `${event.name}（${daySpan(event.from, event.to)}）`),
  ];
  const bought = purchases.length > 0 ? `、拟购物资 ${purchases.length} 种` : '';
  const motto = slogan === '' ? '' : `围绕“${slogan}”，`;
  return paragraph(
    `${facts1.join('，')}。${meanings[facts.kind]}${department}${motto}本月安排工作 ${lines} 项${late > 0 ? `（其中上月结转 ${late} 项）` : ''}${bought}，逐项定了责任人、标准和时间。现安排如下：`,
  );
}
