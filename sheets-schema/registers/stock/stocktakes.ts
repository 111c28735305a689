import { carriedOver } from '../../calculations/carried-over.ts';
import { itemCategories } from '../../calculations/item-categories.ts';
import { choice, date, reference, text } from '../../columns.ts';
import { demoStocktakes } from '../../demo/stocktakes.ts';
import { count } from '../../figures/count.ts';
import type { Finding } from '../../finding.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { type Rule, rowRule, type World } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { unique } from '../../rules/unique.ts';
import { daysFrom, daysOfMonth, plusDays, plusMonths } from '../../time.ts';
import { dayOf, type LocalDate } from '../../values.ts';

const columns = {
  name: text(
    { zh: '盘点名称', en: 'Stocktake' },
    { required: true, help: { zh: '如“2026年11月盘点”', en: 'Such as 2026年11月盘点' } },
  ),
  start: date({ zh: '开始日期', en: 'Start' }, { required: true }),
  end: date(
    { zh: '结束日期', en: 'End' },
    { required: true, help: { zh: '这天以前要全部盘完', en: 'All is counted by this day' } },
  ),
  scope: choice(
    { zh: '范围', en: 'Scope' },
    { all: { zh: '全部', en: 'All' }, ...itemCategories },
    { required: true },
  ),
  place: reference(
    'places',
    { zh: '库房', en: 'Store' },
    { help: { zh: '只盘一个库房时填', en: 'When one store alone is counted' } },
  ),
  leader: reference('people', { zh: '负责人', en: 'Led by' }, { required: true }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      planned: { zh: '待盘点', en: 'Planned' },
      open: { zh: '盘点中', en: 'Counting' },
      ended: { zh: '已结束', en: 'Ended' },
    },
    { required: true },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

/**
 * 盘点 Stocktakes (A3, R1: 月月盘点). A campaign with a start and an end; each month has one. While it runs nobody is
 * told what the ledger says.
 */
export const stocktakes = defineRegister({
  key: 'stocktakes',
  title: { zh: '盘点安排', en: 'Stocktakes' },
  purpose: {
    zh: '每次盘点的时间、范围和负责人，每月至少一次',
    en: 'When, what and who leads; at least one each month',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'start',
  rules: [
    unique({ columns: ['name'] }),
    inOrder({ from: 'start', until: 'end' }),
    rowRule<typeof columns>({
      key: 'past-its-end',
      columns: ['end', 'state'],
      catches: { zh: '盘点到期没有结束', en: 'Past its end and not ended' },
      finds: ({ values: { end, state } }, world) =>
        end !== undefined && state !== undefined && state !== 'ended' && end < dayOf(world.now)
          ? {
              column: 'state',
              severity: 'must',
              message: { zh: '盘点已到期，请结束或改日期', en: 'Past its end: end it or move it' },
            }
          : undefined,
    }),
    monthWithout(),
  ],
  figures: {
    held: count({
      title: { zh: '组织盘点', en: 'Stocktakes' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '开始日期在期内、已开始的盘点', en: 'Begun in the period' },
      happened: 'start',
      where: (row) => valueAt(row, 'state') !== 'planned',
    }),
  },
  plan: { tasks: (rows, month, world) => tasks(rows, month, world) },
  report: { section: 'stores', sentences: ['组织盘点{held|compared}。'] },
  demo: demoStocktakes,
});

/** 月月盘点: from the first stocktake on, each month of school that is over had one. */
function monthWithout(): Rule<'start' | 'state'> {
  return {
    key: 'month-without',
    columns: ['start', 'state'],
    reads: ['calendar'],
    catches: { zh: '有的月份没有盘点', en: 'A month without a stocktake' },
    check: (register, rows, world) => {
      const counted = new Set(
        rows
          .filter((row) => valueAt(row, 'state') !== 'planned')
          .map((row) => textAt(row, 'start').slice(0, 7)),
      );
      counted.delete('');
      const [first] = [...counted].toSorted();
      return monthsBetween(first, world.now.slice(0, 7))
        .filter((month) => !counted.has(month) && hasSchool(month, world))
        .map(
          (month): Finding => ({
            register: register.key,
            rule: 'month-without',
            severity: 'must',
            about: month,
            message: {
              zh: `${Number(month.slice(5))}月没有盘点，请补盘或补登记`,
              en: `No stocktake in ${month}: count, or enter it`,
            },
          }),
        );
    },
  };
}

function monthsBetween(first: string | undefined, until: string): string[] {
  const months: string[] = [];
  for (let month = first ?? until; month < until; month = plusMonths(month, 1)) months.push(month);
  return months;
}

function hasSchool(month: string, { calendar }: World): boolean {
  const { from, to } = daysOfMonth(month);
  return daysFrom(from, to).some((day) => calendar.isSchoolDay(day));
}

/** The month's stocktake, unless somebody has planned it; and what was begun and not ended. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const own = rows.some((row) => textAt(row, 'start').startsWith(month.month));
  const unfinished = rows.filter(
    (row) => valueAt(row, 'state') === 'open' && textAt(row, 'end') < month.from,
  );
  return [
    ...(own || !hasSchool(month.month, world)
      ? []
      : [
          {
            key: `stocktakes-${month.month}`,
            group: 'stores' as const,
            what: '月末盘点全部库存',
            standard: '逐样盘到，账物相符，差异写明原因',
            owner: '库管员',
            assists: '采购员',
            due: lastWorkday(month, world),
          },
        ]),
    ...carriedOver(unfinished, month, world, {
      register: 'stocktakes',
      group: 'stores',
      what: (row) => `结束${textAt(row, 'name')}`,
      standard: '全部盘到，差异写明原因',
      owner: ['leader', '库管员'],
    }),
  ];
}

function lastWorkday(month: PlanMonth, { calendar }: World): LocalDate {
  const late = daysFrom(plusDays(month.to, -9), month.to);
  return late.findLast((day) => calendar.isWorkday(day)) ?? month.to;
}
