import { html } from 'hono/html';
import type { Label, Language } from '#schema/language.ts';
import type { PrintSheet, Slip } from '#schema/print.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { type Html, said } from '../pages/layout.ts';
import type { CellText } from './cells.ts';
import type { CountGroup } from './count-sheet.ts';
import { paperTitle, signatureLines } from './layout.ts';
import type { LedgerLook } from './ledger.ts';
import type { Wall } from './wall.ts';
import { printWords } from './words.ts';

/** What every paper says of itself. */
export interface PaperFacts {
  readonly register: Register;
  readonly language: Language;
  readonly school: string;
  /** The day on which it is printed. */
  readonly today: string;
  readonly textOf: CellText;
}

const titleOf = ({ columns }: Register, name: string, language: Language): string => {
  const column = columns[name];
  return column ? said(column.title, language) : '';
};

const signaturesOf = ({ print }: Register): readonly Label[] =>
  print?.signatures ?? [printWords.signature];

/** The ledger of a month: title and column heads on every page, rows numbered, lines to sign at the end. */
export function ledgerPaper(
  { register, language, school, today, textOf }: PaperFacts,
  {
    rows,
    columns,
    isDense,
    month,
    slipsOf,
  }: LedgerLook & {
    readonly rows: readonly Row[];
    readonly month: string | undefined;
    /** Where the slips of a row are; shown on the screen only. */
    readonly slipsOf: (row: Row) => readonly { readonly title: string; readonly href: string }[];
  },
): Html {
  const hasSlips = (register.print?.slips?.length ?? 0) > 0;
  const particulars = [
    ...(month === undefined ? [] : [said(printWords.month(month), language)]),
    said(printWords.records(rows.length), language),
    said(printWords.printedOn(today), language),
  ];
  const title = said(printWords.ledger(register.title), language);
  return html`<table class="ledger${isDense ? ' dense' : ''}">
<thead><tr class="top"><td colspan="${columns.length + 1}">${paperTitle(school, title, particulars)}</td>${hasSlips ? html`<td class="screen"></td>` : ''}</tr>
<tr><th class="number">${said(printWords.number, language)}</th>${columns.map(
    (name) =>
      html`<th class="${register.columns[name]?.kind ?? ''}">${titleOf(register, name, language)}</th>`,
  )}${hasSlips ? html`<th class="screen">${said(printWords.slips, language)}</th>` : ''}</tr></thead>
<tbody>${rows.map(
    (row, place) =>
      html`<tr><td class="number">${place + 1}</td>${columns.map(
        (name) => html`<td class="${register.columns[name]?.kind ?? ''}">${textOf(row, name)}</td>`,
      )}${
        hasSlips
          ? html`<td class="screen">${slipsOf(row).map((slip) => html`<a href="${slip.href}">${slip.title}</a> `)}</td>`
          : ''
      }</tr>
`,
  )}</tbody></table>
${rows.length === 0 ? html`<p class="none">${said(printWords.none, language)}</p>` : ''}
${signatureLines(signaturesOf(register), language)}`;
}

/** A month on one page, for the wall: a line for each day. */
export function wallPaper(
  { register, language, school, today }: PaperFacts,
  title: Label,
  month: string,
  { headings, days }: Wall,
): Html {
  const particulars = [
    said(printWords.month(month), language),
    said(printWords.printedOn(today), language),
  ];
  return html`${paperTitle(school, said(title, language), particulars)}
<table class="wall${headings.length > 9 ? ' many' : ''}">
<thead><tr><th class="day">${said(printWords.day, language)}</th><th class="day">${said(printWords.weekday, language)}</th>${headings.map(
    (heading) => html`<th>${heading}</th>`,
  )}</tr></thead>
<tbody>${days.map(
    ({ day, weekday, isOff, holiday, cells }) =>
      html`<tr${isOff ? html` class="off"` : ''}><td class="day">${Number(day.slice(8))}</td><td class="day">${said(weekday, language)}${
        holiday === undefined ? '' : html` <small>${holiday}</small>`
      }</td>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
  )}</tbody></table>
${signatureLines(signaturesOf(register), language)}`;
}

/** What there is to count, place by place, with blanks and without what is expected. */
export function countPaper(
  { register, language, school, today, textOf }: PaperFacts,
  sheet: Extract<PrintSheet, { readonly kind: 'count' }>,
  groups: readonly CountGroup[],
): Html {
  const { columns, blanks, title } = sheet;
  const across = columns.length + blanks.length + 1;
  const count = groups.reduce((sum, { rows }) => sum + rows.length, 0);
  const particulars = [
    said(printWords.records(count), language),
    said(printWords.printedOn(today), language),
  ];
  const numbered = groups.map((group, place) => ({
    ...group,
    before: groups.slice(0, place).reduce((sum, { rows }) => sum + rows.length, 0),
  }));
  return html`<table class="ledger count">
<thead><tr class="top"><td colspan="${across}">${paperTitle(school, said(title, language), particulars)}</td></tr>
<tr><th class="number">${said(printWords.number, language)}</th>${columns.map(
    (name) => html`<th>${titleOf(register, name, language)}</th>`,
  )}${blanks.map((blank) => html`<th class="blank">${said(blank, language)}</th>`)}</tr></thead>
${numbered.map(
  ({
    name,
    rows,
    before,
  }) => html`<tbody><tr class="group"><th colspan="${across}">${name === '' ? said(printWords.noPlace, language) : name}</th></tr>
${rows.map(
  (row, place) =>
    html`<tr><td class="number">${before + place + 1}</td>${columns.map(
      (column) => html`<td>${textOf(row, column)}</td>`,
    )}${blanks.map(() => html`<td class="blank"></td>`)}</tr>
`,
)}</tbody>`,
)}</table>
${signatureLines(signaturesOf(register), language)}`;
}

/** One row on a page of its own, to be signed. */
export function slipPaper(
  { register, language, school, today, textOf }: PaperFacts,
  { title, columns, signatures }: Slip,
  row: Row,
): Html {
  const number = `${said(printWords.slipNumber, language)} ${row.id.slice(0, 8).toUpperCase()}`;
  return html`<section class="slip">${paperTitle(school, said(title, language), [
    number,
    said(printWords.printedOn(today), language),
  ])}
<table>${columns.map(
    (name) =>
      html`<tr><th>${titleOf(register, name, language)}</th><td>${textOf(row, name)}</td></tr>
`,
  )}</table>
${signatureLines(signatures, language)}</section>`;
}
