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
import { sectionsSaid } from './achievements.ts';
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
    author: report.department,
    parts: [{ orientation: 'portrait', blocks }],
  };
}

function lengthOf(paper: Paper): number {
  return [...plainLines(paper, 'clean').join('')].length;
}

/** The report to read aloud: at most 800 characters; the last areas give way when there is more to say. */
export function aloudPaper(report: TermReport, sourceOf: SourceOf): Paper {
  const areas = sectionsSaid(report, sourceOf).flatMap(({ section, sentences }) => {
    const [first] = sentences;
    return first === undefined ? [] : [paragraph(`${reportSections[section].zh}方面，`, ...first)];
  });
  const frame = (some: readonly Block[]) =>
    paperOf(report, [
      opening(report, sourceOf),
      ...some,
      ...judged(report),
      ...shortcomingLine(report.shortcomings),
      paragraph('汇报完毕。'),
    ]);
  const fitting = areas.findLastIndex(
    (_, index) => lengthOf(frame(areas.slice(0, index + 1))) <= mostCharacters,
  );
  return frame(areas.slice(0, fitting + 1));
}
