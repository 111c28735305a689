import { html } from 'hono/html';
import { spreadsheetType } from '../drive/find.ts';
import type { FileRecord } from '../state.ts';
import type { AssetNames } from './assets.ts';
import type { Shelf } from './drive-shelves.ts';
import { both, type Html, layout } from './layout.ts';
import { kindOf, moment, person, sizeOf } from './shown.ts';

/** All spreadsheets and files, by where they lie. */
export function listPage(assets: AssetNames, shelves: readonly Shelf[]): Html {
  return layout({
    title: '表格和文件',
    style: assets.pageStyle,
    script: assets.listScript,
    body: html`<body><main id="list">
<h1>${both({ zh: '表格和文件', en: 'Spreadsheets and files' })}</h1>
${
  shelves.length === 0
    ? html`<p class="empty">${both({ zh: '这里还没有文件。', en: 'Nothing here yet.' })}</p>`
    : shelves.map(shelfSection)
}
</main></body>`,
  });
}

function shelfSection({ id, path, files }: Shelf): Html {
  return html`<section id="${id}">
<h2>${path.join(' / ')}</h2>
<ul class="files">${files.map(line)}</ul>
</section>
`;
}

function line(file: FileRecord): Html {
  const isSpreadsheet = file.mimeType === spreadsheetType;
  const address = isSpreadsheet
    ? `/spreadsheets/d/${encodeURIComponent(file.id)}/edit`
    : `/file/d/${encodeURIComponent(file.id)}/view`;
  return html`<li class="${isSpreadsheet ? 'sheet' : 'file'}">
<a class="name" href="${address}">${file.name}</a>
<span class="about">${kindOf(file)}${file.media ? ` · ${sizeOf(file.media.bytes.length)}` : ''} ·
${moment(file.modifiedTime)} · ${person(file.lastModifyingUser)}</span>
${file.media ? html`<a class="load" href="/file/d/${encodeURIComponent(file.id)}/content" download>${both({ zh: '下载', en: 'Download' })}</a>` : ''}
</li>
`;
}
