import { html } from 'hono/html';
import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { type FormRegister, hasForm } from '../access.ts';
import { documentedProblems } from '../api-document/problems-document.ts';
import { apiWords as words } from './api-words.ts';
import { type Html, said } from './layout.ts';

/** The main part of the page about the endpoints: one to try, then all forms, then what goes wrong. */
export function apiPage(
  registers: readonly Register[],
  { language, document }: { readonly language: Language; readonly document: string },
): Html {
  const forms = registers.filter(hasForm);
  return html`<h1>${said(words.title, language)}</h1>
<p class="intro">${said(words.intro, language)}</p>
<p class="ways"><a class="way" href="${document}">${said(words.document, language)}</a></p>
<noscript><p class="notice">${said(words.noScript, language)}</p></noscript>
<form data-try data-document="${document}" class="try" hidden>
<div class="field"><label class="label" for="token">${said(words.token, language)}</label><input id="token" type="text" autocomplete="off" spellcheck="false"></div>
<div class="field"><label class="label" for="endpoint">${said(words.choose, language)}</label><select id="endpoint"></select></div>
<div class="field"><label class="label" for="body">${said(words.body, language)}</label><textarea id="body" rows="14" spellcheck="false" class="code"></textarea></div>
<p class="purpose">${said(words.realRows, language)}</p>
<p class="ways"><button class="way main" type="submit">${said(words.send, language)}</button><button class="way" type="button" data-new-id>${said(words.newId, language)}</button></p>
<h2>${said(words.answer, language)}</h2>
<pre class="code" data-answer role="status" tabindex="0"></pre>
</form>
${forms.map((register) => described(register, language))}
<h2>${said(words.problems, language)}</h2>
<dl class="facts">${documentedProblems.map(
    ({ status, code, label }) =>
      html`<div id="${code}"><dt>${status} <code>${code}</code></dt><dd>${said(label, language)}</dd></div>
`,
  )}</dl>`;
}

function described(register: FormRegister, language: Language): Html {
  const { key, title, purpose, form, columns } = register;
  return html`<details class="endpoint" id="form-${key}"><summary><b>${said(title, language)}</b> <code>POST /intake/api/${key}</code></summary>
<p class="about">${said(purpose, language)}</p>
<dl class="facts">${form.asks.flatMap((name) => {
    const column = columns[name];
    if (!column) return [];
    const kind =
      column.kind === 'choice'
        ? Object.entries(column.choices)
            .map(([choice, label]) => `${choice} ${said(label, language)}`)
            .join(language === 'zh' ? '、' : ', ')
        : column.kind === 'reference'
          ? said(words.list, language)
          : column.kind;
    return [
      html`<div><dt><code>${name}</code> ${said(column.title, language)}</dt><dd>${kind}${column.required ? ` · ${said(words.needed, language)}` : ''}</dd></div>
`,
    ];
  })}</dl></details>
`;
}
