import { html } from 'hono/html';
import { spreadsheetType } from '../drive/find.ts';
import type { FileRecord } from '../state.ts';
import type { Html } from './layout.ts';

/** A moment (RFC 3339); the page's script writes it in the reader's own time zone. */
export function moment(time: string): Html {
  return html`<time datetime="${time}">${time.slice(0, 16).replace('T', ' ')}</time>`;
}

/** Who changed a file: a person by the name before the @, a program as such. */
export function person(email: string): string {
  const [name = email, domain = ''] = email.split('@');
  return domain.endsWith('.gserviceaccount.com') ? `系统（${name}）` : name;
}

/** A size in bytes for people: 12 KB. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.ceil(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** What kind of file it is, in a word. */
export function kindOf({ mimeType, name }: FileRecord): string {
  if (mimeType === spreadsheetType) return '表格';
  if (mimeType.startsWith('image/')) return '图片';
  if (name.endsWith('.docx')) return 'Word 文档';
  if (name.endsWith('.xlsx')) return 'Excel 文件';
  if (mimeType === 'application/pdf') return 'PDF';
  return '文件';
}
