import { html } from 'hono/html';
import type { FileRecord } from '../state.ts';
import type { AssetNames } from './assets.ts';
import { both, type Html, layout } from './layout.ts';
import { kindOf, moment, person, sizeOf } from './shown.ts';

/** Pictures that browsers show and that can carry no script. */
const pictures = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif']);

/** Whether a file can be shown in the page. */
export function isPicture({ mimeType }: FileRecord): boolean {
  return pictures.has(mimeType);
}

/** A file that is no spreadsheet: what it is, and the way to its content. */
export function filePage(assets: AssetNames, file: FileRecord): Html {
  const content = `/file/d/${encodeURIComponent(file.id)}/content`;
  return layout({
    title: file.name,
    style: assets.pageStyle,
    script: assets.listScript,
    body: html`<body><main>
<p><a href="/">← ${both({ zh: '全部文件', en: 'All files' })}</a></p>
<h1>${file.name}</h1>
<dl>
<dt>${both({ zh: '类型', en: 'Kind' })}</dt><dd>${kindOf(file)}</dd>
<dt>${both({ zh: '大小', en: 'Size' })}</dt><dd>${sizeOf(file.media?.bytes.length ?? 0)}</dd>
<dt>${both({ zh: '最后修改', en: 'Last change' })}</dt><dd>${moment(file.modifiedTime)} · ${person(file.lastModifyingUser)}</dd>
</dl>
${
  file.media
    ? html`<p><a class="button" href="${content}" download>${both({ zh: '下载', en: 'Download' })}</a></p>`
    : html`<p class="empty">${both({ zh: '这个文件没有内容。', en: 'This file is empty.' })}</p>`
}
${file.media && isPicture(file) ? html`<p><img src="${content}?show" alt="${file.name}"></p>` : ''}
</main></body>`,
  });
}
