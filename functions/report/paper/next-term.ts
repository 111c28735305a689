import { type Block, cells, inChinese, type Run } from '#platform/documents/index.ts';
import type { ReportSection } from '#schema/report.ts';
import { targetWords } from '../figure-words.ts';
import type { Shortcoming } from '../shortcomings.ts';

/** Who answers for a measure, by area: a post, never a name. */
const answers: Readonly<Record<ReportSection, string>> = {
  safety: '安全负责人',
  canteen: '食堂班长',
  dorms: '宿管班长',
  repairs: '维修班长',
  stores: '库房负责人',
  gate: '门卫班长',
  people: '后勤处',
  service: '后勤处',
  energy: '后勤处',
};

/** The heaviest shortcomings are mended first. */
const mendedFirst = 2;

function withoutStop(words: string): string {
  return words.replace(/[。；，]+$/u, '');
}

function targetOf({ kind, figure }: Shortcoming): string {
  return kind === 'faded' ? '填报率≥95%' : `${figure.figure.title.zh}${targetWords(figure.figure)}`;
}

/** 下学期打算: one measure for each shortcoming, what is new, and the table of who and when. */
export function nextTerm(shortcomings: readonly Shortcoming[], caption: string): readonly Block[] {
  const fresh: Run[] = [
    { kind: 'text', text: shortcomings.length > 0 ? '此外，新增工作：' : '下学期重点工作：' },
    { kind: 'ask', what: '下学期新增的两到三项工作' },
    { kind: 'text', text: '。' },
  ];
  if (shortcomings.length === 0) return [{ kind: 'paragraph', runs: fresh }];
  return [
    ...shortcomings.map(
      (shortcoming, index): Block => ({
        kind: 'paragraph',
        runs: [
          {
            kind: 'text',
            text: `${inChinese(index + 1)}是针对“${withoutStop(shortcoming.says)}”，${withoutStop(shortcoming.measure)}。`,
          },
        ],
      }),
    ),
    { kind: 'paragraph', runs: fresh },
    {
      kind: 'table',
      caption,
      columns: [
        { title: '措施', width: 25 },
        { title: '责任', width: 9 },
        { title: '时限', width: 11, align: 'centre' },
        { title: '目标值', width: 14 },
      ],
      lines: shortcomings.map((shortcoming, index) =>
        cells(
          withoutStop(shortcoming.measure),
          answers[shortcoming.section],
          index < mendedFirst ? '开学一个月内' : '期中考试前',
          targetOf(shortcoming),
        ),
      ),
    },
  ];
}
