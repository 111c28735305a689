import { html } from 'hono/html';
import type { Label, Language } from '#schema/language.ts';
import type { FormRegister } from '../access.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';

/** The main part of a page that only says something. */
export function messagePage(title: Label, language: Language): Html {
  return html`<div class="message"><h1>${said(title, language)}</h1></div>`;
}

/** The main part of the list of forms that a link opens. */
export function formsPage(
  forms: readonly FormRegister[],
  addressOf: (register: FormRegister) => string,
  language: Language,
): Html {
  if (forms.length === 0) return messagePage(words.noForms, language);
  return html`<h1>${said(words.forms, language)}</h1>
<p class="intro">${said(words.formsIntro, language)}</p>
<ul class="forms">${forms.map(
    (
      register,
    ) => html`<li><a href="${addressOf(register)}"><b>${said(register.title, language)}</b><span class="about">${said(register.purpose, language)}</span></a></li>
`,
  )}</ul>`;
}
