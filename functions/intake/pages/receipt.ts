import { html } from 'hono/html';
import { shown } from '#schema/cell.ts';
import type { Column, Columns } from '#schema/columns.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { numberedColumns } from '#schema/row-number.ts';
import type { FormRegister } from '../access.ts';
import { masked } from '../mask.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';
import { type PhotoAt, photosOf } from './photos.ts';

/** A receipt: what arrived, and where to see what becomes of it. */
export interface ReceiptPage {
  readonly register: FormRegister;
  readonly language: Language;
  /** The id of the row; its first part is the receipt's number where the row has none of its own. */
  readonly row: string;
  /** What was sent; `unread` when it cannot be read now, `gone` when its row is not there any more. */
  readonly values: Values<Columns> | 'gone' | 'unread';
  readonly photoAt: PhotoAt;
  /** The tracking page, for forms that have one. */
  readonly track?: string;
}

const tick = html`<svg class="tick" viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="22"></circle><path d="M14 25l7 7 14-16"></path></svg>`;

/** The number by which people speak of a row: its own, or the first part of its id. */
export function spokenNumber(
  register: Register,
  id: string,
  values: ReceiptPage['values'],
): string {
  const [column] = numberedColumns(register)[0] ?? [];
  const own = typeof values === 'object' && column !== undefined ? values[column] : undefined;
  return own === undefined ? shortNumber(id) : String(own);
}

/** The first part of an id, for what has no number of its own. */
export function shortNumber(id: string): string {
  return id.slice(0, 8).toUpperCase();
}

/** What every receipt begins with: that it arrived, and its number. */
export function received(title: Label, number: string, language: Language): Html {
  return html`<div class="received">${tick}<h1>${said(words.receipt, language)}</h1></div>
<p class="intro">${said(words.receiptIntro, language)}</p>
<p class="number">${said(title, language)} · ${said(words.receiptNumber, language)} <b>${number}</b></p>`;
}

/** The main part of a receipt's page. */
export function receiptPage(page: ReceiptPage): Html {
  const { register, language, row, values, track, photoAt } = page;
  return html`${received(register.title, spokenNumber(register, row, values), language)}
${
  typeof values === 'object'
    ? html`<h2>${said(words.whatWasSent, language)}</h2>${factsOf(register, sentColumns(register), values, language, { photoAt })}`
    : html`<p class="notice">${said(values === 'gone' ? words.rowGone : words.detailsLater, language)}</p>`
}
<p class="ways">${track === undefined ? '' : html`<a class="way main" href="${track}">${said(words.track, language)}</a>`}<a class="way" href="#" data-again hidden>${said(words.again, language)}</a></p>`;
}

/** When it happened, then what the form asked. */
export function sentColumns({ form, happened }: FormRegister): readonly string[] {
  return happened === undefined || form.asks.includes(happened)
    ? form.asks
    : [happened, ...form.asks];
}

/** Some values of a row under their titles, personal ones masked. */
export function factsOf(
  register: Register,
  names: readonly string[],
  values: Values<Columns>,
  language: Language,
  {
    isProgress = false,
    photoAt,
  }: { readonly isProgress?: boolean; readonly photoAt?: PhotoAt } = {},
): Html {
  const blank = said(isProgress ? words.noneYet : words.notSaid, language);
  const listed = names.flatMap((name) => {
    const column = register.columns[name];
    return column
      ? [{ name, column, text: masked(column, shown(column, values[name], language)) }]
      : [];
  });
  const isMasked = listed.some(({ column, text }) => column.personal && text !== '');
  return html`<dl class="facts${isProgress ? ' progress' : ''}">${listed.map(
    ({ name, column, text }) => html`<div><dt>${said(column.title, language)}</dt><dd>${
      text === ''
        ? html`<span class="blank">${blank}</span>`
        : factOf({ column, name, text }, photoAt, language)
    }</dd></div>
`,
  )}</dl>${isMasked ? html`<p class="purpose">${said(words.masked, language)}</p>` : ''}`;
}

/** A photo of somebody is personal: its words are masked like others, and it is not shown. */
function factOf(
  { column, name, text }: { readonly column: Column; readonly name: string; readonly text: string },
  photoAt: PhotoAt | undefined,
  language: Language,
): Html | string {
  if (column.kind !== 'photo') return text;
  if (column.personal || !photoAt) return said(words.hasPhoto, language);
  return photosOf({ column: name, text }, photoAt, language);
}
