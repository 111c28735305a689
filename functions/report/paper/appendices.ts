import { type Block, cells, heading, paragraph, shortDay } from '#platform/documents/index.ts';
import { cellWords } from '../figure-words.ts';
import type { TermReport } from '../term-report.ts';
import type { SourceOf } from './source-of.ts';

function monthlyTable(report: TermReport): readonly Block[] {
  if (report.monthly.length === 0) return [];
  return [
    heading(1, '附表1　月度数据'),
    {
      kind: 'table',
      caption: `各月指标（${report.days.now.to.slice(0, 4)}年，截至${shortDay(report.days.now.to)}）`,
      columns: [
        { title: '指标', width: 16 },
        { title: '单位', width: 6, align: 'centre' },
        ...report.months.map(({ from }) => ({
          title: `${Number(from.slice(5, 7))}月`,
          width: 10,
          align: 'centre' as const,
        })),
        { title: '全学期', width: 10, align: 'centre' },
      ],
      lines: report.monthly.map(({ figure, months }) =>
        cells(
          figure.figure.title.zh,
          figure.figure.unit.zh,
          ...months.map((month) => cellWords(figure.figure, month)),
          cellWords(figure.figure, figure.now),
        ),
      ),
    },
  ];
}

function unfinishedTable({ unfinished }: TermReport): readonly Block[] {
  const title = heading(1, '附表2　未完成事项清单');
  if (unfinished.length === 0) return [title, paragraph('截至目前，登记簿中没有未完成事项。')];
  return [
    title,
    {
      kind: 'table',
      caption: `未完成事项（${unfinished.length} 项）`,
      columns: [
        { title: '序号', width: 5, align: 'centre' },
        { title: '类别', width: 11 },
        { title: '事项', width: 24 },
        { title: '完成标准', width: 16 },
        { title: '说明', width: 14 },
      ],
      lines: unfinished.map((one, index) =>
        cells(index + 1, one.group, one.what, one.standard, one.note || '—'),
      ),
    },
  ];
}

function sourceTable(report: TermReport, sourceOf: SourceOf): readonly Block[] {
  const figures = report.registers.flatMap((register) => register.figures);
  if (figures.length === 0) return [];
  return [
    heading(1, '附表3　数据口径与来源'),
    {
      kind: 'table',
      caption: '每数一行：登记簿、行数、截止日',
      columns: [
        { title: '数据', width: 15 },
        { title: '本学期', width: 10, align: 'centre' },
        { title: '登记簿', width: 11 },
        { title: '行数', width: 7, align: 'centre' },
        { title: '截止日', width: 10, align: 'centre' },
        { title: '口径', width: 25 },
      ],
      lines: figures.map((figure) => {
        const source = sourceOf(figure);
        return cells(
          figure.figure.title.zh,
          figure.now.value === undefined
            ? '无登记记录'
            : [
                {
                  kind: 'figure',
                  name: figure.figure.title.zh,
                  text: cellWords(figure.figure, figure.now),
                  source,
                },
              ],
          source.register,
          source.rows,
          shortDay(source.until),
          figure.figure.counts.zh,
        );
      }),
    },
  ];
}

/** The three appendices, from a new page. */
export function appendices(report: TermReport, sourceOf: SourceOf): readonly Block[] {
  const all = [
    ...monthlyTable(report),
    ...unfinishedTable(report),
    ...sourceTable(report, sourceOf),
  ];
  return all.length === 0 ? [] : [{ kind: 'pageBreak' }, ...all];
}
