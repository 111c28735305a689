import type { Run, Source } from '#platform/documents/index.ts';
import { figuresIn } from '#schema/report.ts';
import { comparisonWords, figureWords } from './figure-words.ts';
import { isIncomplete, type TermFigure } from './term-figure.ts';

/** A sentence with its figures, or the figures for want of which it cannot be said. */
export type Sentence =
  | { readonly said: true; readonly runs: readonly Run[] }
  | { readonly said: false; readonly lacks: readonly TermFigure[] };

const place = /\{(\w+)(\|compared)?\}/g;

function comparison(found: TermFigure): string {
  const lastTerm = comparisonWords(found.figure, found.now, found.before, '上学期');
  return found.yearBefore === undefined
    ? lastTerm
    : `${lastTerm}${comparisonWords(found.figure, found.now, found.yearBefore, '上年同期')}`;
}

/**
 * Fills a register's sentence: `{received}` becomes a figure with its unit, `{received|compared}` adds the
 * comparison with last term. Not recorded is not zero: a sentence that lacks a figure is not said.
 *
 * @throws when the template names a figure that the register does not have.
 */
export function sentence(
  template: string,
  figureNamed: (name: string) => TermFigure | undefined,
  sourceOf: (figure: TermFigure) => Source,
): Sentence {
  const named = figuresIn(template).map((name) => {
    const found = figureNamed(name);
    if (found === undefined)
      throw new Error(`report: the sentence “${template}” names no figure "${name}"`);
    return found;
  });
  const lacks = named.filter((found) => found.now.value === undefined);
  if (lacks.length > 0) return { said: false, lacks };
  const runs: Run[] = [];
  let from = 0;
  for (const [index, match] of [...template.matchAll(place)].entries()) {
    const found = named[index];
    if (found === undefined) continue;
    const before = template.slice(from, match.index);
    // Chinese text keeps a space before a number; none after an opening bracket or at the start.
    const gap = /[\p{Script=Han}\d]$/u.test(before) || (before === '' && from > 0) ? ' ' : '';
    if (before + gap !== '') runs.push({ kind: 'text', text: before + gap });
    runs.push({
      kind: 'figure',
      text: figureWords(found.figure, found.now) ?? '',
      source: sourceOf(found),
    });
    const after = match[2] === undefined ? incomplete(found) : comparison(found);
    if (after !== '') runs.push({ kind: 'text', text: after });
    from = match.index + match[0].length;
  }
  const rest = template.slice(from);
  if (rest !== '') runs.push({ kind: 'text', text: rest });
  return { said: true, runs };
}

function incomplete(found: TermFigure): string {
  return isIncomplete(found.now) ? '（登记不全）' : '';
}
