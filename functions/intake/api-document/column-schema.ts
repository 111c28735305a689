import type { Column } from '#schema/columns.ts';

/** A JSON Schema (2020-12), as OpenAPI 3.1 uses it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** A cell of Sheets holds so many characters. */
const longestText = 50_000;

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
    case 'photo':
      return { type: 'string', format: 'uri', pattern: '^https?://' };
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
