import {
  type Block,
  type Changed,
  firstLevel,
  fullDay,
  fullMonth,
  heading,
  inChinese,
  type Paper,
  type Part,
  paragraph,
  sourceBlocks,
} from '#platform/documents/index.ts';
import type { MonthPlan } from '../month-plan.ts';
import { prioritiesOf } from '../priorities.ts';
import type { NumberedTask } from '../tasks.ts';
import { isCheckTask } from '../weeks.ts';
import { lastMonthSection } from './last-month.ts';
import { opening } from './opening.ts';
import { purchaseSection } from './purchase-section.ts';
import { rosterPage, unfilledDuties } from './roster-page.ts';
import type { SourceOf } from './source-of.ts';
import { listTable, workTable } from './task-table.ts';
import { weeksTable } from './weeks-table.ts';

/** 二号 on an A4 page: 20 full-width characters a line, digits count half. */
const charactersInATitleLine = 22;

const training = /演练|培训|学习|讲座/;

interface Appendix {
  readonly title: string;
  readonly part: (title: string) => Part;
}

function portrait(title: string, ...blocks: readonly Block[]): Part {
  return { orientation: 'portrait', blocks: [heading(1, title), ...blocks] };
}

function appendicesOf({ roster, facts, table }: MonthPlan): readonly Appendix[] {
  const all = [...table.groups.flatMap(({ tasks }) => tasks), ...table.rest];
  const byDay = (some: readonly NumberedTask[]) =>
    some.toSorted((a, b) => (a.task.due < b.task.due ? -1 : a.task.due > b.task.due ? 1 : 0));
  const trainings = byDay(all.filter(({ task }) => training.test(task.what)));
  const checks = byDay(all.filter(({ task }) => isCheckTask(task) && !training.test(task.what)));
  const listed = (title: string, some: readonly NumberedTask[]): readonly Appendix[] =>
    some.length === 0
      ? []
      : [
          {
            title,
            part: (headed) => portrait(headed, listTable(some, `${title}（${some.length} 项）`)),
          },
        ];
  return [
    ...(roster && roster.duties.length > 0
      ? [{ title: '值班表', part: (headed: string) => rosterPage(roster, facts, headed) }]
      : []),
    ...listed('检查与盘点日程', checks),
    ...listed('培训与演练安排', trainings),
    ...listed('其他工作安排', table.rest),
  ];
}

/** Sections in their order, those with nothing left out; tables are numbered as they come. */
function sectionsOf(plan: MonthPlan, sourceOf: SourceOf) {
  let tables = 0;
  const caption = (words: string) => {
    tables += 1;
    return `表${tables}　${words}`;
  };
  const priorities = prioritiesOf(plan);
  return [
    {
      title: '上月工作完成情况',
      blocks:
        plan.last === undefined
          ? []
          : lastMonthSection(plan, caption('上月工作完成情况'), sourceOf),
    },
    {
      title: '本月工作重点',
      blocks: priorities.map((words, index) => paragraph(`${inChinese(index + 1)}是${words}`)),
    },
    {
      title: '具体工作安排',
      blocks:
        plan.table.groups.length === 0 ? [] : [workTable(plan.table, caption('具体工作安排'))],
    },
    {
      title: '周历',
      blocks: [weeksTable(plan.weeks, caption('周历')), ...unfilledDuties(plan.roster)],
    },
    {
      title: '采购与经费',
      blocks:
        plan.purchases.length === 0 ? [] : purchaseSection(plan.purchases, caption('拟购物资')),
    },
    {
      title: '需学校研究解决的事项',
      blocks: plan.matters.map(({ register, words }, index) =>
        paragraph(
          `${inChinese(index + 1)}是${words}（${register}已上报）。建议：`,
          { kind: 'ask', what: '原因、建议和所需金额' },
          '。',
        ),
      ),
    },
  ].filter(({ blocks }) => blocks.length > 0);
}

/** The title: “××学校后勤处2025年11月工作计划”. */
function planTitle({ schoolName, department, facts }: MonthPlan): string {
  return `${schoolName}${department}${fullMonth(facts.month)}工作计划`;
}

/**
 * The monthly plan as a paper; headings and appendices are numbered in one run whatever is left out.
 * @param changed what the review copy says of figures that changed since the last draft
 */
export function planPaper(
  plan: MonthPlan,
  sourceOf: SourceOf,
  changed: Changed = { blocks: [] },
): Paper {
  const appendices = appendicesOf(plan);
  const sections = sectionsOf(plan, sourceOf);
  const listed = appendices.map(({ title }, index) => `${index + 1}.${title}`).join('　');
  return {
    title: planTitle(plan),
    ...(planTitle(plan).length > charactersInATitleLine
      ? {
          titleLines: [
            `${plan.schoolName}${plan.department}`,
            `${fullMonth(plan.facts.month)}工作计划`,
          ],
        }
      : {}),
    author: plan.department,
    ...(changed.note === undefined ? {} : { reviewNote: changed.note }),
    parts: [
      {
        orientation: 'portrait',
        blocks: [
          opening(plan),
          ...sections.flatMap(({ title, blocks }, index) => [
            heading(1, firstLevel(index + 1, title)),
            ...blocks,
          ]),
          ...(appendices.length > 0 ? [paragraph(`附件：${listed}`)] : []),
          {
            kind: 'signature',
            signed: [plan.department, fullDay(plan.today)],
            lines: ['分管校长意见：＿＿＿＿＿＿　校长意见：＿＿＿＿＿＿'],
          },
        ],
      },
      ...appendices.map(({ title, part }, index) => part(`附件${index + 1}　${title}`)),
      {
        orientation: 'portrait',
        blocks: [...sourceBlocks(sections.flatMap(({ blocks }) => blocks)), ...changed.blocks],
      },
    ],
  };
}
