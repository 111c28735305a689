import {
  type Block,
  type Changed,
  firstLevel,
  fullDay,
  heading,
  type Paper,
  paragraph,
} from '#platform/documents/index.ts';
import type { Shortcoming } from '../shortcomings.ts';
import type { TermReport } from '../term-report.ts';
import { achievements, type SectionSaid, sectionsSaid } from './achievements.ts';
import { appendices } from './appendices.ts';
import { basics } from './basics.ts';
import { asksForCause, fellShort } from './fell-short.ts';
import { indicatorTable } from './indicator-table.ts';
import { nextTerm } from './next-term.ts';
import { opening } from './opening.ts';
import type { SourceOf } from './source-of.ts';
import { support } from './support.ts';

/** At most so many marks wait for the director (papers.md). */
const mostMarks = 8;

interface Section {
  readonly title: string;
  readonly blocks: readonly Block[];
}

function closing(report: TermReport): Block {
  const mended =
    report.shortcomings.length === 0
      ? '继续把登记、检查、整改做实'
      : `对上述 ${report.shortcomings.length} 项不足逐项整改、逐月核对`;
  return paragraph(
    `以上是本学期后勤工作情况。下学期，${report.department}将${mended}，保障教学和师生生活。`,
  );
}

/** Marks left for cases once causes, new work and matters have had theirs. */
function casesAllowed(shortcomings: readonly Shortcoming[], matters: readonly string[]): number {
  const others = shortcomings.filter(asksForCause).length + 1 + (matters.length === 0 ? 1 : 0);
  return Math.max(0, mostMarks - others);
}

function sectionsOf(
  report: TermReport,
  said: readonly SectionSaid[],
  sourceOf: SourceOf,
): readonly Section[] {
  const { shortcomings, matters, teams } = report;
  // Tables are numbered as they come: 基本情况 has the first only when there is a staff list.
  const indicatorsAt = teams.length === 0 ? 1 : 2;
  const measuresAt = indicatorsAt + (report.indicators.length === 0 ? 0 : 1);
  return [
    { title: '基本情况', blocks: basics(report) },
    {
      title: '主要工作与成效',
      blocks: achievements(report, said, casesAllowed(shortcomings, matters)),
    },
    {
      title: '主要指标完成情况',
      blocks: indicatorTable(report, sourceOf, `表${indicatorsAt}　主要指标完成情况`),
    },
    { title: '存在的不足', blocks: fellShort(shortcomings, sourceOf) },
    { title: '下学期打算', blocks: nextTerm(shortcomings, `表${measuresAt}　下学期措施`) },
    { title: '需学校支持解决的问题', blocks: support(matters) },
  ].filter(({ blocks }) => blocks.length > 0);
}

/** The title of the report: “××学校2025—2026学年度第一学期后勤工作总结”. */
export function termTitle({ schoolName, days }: TermReport): string {
  return `${schoolName}${days.term.name}后勤工作总结`;
}

/**
 * The term-end report as a paper; headings are numbered in one run whatever is left out.
 * @param changed what the review copy says of figures that changed since the last draft
 */
export function termPaper(
  report: TermReport,
  sourceOf: SourceOf,
  changed: Changed = { blocks: [] },
): Paper {
  const said = sectionsSaid(report, sourceOf);
  const sections = sectionsOf(report, said, sourceOf);
  return {
    title: termTitle(report),
    titleLines: [`${report.schoolName}${report.days.term.name}`, '后勤工作总结'],
    author: report.department,
    ...(changed.note === undefined ? {} : { reviewNote: changed.note }),
    parts: [
      {
        orientation: 'portrait',
        blocks: [
          opening(report, sourceOf),
          ...sections.flatMap(({ title, blocks }, index) => [
            heading(1, firstLevel(index + 1, title)),
            ...blocks,
          ]),
          closing(report),
          { kind: 'signature', signed: [report.department, fullDay(report.today)], lines: [] },
          ...appendices(report, sourceOf),
        ],
      },
      { orientation: 'portrait', blocks: changed.blocks },
    ],
  };
}
