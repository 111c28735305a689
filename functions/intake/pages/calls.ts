import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import type { Call, Register } from '#schema/register.ts';
import { callWords as words } from '../call-words.ts';
import { type Html, said } from './layout.ts';

/** What the page that calls people shows. */
export interface CallsPage {
  readonly register: Register;
  readonly calls: readonly Call[];
  readonly language: Language;
  /** The form in which a call is answered, filled in for it. */
  readonly formOfCall: (call: Call) => string;
}

/** The main part of the page: what is to be done now, the longest waiting first. */
export function callsPage({ register, calls, language, formOfCall }: CallsPage): Html {
  return html`<h1>${said(register.title, language)} · ${said(words.title, language)}</h1>
<p class="intro">${said(words.intro, language)}</p>
${calls.length === 0 ? html`<p class="notice" role="status">${said(words.nothing, language)}</p>` : ''}
<ul class="matters">${calls.map((call) => {
    const time = call.since.slice(11, 16);
    const since = language === 'zh' ? `${time} ${words.since.zh}` : `${words.since.en} ${time}`;
    return html`<li class="today">
<p class="which"><b>${since}</b></p>
<p class="about">${said(call.what, language)}</p>
<p><a href="${formOfCall(call)}">${said(words.go, language)}</a></p>
</li>
`;
  })}</ul>`;
}
