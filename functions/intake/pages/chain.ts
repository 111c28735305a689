import { html } from 'hono/html';
import type { LinkedRow, RowChain } from '#schema/calculations/row-chain.ts';
import { shown } from '#schema/cell.ts';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';
import { type PhotoAt, photosOf } from './photos.ts';

/** What a page about a row and its chain shows. */
export interface ChainPage extends RowChain {
  readonly self: LinkedRow;
  readonly language: Language;
  /** The address that opens a row in its sheet. */
  readonly openedBy: (register: Register, row: string) => string;
  /** The address of a photo of the row that the page is about. */
  readonly photoAt: PhotoAt;
}

/** So many columns tell one row from another. */
const columnsShown = 4;

/** The main part of the page: step by step, from where it began to what came of it. */
export function chainPage(page: ChainPage): Html {
  const { self, before, after, language, openedBy, photoAt } = page;
  const step = (linked: LinkedRow, isSelf: boolean): Html => html`<li${
    isSelf ? html` class="self" aria-current="true"` : ''
  }>
<h2>${said(linked.register.title, language)}</h2>
<dl class="facts">${factsOf(linked, language)}</dl>${isSelf ? photosIn(linked, photoAt, language) : ''}
<p class="ways"><a class="way" href="${openedBy(linked.register, linked.row.id)}">${said(words.openInSheet, language)}</a></p>
</li>
`;
  const alone = before.length === 0 && after.length === 0;
  return html`<h1>${said(words.rowChain, language)}</h1>
${alone ? html`<p class="intro">${said(words.chainOfOne, language)}</p>` : ''}
<ol class="chain">
${before.map((linked) => step(linked, false))}${step(self, true)}${after.map((linked) => step(linked, false))}</ol>`;
}

function factsOf({ register, row }: LinkedRow, language: Language): readonly Html[] {
  return Object.entries(register.columns)
    .filter(([, { hidden, personal, kind }]) => !hidden && !personal && kind !== 'photo')
    .map(([name, column]) => ({ column, text: shown(column, row.values[name], language) }))
    .filter(({ text }) => text !== '')
    .slice(0, columnsShown)
    .map(
      ({ column, text }) =>
        html`<div><dt>${said(column.title, language)}</dt><dd>${text}</dd></div>`,
    );
}

function photosIn({ register, row }: LinkedRow, photoAt: PhotoAt, language: Language): Html[] {
  return Object.entries(register.columns)
    .filter(([, { kind, personal }]) => kind === 'photo' && !personal)
    .map(([column]) => photosOf({ column, text: textAt(row, column) }, photoAt, language));
}
