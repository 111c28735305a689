import { html } from 'hono/html';
import type { Label, Language } from '#schema/language.ts';
import { words } from '../words.ts';
import { type Html, said } from './layout.ts';

/**
 * The main part of a page that only says something.
 * @param draft what the browser may keep of the form that is not opened
 */
export function messagePage(title: Label, language: Language, draft?: string): Html {
  return html`<div class="message"><h1>${said(title, language)}</h1>${
    draft === undefined
      ? ''
      : html`<p class="notice" data-refused="${draft}" hidden>${said(words.keptForNewLink, language)}</p>`
  }</div>`;
}

/** A thing that a link opens. */
export interface Opens {
  readonly title: Label;
  readonly about?: Label;
  readonly href: string;
}

/** What a link opens, by kind; a kind of which it opens nothing is left out. */
export interface OpensByKind {
  readonly forms: readonly Opens[];
  readonly batches: readonly Opens[];
  readonly copyIns: readonly Opens[];
  readonly papers: readonly Opens[];
}

/** The main part of the list of what a link opens. */
export function formsPage(opens: OpensByKind, language: Language): Html {
  const { forms, batches, copyIns, papers } = opens;
  if (Object.values(opens).every((each) => each.length === 0))
    return messagePage(words.noForms, language);
  return html`<h1>${said(words.forms, language)}</h1>
<p class="intro">${said(words.formsIntro, language)}</p>
${forms.length === 0 ? '' : cards(forms, language)}
${batches.length === 0 ? '' : html`<h2>${said(words.batches, language)}</h2>${cards(batches, language)}`}
${copyIns.length === 0 ? '' : html`<h2>${said(words.copyIns, language)}</h2>${links(copyIns, language)}`}
${papers.length === 0 ? '' : html`<h2>${said(words.papers, language)}</h2>${links(papers, language)}`}`;
}

function cards(opens: readonly Opens[], language: Language): Html {
  return html`<ul class="forms">${opens.map(
    ({ title, about, href }) =>
      html`<li><a href="${href}"><b>${said(title, language)}</b>${
        about ? html`<span class="about">${said(about, language)}</span>` : ''
      }</a></li>
`,
  )}</ul>`;
}

function links(opens: readonly Opens[], language: Language): Html {
  return html`<ul class="links">${opens.map(
    ({ title, href }) => html`<li><a href="${href}">${said(title, language)}</a></li>
`,
  )}</ul>`;
}

/** Ways to what is filled in beside a form, such as the sheet for many of the same. */
export function waysBeside(opens: readonly Opens[], language: Language): Html | '' {
  if (opens.length === 0) return '';
  return html`<nav class="beside" aria-label="${said(words.beside, language)}">${opens.map(
    ({ title, href }) => html`<a href="${href}">${said(title, language)}</a>
`,
  )}</nav>`;
}
