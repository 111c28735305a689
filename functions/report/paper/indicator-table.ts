import { type Block, cells, paragraph, type Run } from '#platform/documents/index.ts';
import { cellWords, changeCell, targetWords } from '../figure-words.ts';
import { meetsTarget, type TermFigure } from '../term-figure.ts';
import type { TermReport } from '../term-report.ts';
import type { SourceOf } from './source-of.ts';

function metWords(figure: TermFigure): string {
  const met = meetsTarget(figure.figure, figure.now);
  return met === undefined ? '—' : met ? '达标' : '未达标';
}

function nowCell(figure: TermFigure, sourceOf: SourceOf): readonly Run[] {
  const words = cellWords(figure.figure, figure.now);
  return figure.now.value === undefined
    ? [{ kind: 'text', text: words }]
    : [{ kind: 'figure', name: figure.figure.title.zh, text: words, source: sourceOf(figure) }];
}

/** 主要指标完成情况: 表2, one line for each indicator, linked to its rows. */
export function indicatorTable(
  report: TermReport,
  sourceOf: SourceOf,
  caption: string,
): readonly Block[] {
  const { indicators } = report;
  if (indicators.length === 0) return [];
  const judged = indicators.filter(
    (figure) => meetsTarget(figure.figure, figure.now) !== undefined,
  );
  const met = judged.filter((figure) => meetsTarget(figure.figure, figure.now) === true).length;
  const without = indicators.filter(({ now }) => now.value === undefined).length;
  const missing = without === 0 ? '' : `，${without} 项无登记记录`;
  return [
    paragraph(
      `本学期列入考核的指标 ${indicators.length} 项，其中有目标值且有登记的 ${judged.length} 项，达标 ${met} 项，未达标 ${judged.length - met} 项${missing}。上学期数字取相同周数。`,
    ),
    {
      kind: 'table',
      caption,
      columns: [
        { title: '指标', width: 15 },
        { title: '单位', width: 6, align: 'centre' },
        { title: '目标', width: 8, align: 'centre' },
        { title: '本学期', width: 11, align: 'centre' },
        { title: '上学期', width: 11, align: 'centre' },
        { title: '增减', width: 12, align: 'centre' },
        { title: '是否达标', width: 8, align: 'centre' },
        { title: '口径', width: 19 },
      ],
      lines: indicators.map((figure) =>
        cells(
          figure.figure.title.zh,
          figure.figure.unit.zh,
          targetWords(figure.figure),
          nowCell(figure, sourceOf),
          cellWords(figure.figure, figure.before),
          changeCell(figure.figure, figure.now, figure.before),
          metWords(figure),
          figure.figure.counts.zh,
        ),
      ),
    },
  ];
}
