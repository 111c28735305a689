import type { Column } from '#schema/columns.ts';
import { mostPhotos } from '../photos/limits.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A cell of Sheets holds so many characters. */
const longestText = 50_000;

const photoLine = `(?:photo:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|https?://\\S+)`;
const photoLines = `^${photoLine}(?:\\n${photoLine}){0,${mostPhotos - 1}}$`;

/** What an endpoint takes in a column: the canonical spelling of each kind; forms understand more. */
export function columnSchema(column: Column): JsonSchema {
  const { title, help } = column;
  return {
    title: `${title.zh} ${title.en}`,
    ...(help && { description: `${help.zh} ${help.en}` }),
    ...kindSchema(column),
  };
}

function kindSchema(column: Column): JsonSchema {
  switch (column.kind) {
    case 'text':
      return { type: 'string', maxLength: longestText };
    case 'code':
      return { type: 'string', maxLength: 64 };
    case 'phone':
      return { type: 'string', pattern: '^\\+?\\d[\\d -]+\\d$' };
    case 'email':
      return { type: 'string', format: 'email' };
    case 'link':
      return { type: 'string', format: 'uri', pattern: '^https?://' };
    case 'photo':
      return {
        type: 'string',
        pattern: photoLines,
        description:
          '一行一张，最多 9 张：先传照片，再写 photo:编号；也可写网址 One a line, up to nine: `photo:` and the id under which it was put to `/intake/photos/` before, or a web address',
      };
    case 'yesNo':
      return { type: 'boolean' };
    case 'date':
      return { type: 'string', format: 'date' };
    case 'time':
      return { type: 'string', pattern: '^([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d)?$' };
    case 'moment':
      return {
        type: 'string',
        pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?$',
        description: '学校当地时间 On the clock of the school, without a zone',
      };
    case 'quantity':
      return { type: column.whole ? 'integer' : 'number', ...boundsOf(column) };
    case 'money':
      return { type: 'number', ...boundsOf(column) };
    case 'choice':
      return {
        type: 'string',
        oneOf: Object.entries(column.choices).map(([key, { zh, en }]) => ({
          const: key,
          title: `${zh} ${en}`,
        })),
      };
    case 'reference':
      return { type: 'string', 'x-list': column.to };
    case 'rowLink':
      return { type: 'string', format: 'uuid' };
  }
}

function boundsOf({ min, max }: { readonly min?: number; readonly max?: number }): JsonSchema {
  return {
    ...(min !== undefined && { minimum: min }),
    ...(max !== undefined && { maximum: max }),
  };
}
