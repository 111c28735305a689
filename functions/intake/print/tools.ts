import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { type Html, said } from '../pages/layout.ts';
import { printable } from './ledger.ts';
import { printWords } from './words.ts';

/** What stands above a ledger on a screen: which month, which columns, and the register's other sheets. */
export function ledgerTools({
  register,
  language,
  action,
  token,
  month,
  columns,
  sheets,
}: {
  readonly register: Register;
  readonly language: Language;
  readonly action: string;
  readonly token: string;
  readonly month: string | undefined;
  readonly columns: readonly string[];
  readonly sheets: readonly { readonly title: string; readonly href: string }[];
}): Html {
  return html`<form method="get" action="${action}"><input type="hidden" name="t" value="${token}"><input type="hidden" name="lang" value="${language}">
${monthTool(month, language)}
<fieldset><legend>${said(printWords.chooseColumns, language)}</legend>${printable(register).map(
    (name) => {
      const column = register.columns[name];
      return html`<label><input type="checkbox" name="columns" value="${name}"${
        columns.includes(name) ? html` checked` : ''
      }> ${column ? said(column.title, language) : name}</label> `;
    },
  )}</fieldset>
<button type="submit">${said(printWords.update, language)}</button></form>
${sheets.length > 0 ? html`<nav>${sheets.map(({ title, href }) => html`<a href="${href}">${title}</a> `)}</nav>` : ''}`;
}

/** The choice of a month alone. */
export function monthTools(action: string, token: string, month: string, language: Language): Html {
  return html`<form method="get" action="${action}"><input type="hidden" name="t" value="${token}"><input type="hidden" name="lang" value="${language}">
${monthTool(month, language)} <button type="submit">${said(printWords.update, language)}</button></form>`;
}

function monthTool(month: string | undefined, language: Language): Html | '' {
  return month === undefined
    ? ''
    : html`<label>${said(printWords.chooseMonth, language)} <input type="month" name="month" value="${month}"></label>`;
}
