import { percent, printed } from '#platform/documents/index.ts';
import type { Figure, Measured } from '#schema/figure.ts';
import { isIncomplete, type TermFigure } from './term-figure.ts';

/** Fewer cases give counts and no percentage (papers.md). */
const casesForPercentage = 20;

/** As printed, so that differences in the text add up with the figures beside them. */
function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function fewCases(measured: Measured): boolean {
  return measured.whole !== undefined && measured.whole < casesForPercentage;
}

function withUnit(amount: string, unit: string): string {
  return /^[%‰℃]/.test(unit) ? `${amount}${unit}` : `${amount} ${unit}`.trimEnd();
}

/**
 * A figure in a sentence: `2136 件`, `97.4%`, `12 例中 11 例` when there are fewer than 20.
 * `undefined` when nothing was recorded.
 */
export function figureWords(figure: Figure, measured: Measured): string | undefined {
  if (measured.value === undefined) return undefined;
  if (figure.form === 'amount') return withUnit(printed(measured.value), figure.unit.zh);
  return fewCases(measured)
    ? `${measured.whole} 例中 ${measured.part ?? 0} 例`
    : percent(measured.value);
}

/** A figure in a table cell, where the unit has its own column: `2136`, `97.4%`, `11/12`. */
export function cellWords(figure: Figure, measured: Measured | undefined): string {
  if (measured === undefined) return '—';
  if (measured.value === undefined) return '无登记记录';
  const words =
    figure.form === 'amount'
      ? printed(measured.value)
      : fewCases(measured)
        ? `${measured.part ?? 0}/${measured.whole}`
        : percent(measured.value);
  return isIncomplete(measured) ? `${words}（登记不全）` : words;
}

/** What nothing recorded is called: “来访登记无登记记录（缺 58 天）”. */
export function lackWords(figure: TermFigure): string {
  return figure.missingDays === undefined
    ? `${figure.figure.title.zh}无登记记录`
    : `${figure.register.title.zh}无登记记录（缺 ${figure.missingDays} 天）`;
}

function signed(value: number): string {
  return value > 0 ? `+${printed(rounded(value))}` : printed(rounded(value));
}

/** The change against an earlier value, of two figures as printed. */
interface Change {
  readonly difference: number;
  /** Percent of the earlier value; absent where that is under 20 cases. */
  readonly percent?: number;
}

function changeBetween(figure: Figure, now: Measured, before: Measured): Change | undefined {
  if (now.value === undefined || before.value === undefined) return undefined;
  if (isIncomplete(now) || isIncomplete(before)) return undefined;
  if (figure.form === 'share' && (fewCases(now) || fewCases(before))) return undefined;
  const earlier = rounded(before.value);
  const difference = rounded(rounded(now.value) - earlier);
  if (figure.form === 'share' || earlier < casesForPercentage) return { difference };
  return { difference, percent: (difference / earlier) * 100 };
}

/**
 * The comparison of a figure with an earlier one, to follow it in a sentence:
 * “，较上学期减少 168 件（-7.3%）”, “，与上学期持平”, “（无可比数据）”.
 * @param before `undefined` when there was no such period
 */
export function comparisonWords(
  figure: Figure,
  now: Measured,
  before: Measured | undefined,
  earlier: string,
): string {
  if (before?.value === undefined) return '（无可比数据）';
  const change = changeBetween(figure, now, before);
  if (change === undefined)
    return isIncomplete(before) || isIncomplete(now)
      ? '（登记不全，不作比较）'
      : `（${earlier} ${figureWords(figure, before) ?? ''}）`;
  if (change.difference === 0) return `，与${earlier}持平`;
  const size = printed(Math.abs(change.difference));
  if (figure.form === 'share')
    return `，较${earlier}${change.difference > 0 ? '提高' : '下降'} ${size} 个百分点`;
  const share = change.percent === undefined ? '' : `（${signedPercent(change.percent)}）`;
  return `，较${earlier}${change.difference > 0 ? '增加' : '减少'} ${withUnit(size, figure.unit.zh)}${share}`;
}

function signedPercent(value: number): string {
  return value > 0 ? `+${percent(value)}` : percent(value);
}

/** The change in a table cell: `-168（-7.3%）`, `+1.4 个百分点`, `持平`, `—`. */
export function changeCell(figure: Figure, now: Measured, before: Measured | undefined): string {
  if (before === undefined) return '无可比数据';
  const change = changeBetween(figure, now, before);
  if (change === undefined) return '—';
  if (change.difference === 0) return '持平';
  if (figure.form === 'share') return `${signed(change.difference)} 个百分点`;
  return change.percent === undefined
    ? signed(change.difference)
    : `${signed(change.difference)}（${signedPercent(change.percent)}）`;
}

/** A target with its direction: `≥98%`, `≤0`. */
export function targetWords(figure: Figure): string {
  if (figure.target === undefined) return '—';
  const value = figure.form === 'share' ? `${printed(figure.target)}%` : printed(figure.target);
  // Nothing lies beyond 100 % or below 0: the sign would say nothing.
  if (figure.better === 'neither' || value === '100%' || figure.target === 0) return value;
  return `${figure.better === 'lower' ? '≤' : '≥'}${value}`;
}
