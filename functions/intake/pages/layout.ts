import { html } from 'hono/html';
import type { Label, Language } from '#schema/language.ts';
import type { PageLook } from '../desk.ts';
import { unsentWords } from '../unsent-words.ts';
import { words } from '../words.ts';

/** A piece of page, escaped already. */
export type Html = ReturnType<typeof html>;

/** What every page needs of its surroundings. */
export interface PageFrame {
  readonly language: Language;
  readonly school: string;
  readonly styles: readonly string[];
  readonly script: string;
  readonly worker: string;
  readonly look: PageLook;
  /** This page in the other language; none where a page cannot be asked for again. */
  readonly otherLanguage?: string;
}

/** A whole page: head, the school's name, a switch of language, and the main part. */
export function layout(frame: PageFrame, title: string, main: Html): Html {
  const { language, school, styles, script, worker, look, otherLanguage } = frame;
  const other = language === 'zh' ? 'en' : 'zh-CN';
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#f4f6f3" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#121715" media="(prefers-color-scheme: dark)">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title} · ${school}</title>
<link rel="icon" href="data:,">
${styles.map(
  (style) => html`<link rel="stylesheet" href="${style}">
`,
)}
<script src="${script}" defer data-worker="${worker}"></script>
</head>
<body class="${look}-page">
<header class="top">
<p class="school">${school}</p>
${
  otherLanguage === undefined
    ? ''
    : html`<a class="switch" href="${otherLanguage}" hreflang="${other}" lang="${other}" rel="alternate">${said(words.otherLanguage, language)}</a>`
}
</header>
<main class="card">
${look === 'form' ? html`<section class="unsent" data-unsent="${JSON.stringify(unsentIn(language))}" hidden></section>` : ''}
${main}
</main>
</body>
</html>
`;
}

function unsentIn(language: Language): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unsentWords).map(([name, label]) => [name, said(label, language)]),
  );
}

/** A label in the page's language. */
export function said(label: Label, language: Language): string {
  return label[language];
}
