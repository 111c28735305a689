import type { Register } from '#schema/register.ts';
import { type FormRegister, hasForm } from '../access.ts';
import { mostRows } from '../batch/body.ts';
import { batchSheets, copyInSheet, isNeeded, type Sheet } from '../batch/sheet.ts';
import { columnSchema, type JsonSchema } from './column-schema.ts';
import { sentWithEach } from './parameters.ts';
import { photoPath } from './photo-path.ts';
import { entryProblems, problemResponses, problemSchema } from './problems-document.ts';

/** What a program sends to an endpoint, with an example that a demo school accepts. */
interface Described {
  readonly id: string;
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description: string;
  readonly body: JsonSchema;
  readonly example: unknown;
  readonly answer: 'Received' | 'SheetReceived';
}

/**
 * The OpenAPI 3.1 description of the endpoints, made of the registers: one for each form, each sheet for many rows, and
 * copying in from paper.
 *
 * @param registers those that the school uses
 * @param url where people reach the functions
 */
export function apiDocument(registers: readonly Register[], url: string): JsonSchema {
  // What is asked for most comes first.
  const endpoints = [
    ...registers.filter(hasForm).map(formEndpoint),
    ...registers.flatMap(batchSheets).map(sheetEndpoint),
    ...registers.flatMap((register) => copyInSheet(register) ?? []).map(sheetEndpoint),
  ];
  const tags = registers.filter(({ title }) => endpoints.some(({ tag }) => tag === title.zh));
  return {
    openapi: '3.1.0',
    info: {
      title: '后勤 Houqin',
      version: '1',
      description: [
        '每个登记簿的表单也是一个接口。链接里的凭证 `t` 决定能填什么。',
        'Each register’s form is an endpoint too. The token `t` of a link decides what it opens.',
        'The sender makes the `id`, a UUID. The same `id` counts once however often it is sent: send it again with `retry: true` after any doubt. 201: written; 200: was there already; 409: was sent before with other values, and the first stands.',
      ].join('\n\n'),
    },
    servers: [{ url }],
    security: [{ link: [] }],
    tags: tags.map(({ title, purpose }) => ({
      name: title.zh,
      description: `${title.en}. ${purpose.zh} ${purpose.en}`,
    })),
    paths: {
      ...Object.fromEntries(endpoints.map((endpoint) => [endpoint.path, pathOf(endpoint)])),
      ...photoPath(registers),
      '/intake/lists/{register}': listsPath(registers.filter(hasForm)),
    },
    components: {
      securitySchemes: {
        link: {
          type: 'apiKey',
          in: 'query',
          name: 't',
          description: '链接里的凭证 The token of a link',
        },
      },
      schemas: {
        Problem: problemSchema,
        Received: receivedSchema({}),
        SheetReceived: receivedSchema({
          rows: {
            type: 'array',
            description: 'The ids of the rows',
            items: { type: ['string', 'null'] },
          },
        }),
      },
    },
  };
}

function receivedSchema(more: JsonSchema): JsonSchema {
  return {
    type: 'object',
    required: ['id', 'receipt'],
    properties: {
      id: { type: 'string', format: 'uuid' },
      receipt: { type: 'string', format: 'uri', description: '回执 The receipt' },
      ...more,
    },
  };
}

function pathOf({ id, tag, summary, description, body, example, answer }: Described): JsonSchema {
  const received = (words: string) => ({
    description: words,
    content: { 'application/json': { schema: { $ref: `#/components/schemas/${answer}` } } },
  });
  return {
    post: {
      operationId: id,
      tags: [tag],
      summary,
      description,
      parameters: sentWithEach,
      requestBody: {
        required: true,
        content: { 'application/json': { schema: body, example } },
      },
      responses: {
        '200': received('已经收到过 Was there already'),
        '201': received('已登记 Written'),
        ...problemResponses(entryProblems),
      },
    },
  };
}

const sending: JsonSchema = {
  id: {
    type: 'string',
    format: 'uuid',
    description: 'Made by the sender, once for each submission',
  },
  retry: { type: 'boolean', default: false, description: 'It may have been sent before' },
};

function formEndpoint(register: FormRegister): Described {
  const { key, title, purpose, form } = register;
  return {
    id: `send-${key}`,
    path: `/intake/api/${key}`,
    tag: title.zh,
    summary: `${title.zh} ${title.en}`,
    description: `${purpose.zh} ${purpose.en}`,
    body: {
      type: 'object',
      required: ['id', 'values'],
      properties: {
        ...sending,
        values: valuesSchema(
          register,
          form.asks,
          (name) => register.columns[name]?.required === true,
        ),
      },
    },
    example: { id: exampleId, values: askedOf(form.example, form.asks) },
    answer: 'Received',
  };
}

function sheetEndpoint(sheet: Sheet): Described {
  const { register, key, title, intro, shared, each, origin } = sheet;
  const needed = (name: string) => isNeeded(sheet, name);
  const declared = register.batches?.find((batch) => batch.key === key)?.example;
  return {
    id: `send-${register.key}-${key}`,
    path:
      origin === 'paper'
        ? `/intake/api/${register.key}/${key}`
        : `/intake/api/${register.key}/batch/${key}`,
    tag: register.title.zh,
    summary: `${title.zh} ${title.en}`,
    description: `${intro.zh} ${intro.en}`,
    body: {
      type: 'object',
      required: ['id', 'rows'],
      properties: {
        id: sending.id,
        shared: valuesSchema(register, shared, (name) => !each.includes(name) && needed(name)),
        rows: {
          type: 'array',
          maxItems: mostRows,
          items: {
            oneOf: [
              valuesSchema(register, each, needed, { id: { type: 'string', format: 'uuid' } }),
              { type: 'null', description: '这一行空着 A row that was left out' },
            ],
          },
        },
        ...(origin === 'paper' && {
          page: { type: 'string', format: 'uri', description: '纸页照片 A picture of the page' },
        }),
      },
    },
    example: {
      id: exampleId,
      shared: declared?.shared ?? {},
      rows: declared?.rows ?? [askedOf(register.form?.example ?? {}, each)],
    },
    answer: 'SheetReceived',
  };
}

function valuesSchema(
  register: Register,
  asks: readonly string[],
  isRequired: (name: string) => boolean,
  more: JsonSchema = {},
): JsonSchema {
  const required = asks.filter(isRequired);
  return {
    type: 'object',
    additionalProperties: false,
    ...(required.length > 0 && { required }),
    properties: {
      ...Object.fromEntries(
        asks.flatMap((name) => {
          const column = register.columns[name];
          return column ? [[name, columnSchema(column)] as const] : [];
        }),
      ),
      ...more,
    },
  };
}

function listsPath(forms: readonly FormRegister[]): JsonSchema {
  return {
    get: {
      operationId: 'lists',
      summary: '名单 Names to choose from',
      description:
        'The names behind the columns of a form that have `x-list`, as far as the link may see them',
      parameters: [
        {
          name: 'register',
          in: 'path',
          required: true,
          schema: { type: 'string', enum: forms.map(({ key }) => key) },
        },
      ],
      responses: {
        '200': {
          description: '名单，按栏 Lists by column',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['lists'],
                properties: {
                  lists: {
                    type: 'object',
                    additionalProperties: { type: 'array', items: { type: 'string' } },
                  },
                },
              },
            },
          },
        },
        ...problemResponses(entryProblems),
      },
    },
  };
}

function askedOf(
  example: Readonly<Record<string, unknown>>,
  asks: readonly string[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(example).filter(([name]) => asks.includes(name)));
}

/** Programs make their own. */
const exampleId = '0b8e1f0e-5d7c-4a53-9f55-0123456789ab';
