import { html } from 'hono/html';
import { shown } from '#schema/cell.ts';
import type { Columns } from '#schema/columns.ts';
import type { Language } from '#schema/language.ts';
import type { Values } from '#schema/row.ts';
import { numberedColumns } from '#schema/row-number.ts';
import type { RowId } from '#schema/values.ts';
import type { Sheet } from '../batch/sheet.ts';
import { batchWords } from '../batch/words.ts';
import { masked } from '../mask.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';
import { factsOf, received, shortNumber } from './receipt.ts';

/** The main part of the receipt of a sheet: what its rows share, then every row that was written. */
export function sheetReceiptPage({
  sheet,
  language,
  batch,
  rows,
}: {
  readonly sheet: Sheet;
  readonly language: Language;
  readonly batch: RowId;
  readonly rows: readonly Values<Columns>[] | 'unread';
}): Html {
  const list = rows === 'unread' ? [] : rows;
  return html`${received(sheet.title, shortNumber(batch), language)}
${list.length === 0 ? html`<p class="notice">${said(words.detailsLater, language)}</p>` : written(sheet, list, language)}
<p class="ways"><a class="way" href="#" data-again hidden>${said(words.again, language)}</a></p>`;
}

function written(sheet: Sheet, rows: readonly Values<Columns>[], language: Language): Html {
  const { register, shared, each, copied } = sheet;
  const [first = {}] = rows;
  const numbers = numberedColumns(register).map(([name]) => name);
  const listed = [...new Set([...numbers, ...each, ...(copied === undefined ? [] : [copied])])];
  const filled = listed.filter((name) => rows.some((row) => row[name] !== undefined));
  const once = shared.filter((name) => !each.includes(name));
  const count = `${said(batchWords.rowsWritten, language)}${rows.length}${said(batchWords.rowEnd, language)}`;
  return html`${once.length > 0 ? factsOf(register, once, first, language) : ''}
<h2>${said(batchWords.written, language)} <span class="free">${count}</span></h2>
<div class="scroll" tabindex="0" role="region" aria-label="${said(batchWords.written, language)}"><table class="written">
<thead><tr>${filled.map((name) => {
    const title = register.columns[name]?.title;
    return html`<th scope="col">${title ? said(title, language) : ''}</th>`;
  })}</tr></thead>
<tbody>${rows.map(
    (row) =>
      html`<tr>${filled.map((name) => {
        const column = register.columns[name];
        return html`<td>${column ? masked(column, shown(column, row[name], language)) : ''}</td>`;
      })}</tr>
`,
  )}</tbody></table></div>`;
}
