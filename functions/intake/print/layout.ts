import { html } from 'hono/html';
import type { Label, Language } from '#schema/language.ts';
import { type Html, said } from '../pages/layout.ts';
import { printWords } from './words.ts';

/** A sheet of paper with what stands above it on a screen. */
export interface PaperFrame {
  readonly language: Language;
  readonly isWide: boolean;
  readonly style: string;
  readonly script: string;
}

/** A whole page that is made to be printed. */
export function paperLayout(
  { language, isWide, style, script }: PaperFrame,
  title: string,
  tools: Html | '',
  paper: Html,
): Html {
  return html`<!doctype html>
<html lang="${language === 'zh' ? 'zh-CN' : 'en'}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="format-detection" content="telephone=no">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
<script src="${script}" defer></script>
</head>
<body class="${language}-${isWide ? 'wide' : 'tall'}">
<header class="tools">${tools}<button type="button" class="print" data-print hidden>${said(printWords.print, language)}</button>
<p>${said(printWords.hint, language)}</p></header>
<main class="paper">
${paper}
</main>
</body>
</html>
`;
}

/** Lines to sign on, each with a date. */
export function signatureLines(signatures: readonly Label[], language: Language): Html {
  return html`<div class="signatures">${signatures.map(
    (signature) =>
      html`<p><span>${said(signature, language)}</span><i></i><span>${said(printWords.date, language)}</span><i class="short"></i></p>`,
  )}</div>`;
}

/** School and title, with a line of particulars below. */
export function paperTitle(school: string, title: string, particulars: readonly string[]): Html {
  return html`<div class="title"><b>${school}</b><h1>${title}</h1><p>${particulars.map(
    (text) => html`<span>${text}</span> `,
  )}</p></div>`;
}
