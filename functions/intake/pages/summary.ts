import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';

/** One thing that is wrong, and the id of the field where it is mended, if there is one. */
export interface SummaryLine {
  readonly text: string;
  readonly field?: string | undefined;
}

/** All that is wrong, at the top, each leading to its field; the script fills the same place. */
export function summaryOf(lines: readonly SummaryLine[], language: Language): Html {
  return html`<div class="summary" data-summary tabindex="-1"${
    lines.length > 0 ? html` role="alert" autofocus` : html` hidden`
  }>
<h2>${said(words.mend, language)}</h2>
<ul>${lines.map(
    ({ text, field }) =>
      html`<li>${field === undefined ? text : html`<a href="#${field}">${text}</a>`}</li>`,
  )}</ul>
</div>`;
}
