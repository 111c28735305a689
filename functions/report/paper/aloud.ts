import {
  type Block,
  inChinese,
  type Paper,
  paragraph,
  plainLines,
} from '#platform/documents/index.ts';
import { reportSections } from '#schema/report.ts';
import { figureWords } from '../figure-words.ts';
import type { Shortcoming } from '../shortcomings.ts';
import { meetsTarget } from '../term-figure.ts';
import type { TermReport } from '../term-report.ts';
import { type SectionSaid, sectionsSaid } from './achievements.ts';
import { opening } from './opening.ts';
import type { SourceOf } from './source-of.ts';
import { termTitle } from './term-paper.ts';

/** As many characters as are read in some three minutes (papers.md). */
const mostCharacters = 800;

function shortcomingLine(shortcomings: readonly Shortcoming[]): readonly Block[] {
  if (shortcomings.length === 0) return [];
  const said = shortcomings.map(({ says, figure, kind }, index) => {
    const words = kind === 'faded' ? undefined : figureWords(figure.figure, figure.now);
    const value = words === undefined ? '' : `，${figure.figure.title.zh} ${words}`;
    return `${inChinese(index + 1)}是${says.replace(/。$/u, '')}${value}`;
  });
  const measures = shortcomings.slice(0, 3).map(({ measure }) => measure.replace(/。$/u, ''));
  return [
    paragraph(`不足有 ${shortcomings.length} 项：${said.join('；')}。`),
    paragraph(`下学期，${measures.join('；')}。`),
  ];
}

function judged(report: TermReport): readonly Block[] {
  const held = report.indicators.flatMap(({ figure, now }) => meetsTarget(figure, now) ?? []);
  if (held.length === 0) return [];
  return [paragraph(`有目标值的 ${held.length} 项指标中，${held.filter(Boolean).length} 项达标。`)];
}

function paperOf(report: TermReport, blocks: readonly Block[]): Paper {
  return {
    title: termTitle(report),
    titleLines: [`${report.schoolName}${report.days.term.name}`, '后勤工作总结'],
    author: report.department,
    parts: [{ orientation: 'portrait', blocks }],
  };
}

function lengthOf(paper: Paper): number {
  return [...plainLines(paper, 'clean').join('')].length;
}

/** As many of the blocks, from the first, as the frame takes within its characters. */
function fitting(blocks: readonly Block[], frame: (some: readonly Block[]) => Paper): number {
  return (
    blocks.findLastIndex(
      (_, index) => lengthOf(frame(blocks.slice(0, index + 1))) <= mostCharacters,
    ) + 1
  );
}

/**
 * The report to read aloud: at most 800 characters. Each area says its first sentence, then its second while there
 * is room; the last areas give way when there is not.
 */
export function aloudPaper(report: TermReport, sourceOf: SourceOf): Paper {
  const areas = sectionsSaid(report, sourceOf).filter(({ sentences }) => sentences.length > 0);
  const area = ({ section, sentences }: SectionSaid, most: number) =>
    paragraph(`${reportSections[section].zh}方面，`, ...sentences.slice(0, most).flat());
  const frame = (some: readonly Block[]) =>
    paperOf(report, [
      opening(report, sourceOf),
      ...some,
      ...judged(report),
      ...shortcomingLine(report.shortcomings),
      paragraph('汇报完毕。'),
    ]);
  const brief = areas.map((one) => area(one, 1));
  const said = brief.slice(0, fitting(brief, frame));
  const full = areas.slice(0, said.length).map((one) => area(one, 2));
  const longer = said.map((_, index) => index + 1);
  const most = longer.findLast(
    (count) => lengthOf(frame([...full.slice(0, count), ...said.slice(count)])) <= mostCharacters,
  );
  return frame([...full.slice(0, most ?? 0), ...said.slice(most ?? 0)]);
}
