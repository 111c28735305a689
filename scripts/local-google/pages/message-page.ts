import { html } from 'hono/html';
import type { AssetNames } from './assets.ts';
import { both, type Html, layout } from './layout.ts';

const messages = {
  noSpreadsheet: { zh: '没有这个表格，或者它已被删除', en: 'There is no such spreadsheet' },
  noFile: { zh: '没有这个文件，或者它已被删除', en: 'There is no such file' },
} as const;

/** A page that only says that something is not there, with the way back. */
export function messagePage(assets: AssetNames, message: keyof typeof messages): Html {
  const { zh, en } = messages[message];
  return layout({
    title: zh,
    style: assets.pageStyle,
    body: html`<body><main>
<h1>${both({ zh, en })}</h1>
<p><a href="/">← ${both({ zh: '全部文件', en: 'All files' })}</a></p>
</main></body>`,
  });
}
