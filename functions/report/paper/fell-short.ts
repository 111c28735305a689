import { type Block, inChinese, percent, type Run } from '#platform/documents/index.ts';
import { clip } from '#schema/wording.ts';
import { comparisonWords, figureWords, targetWords } from '../figure-words.ts';
import type { Shortcoming } from '../shortcomings.ts';
import type { SourceOf } from './source-of.ts';

function withoutStop(words: string): string {
  return words.replace(/[。；，]+$/u, '');
}

/** Whether the director has to give the cause, since no row does. */
export function asksForCause({ causes, kind }: Shortcoming): boolean {
  return kind === 'missed' && causes.length === 0;
}

function causeRuns(shortcoming: Shortcoming): readonly Run[] {
  if (shortcoming.kind === 'faded') return [];
  if (asksForCause(shortcoming))
    return [
      { kind: 'text', text: '原因：' },
      { kind: 'ask', what: '原因' },
      { kind: 'text', text: '。' },
    ];
  const said = shortcoming.causes.map(
    ({ words, rows }) => `${clip(withoutStop(words), 24)}（${rows} 条）`,
  );
  return [{ kind: 'text', text: `登记的原因主要是${said.join('、')}。` }];
}

function figureRuns(shortcoming: Shortcoming, sourceOf: SourceOf): readonly Run[] {
  const { figure, faded } = shortcoming;
  const source = sourceOf(figure);
  const name = figure.figure.title.zh;
  if (shortcoming.kind === 'faded') {
    const { expected = 0, recorded = 0 } = figure.now;
    if (recorded === 0) return [{ kind: 'text', text: `应登记 ${expected} 次，无登记记录。` }];
    const since = faded ? `，第 ${faded.week} 周后填报率降至 ${percent(faded.rate)}` : '';
    return [
      { kind: 'text', text: `应登记 ${expected} 次，实际登记 ` },
      { kind: 'figure', name, text: `${recorded} 次`, source },
      {
        kind: 'text',
        text: `（${percent(expected === 0 ? 0 : (recorded / expected) * 100)}）${since}。`,
      },
    ];
  }
  const above = figure.figure.better === 'lower';
  const target = targetWords(figure.figure).replace(/^[≥≤]/, '');
  const unit = figure.figure.form === 'share' ? '' : ` ${figure.figure.unit.zh}`;
  return [
    { kind: 'text', text: `${figure.figure.title.zh} ` },
    { kind: 'figure', name, text: figureWords(figure.figure, figure.now) ?? '', source },
    {
      kind: 'text',
      text: `，${above ? '高于' : '低于'} ${target}${unit} 的目标${figure.before?.value === undefined ? '' : comparisonWords(figure.figure, figure.now, figure.before, '上学期')}。`,
    },
  ];
}

/** 存在的不足: what, figure, cause, effect; about matters, never about people (对事不对人). */
export function fellShort(
  shortcomings: readonly Shortcoming[],
  sourceOf: SourceOf,
): readonly Block[] {
  return shortcomings.map((shortcoming, index) => ({
    kind: 'paragraph',
    runs: [
      {
        kind: 'text',
        text: `${inChinese(index + 1)}是${withoutStop(shortcoming.says)}。`,
        bold: true,
      },
      ...figureRuns(shortcoming, sourceOf),
      ...causeRuns(shortcoming),
      { kind: 'text', text: `${withoutStop(shortcoming.effect)}。` },
    ],
  }));
}
