import { type Block, daySpan, type Run } from '#platform/documents/index.ts';
import { figureWords } from '../figure-words.ts';
import { isIncomplete, type TermFigure } from '../term-figure.ts';
import type { TermReport } from '../term-report.ts';
import type { SourceOf } from './source-of.ts';

/** Key figures in the opening: three to five, one of a section. */
const mostKeyFigures = 5;

function keyFigures(report: TermReport): readonly TermFigure[] {
  const sectionOf = ({ register }: TermFigure) =>
    report.registers.find((one) => one.register === register)?.section;
  const sure = report.indicators.filter(({ now }) => now.value !== undefined && !isIncomplete(now));
  const bySection = [...Map.groupBy(sure, sectionOf).values()];
  return [0, 1]
    .flatMap((place) => bySection.flatMap((figures) => figures[place] ?? []))
    .slice(0, mostKeyFigures);
}

/** The opening: one sentence of purpose, a few key figures, and what follows. */
export function opening(report: TermReport, sourceOf: SourceOf): Block {
  const { from, to } = report.days.now;
  const slogan = report.slogan === '' ? '' : `围绕“${report.slogan}”，`;
  const runs: Run[] = [
    {
      kind: 'text',
      text: `本学期（${daySpan(from, to)}，共 ${report.weeks} 周），${report.department}${slogan}按照学校工作安排，做好安全、食堂、宿舍、维修、物资和服务保障，各项工作逐日登记、按月核对。`,
    },
  ];
  const figures = keyFigures(report);
  if (figures.length > 0) runs.push({ kind: 'text', text: '截至目前，' });
  for (const [index, figure] of figures.entries()) {
    runs.push(
      { kind: 'text', text: `${figure.figure.title.zh} ` },
      {
        kind: 'figure',
        name: figure.figure.title.zh,
        text: figureWords(figure.figure, figure.now) ?? '',
        source: sourceOf(figure),
      },
      { kind: 'text', text: index === figures.length - 1 ? '。' : '，' },
    );
  }
  runs.push({ kind: 'text', text: '现将本学期工作总结如下：' });
  return { kind: 'paragraph', runs };
}
