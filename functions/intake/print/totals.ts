import { html } from 'hono/html';
import { exact } from '#schema/calculations/exact.ts';
import type { PrintSheet, TotalsLine } from '#schema/print.ts';
import { written } from '#schema/wording.ts';
import { type Html, said } from '../pages/layout.ts';
import { paperTitle, signatureLines } from './layout.ts';
import type { PaperFacts } from './pages.ts';
import { printWords } from './words.ts';

/** What a month came to, a line for each thing; below it the totals of those in one unit. */
export function totalsPaper(
  { register, language, school, today }: PaperFacts,
  { title, of, columns }: Extract<PrintSheet, { readonly kind: 'totals' }>,
  month: string,
  lines: readonly TotalsLine[],
): Html {
  const particulars = [
    said(printWords.month(month), language),
    said(printWords.records(lines.length), language),
    said(printWords.printedOn(today), language),
  ];
  const amounts = (line: Pick<TotalsLine, 'amounts'>) =>
    line.amounts.map((amount) => html`<td class="quantity">${written(amount)}</td>`);
  return html`<table class="ledger totals">
<thead><tr class="top"><td colspan="${columns.length + 3}">${paperTitle(school, said(title, language), particulars)}</td></tr>
<tr><th class="number">${said(printWords.number, language)}</th><th>${said(of, language)}</th><th>${said(printWords.unit, language)}</th>${columns.map(
    (column) => html`<th class="quantity">${said(column, language)}</th>`,
  )}</tr></thead>
<tbody>${lines.map(
    (line, place) =>
      html`<tr><td class="number">${place + 1}</td><td>${line.name}</td><td>${line.unit}</td>${amounts(line)}</tr>
`,
  )}</tbody>
<tbody class="sums">${sumsOf(lines).map(
    (sum) =>
      html`<tr><td></td><td>${said(printWords.total, language)}</td><td>${sum.unit}</td>${amounts(sum)}</tr>
`,
  )}</tbody></table>
${lines.length === 0 ? html`<p class="none">${said(printWords.none, language)}</p>` : ''}
${signatureLines(register.print?.signatures ?? [printWords.signature], language)}`;
}

function sumsOf(lines: readonly TotalsLine[]): readonly Omit<TotalsLine, 'name'>[] {
  return [...Map.groupBy(lines, ({ unit }) => unit)].map(([unit, own]) => ({
    unit,
    amounts: own
      .map(({ amounts }) => amounts)
      .reduce((sums, amounts) => sums.map((sum, at) => exact(sum + (amounts[at] ?? 0)))),
  }));
}
