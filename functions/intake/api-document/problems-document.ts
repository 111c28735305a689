import { problems } from '#platform/problem.ts';
import type { Label } from '#schema/language.ts';
import { photoWords } from '../photos/words.ts';
import { words } from '../words.ts';
import type { JsonSchema } from './column-schema.ts';

/** What an endpoint answers when it takes nothing: the codes of a status, each in words. */
export interface DocumentedProblem {
  readonly status: number;
  readonly code: string;
  readonly label: Label;
  /** What alone is answered with it; entries and photos both when absent. */
  readonly only?: 'entries' | 'photos';
}

/** Every problem that the endpoints answer, in the order of their statuses. */
export const documentedProblems: readonly DocumentedProblem[] = [
  { status: 400, code: 'notJson', label: words.notJson, only: 'entries' },
  { status: 400, code: 'idNeeded', label: photoWords.idsNeeded, only: 'photos' },
  { status: 401, code: 'noLink', label: words.noLink },
  { status: 403, code: 'wrongLink', label: words.wrongLink },
  { status: 403, code: 'linkExpired', label: words.linkOver },
  { status: 403, code: 'linkRevoked', label: words.linkRevoked },
  { status: 403, code: 'notForThisForm', label: words.notForThisForm },
  { status: 404, code: 'unknownForm', label: words.unknownForm },
  { status: 404, code: 'noPhotoColumn', label: photoWords.noPhotoColumn, only: 'photos' },
  {
    status: 404,
    code: 'switchedOff',
    label: { zh: '学校已停用这个登记簿。', en: 'The school has switched this register off.' },
  },
  { status: 405, code: 'wrongMethod', label: words.wrongMethod },
  { status: 408, code: 'incomplete', label: problems.incomplete.label },
  { status: 409, code: 'different', label: words.different, only: 'entries' },
  { status: 413, code: 'tooLarge', label: words.tooLarge },
  { status: 415, code: 'wrongType', label: words.wrongType, only: 'entries' },
  { status: 422, code: 'wrongValues', label: words.wrongValues, only: 'entries' },
  { status: 422, code: 'trapped', label: words.trapped, only: 'entries' },
  { status: 422, code: 'wrongPhoto', label: photoWords.notPhoto, only: 'photos' },
  {
    status: 422,
    code: 'refused',
    label: { zh: '表格不接受这一条。', en: 'The sheet refuses this entry.' },
    only: 'entries',
  },
  { status: 429, code: 'tooMany', label: words.tooMany },
  { status: 500, code: 'broken', label: words.broken },
  { status: 503, code: 'unavailable', label: words.googleOut },
  { status: 503, code: 'noPhotos', label: photoWords.noPhotos, only: 'photos' },
  { status: 503, code: 'uploadsFull', label: problems.uploadsFull.label, only: 'photos' },
];

/** Those of an entry or a sheet for many rows. */
export const entryProblems = documentedProblems.filter(({ only }) => only !== 'photos');
/** Those of a photo. */
export const photoProblems = documentedProblems.filter(({ only }) => only !== 'entries');

/** Problem details (RFC 9457), with our own members. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'error'],
  properties: {
    type: { type: 'string', format: 'uri', description: 'Where the code is described' },
    title: { type: 'string', description: 'In the language of Accept-Language or ?lang=' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    code: { type: 'string', enum: [...new Set(documentedProblems.map(({ code }) => code))] },
    error: {
      type: 'object',
      required: ['code', 'message'],
      properties: { code: { type: 'string' }, message: { type: 'string' } },
    },
    issues: {
      type: 'array',
      description: 'What is wrong, by column; of a sheet with the row, from 0',
      items: {
        type: 'object',
        required: ['column', 'message'],
        properties: {
          row: { type: 'integer', minimum: 0 },
          column: { type: 'string' },
          message: { type: 'string' },
        },
      },
    },
  },
};

/** The answers of an endpoint beside its own, one a status. */
export function problemResponses(answered: readonly DocumentedProblem[]): JsonSchema {
  const byStatus = Map.groupBy(answered, ({ status }) => status);
  return Object.fromEntries(
    Array.from(byStatus, ([status, some]) => [
      String(status),
      {
        description: some.map(({ code, label }) => `${code}: ${label.zh} ${label.en}`).join('\n\n'),
        ...([429, 503].includes(status) && {
          headers: {
            'Retry-After': {
              description: 'Seconds after which the same may be sent again, with the same id',
              schema: { type: 'integer', minimum: 1 },
            },
          },
        }),
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    ]),
  );
}
