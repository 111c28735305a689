import { html } from 'hono/html';
import type { Label } from '#schema/language.ts';

/** A piece of page, escaped already. */
export type Html = ReturnType<typeof html>;

/** A whole page. `body` carries its own `<main>`. */
export function layout(options: {
  readonly title: string;
  readonly style: string;
  readonly script?: string;
  readonly body: Html;
}): Html {
  const { title, style, script, body } = options;
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="format-detection" content="telephone=no">
<meta name="robots" content="noindex, nofollow">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${style}">
${script === undefined ? '' : html`<script src="${script}" defer></script>`}
</head>
${body}
</html>
`;
}

/** Chinese first, English small beside it. */
export function both({ zh, en }: Label): Html {
  return html`${zh} <small lang="en">${en}</small>`;
}
