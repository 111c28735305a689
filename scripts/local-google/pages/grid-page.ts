import { html } from 'hono/html';
import type { FileRecord } from '../state.ts';
import type { AssetNames } from './assets.ts';
import { both, type Html, layout } from './layout.ts';

/** The frame of a spreadsheet's page; its script fills it in. */
export function gridPage(assets: AssetNames, { id, name }: FileRecord): Html {
  return layout({
    title: name,
    style: assets.gridStyle,
    script: assets.gridScript,
    body: html`<body data-spreadsheet="${id}">
<header>
<a class="home" href="/" title="全部文件 All files" aria-label="全部文件">▦</a>
<h1>${name}</h1>
<p id="state" role="status"></p>
<label class="switch"><input type="checkbox" id="show-hidden"> ${both({ zh: '显示隐藏列', en: 'Hidden' })}</label>
<button type="button" id="new-row">${both({ zh: '＋ 新的一行', en: 'New row' })}</button>
<button type="button" id="who" title="以谁的名义修改 Whose edits these are"></button>
</header>
<div id="entry-bar">
<output id="place"></output>
<textarea id="entry" rows="1" aria-label="单元格内容" spellcheck="false" disabled></textarea>
</div>
<main id="grid" aria-label="${name}"><p class="waiting">${both({ zh: '正在打开…', en: 'Opening…' })}</p></main>
<footer>
<nav id="tabs" aria-label="标签页"></nav>
<div id="pager"></div>
</footer>
<div id="notices" aria-live="polite"></div>
<noscript>${both({ zh: '要打开表格，请允许网页运行脚本。', en: 'Please allow scripts to open the spreadsheet.' })}</noscript>
</body>`,
  });
}
