import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';

/** What a browser inside a chat program cannot do, and the link to take to another; `browser/elsewhere.ts` shows it. */
export function elsewhere(language: Language): Html {
  return html`<aside class="elsewhere" data-elsewhere hidden>
<p>${said(words.elsewhere, language)}</p>
<textarea id="this-link" rows="2" readonly aria-label="${said(words.thisLink, language)}"></textarea>
<button type="button" class="way" data-copy="this-link" data-copied="${said(words.copied, language)}" hidden>${said(words.copyLink, language)}</button>
</aside>`;
}
