import type { Run, Source } from '#platform/documents/index.ts';
import { figuresIn } from '#schema/report.ts';
import { comparisonWords, figureWords } from './figure-words.ts';
import { isIncomplete, type TermFigure } from './term-figure.ts';

/** A sentence with its figures, or the figures for want of which it cannot be said. */
export type Sentence =
  | {
      readonly said: true;
      readonly runs: readonly Run[];
      /** A figure of it should be compared, and there is nothing to compare it with. */
      readonly incomparable: boolean;
    }
  | { readonly said: false; readonly lacks: readonly TermFigure[] };

const place = /\{(\w+)(\|compared)?\}/g;

function isIncomparable({ before }: TermFigure): boolean {
  return before?.value === undefined;
}

function comparison(found: TermFigure, tellIncomparable: boolean): string {
  const { figure, now, before, yearBefore } = found;
  const lastTerm =
    isIncomparable(found) && !tellIncomparable
      ? ''
      : comparisonWords(figure, now, before, '上学期');
  return yearBefore?.value === undefined
    ? lastTerm
    : `${lastTerm}${comparisonWords(figure, now, yearBefore, '上年同期')}`;
}

/** Chinese text keeps a space before a number; none after a bracket or at the start. */
function gapAfter(before: string, isFirst: boolean): string {
  return /[\p{Script=Han}\d]$/u.test(before) || (before === '' && !isFirst) ? ' ' : '';
}

/**
 * Fills a register's sentence: `{received}` becomes a figure with its unit, `{received|compared}` adds the
 * comparison with last term. Not recorded is not zero: a sentence that lacks a figure is not said.
 *
 * @param tellIncomparable whether to say “无可比数据”, once, where there is nothing to compare with
 * @throws when the template names a figure that the register does not have.
 */
export function sentence(
  template: string,
  figureNamed: (name: string) => TermFigure | undefined,
  sourceOf: (figure: TermFigure) => Source,
  tellIncomparable = true,
): Sentence {
  const named = figuresIn(template).map((name) => {
    const found = figureNamed(name);
    if (found === undefined)
      throw new Error(`report: the sentence “${template}” names no figure "${name}"`);
    return found;
  });
  const lacks = named.filter((found) => found.now.value === undefined);
  if (lacks.length > 0) return { said: false, lacks };
  const runs: Extract<Run, { readonly text: string }>[] = [];
  let from = 0;
  let incomparable = false;
  for (const [index, match] of [...template.matchAll(place)].entries()) {
    const found = named[index];
    if (found === undefined) continue;
    const before = template.slice(from, match.index);
    const isCompared = match[2] !== undefined;
    runs.push({ kind: 'text', text: `${before}${gapAfter(before, index === 0)}` });
    runs.push({
      kind: 'figure',
      name: found.figure.title.zh,
      text: figureWords(found.figure, found.now) ?? '',
      source: sourceOf(found),
    });
    runs.push({
      kind: 'text',
      text: isCompared
        ? comparison(found, tellIncomparable && !incomparable)
        : isIncomplete(found.now)
          ? '（登记不全）'
          : '',
    });
    incomparable ||= isCompared && isIncomparable(found);
    from = match.index + match[0].length;
  }
  runs.push({ kind: 'text', text: template.slice(from) });
  return { said: true, runs: runs.filter(({ text }) => text !== ''), incomparable };
}
