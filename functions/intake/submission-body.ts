import * as z from 'zod/mini';
import type { Issue } from '#schema/entry.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { trapName } from './pages/trap.ts';
import { problem } from './problems.ts';
import { words } from './words.ts';

/** What a body says: the sender's id, the values by column, and whether it may have been sent before. */
export interface SubmissionBody {
  readonly id: RowId;
  readonly values: Readonly<Record<string, unknown>>;
  readonly retry: boolean;
}

/** What a page without JavaScript sends; `id` is missing when the page was not one of ours. */
export interface FormBody extends Omit<SubmissionBody, 'id'> {
  readonly id: RowId | undefined;
  /** The field that nobody sees was filled in. */
  readonly isTrapped: boolean;
}

const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
const multipart = 'multipart/form-data';

const object = z.record(z.string(), z.unknown());
/** UUIDs are compared without case (RFC 9562, section 4). */
export const submissionId = z.pipe(z.string().check(z.toLowerCase()), rowId);

/** Issues of columns as issues of fields, which is what every problem of the product has. */
export function asFields(issues: readonly Issue[]) {
  return issues.map(({ column, message }) => ({ field: column, message }));
}

/** The JSON object that a body holds; refuses with 400 or 415 what is none. */
export async function jsonObject(request: Request): Promise<Readonly<Record<string, unknown>>> {
  expectType(request, json);
  const body = object.safeParse(parsed(await utf8Of(request)));
  if (!body.success) throw problem(400, 'notJson', words.notJson);
  return body.data;
}

/** What a page without JavaScript sends: its fields, and the files of its photo fields. */
export interface SentFields {
  readonly fields: ReadonlyMap<string, string>;
  readonly files: readonly { readonly field: string; readonly bytes: Uint8Array }[];
}

/** Reads what a page without JavaScript sends, line breaks as they were typed; refuses with 400 or 415. */
export async function sentFields(request: Request): Promise<SentFields> {
  const isMultipart = (request.headers.get('Content-Type') ?? '').startsWith(multipart);
  const all = isMultipart ? await partsOf(request) : [...(await urlencodedFields(request))];
  const fields = new Map<string, string>();
  const files: { field: string; bytes: Uint8Array }[] = [];
  for (const [field, value] of all) {
    if (typeof value === 'string') fields.set(field, normalized(value));
    // A file field in which nothing was chosen comes as a file without a name and content.
    else if (value.size > 0) files.push({ field, bytes: await value.bytes() });
  }
  return { fields, files };
}

/** A browser sends each line break of a text field as CR LF (HTML, “normalize newlines”). */
const normalized = (value: string): string => value.replaceAll('\r\n', '\n');

/** The fields of a body that holds no files, line breaks as they were typed; refuses with 400 or 415. */
export async function urlencodedFields(request: Request): Promise<ReadonlyMap<string, string>> {
  expectType(request, urlencoded);
  const fields = new URLSearchParams(await utf8Of(request));
  return new Map([...fields].map(([name, value]) => [name, normalized(value)]));
}

async function partsOf(request: Request): Promise<FormData> {
  try {
    return await request.formData();
  } catch (failure) {
    // Undici throws a TypeError for what is not the multipart body that it says it is, such as half of one.
    if (failure instanceof TypeError) throw problem(400, 'notForm', words.notForm);
    throw failure;
  }
}

/** Reads the JSON body of the endpoint for programs; refuses with 400, 415 or 422. */
export async function jsonBody(request: Request): Promise<SubmissionBody> {
  const data = await jsonObject(request);
  refuseTrapped(data.website);
  const said = {
    id: submissionId.safeParse(data.id),
    values: object.safeParse(data.values),
    retry: z._default(z.boolean(), false).safeParse(data.retry),
  };
  const issues: Issue[] = [
    ...(said.id.success ? [] : [{ column: 'id', message: words.idNeeded }]),
    ...(said.values.success ? [] : [{ column: 'values', message: words.valuesNeeded }]),
    ...(said.retry.success ? [] : [{ column: 'retry', message: words.retryNeeded }]),
  ];
  if (!said.id.success || !said.values.success || !said.retry.success)
    throw problem(422, 'wrongValues', words.wrongValues, { issues: asFields(issues) });
  return { id: said.id.data, values: said.values.data, retry: said.retry.data };
}

/** Refuses with 422, and words for a person whose browser did it, what filled in the field that nobody sees. */
export function refuseTrapped(website: unknown): void {
  if (website !== undefined && website !== '') throw problem(422, 'trapped', words.trapped);
}

/** What the fields of a form's page say; `id` is missing when the page was not one of ours. */
export function formBody(fields: ReadonlyMap<string, string>): FormBody {
  return {
    id: idIn(fields),
    values: Object.fromEntries([...fields].filter(([name]) => !name.startsWith('_'))),
    retry: fields.get('_retry') === '1',
    isTrapped: (fields.get(trapName) ?? '') !== '',
  };
}

/** The id of the submission that a page carries. */
export function idIn(fields: ReadonlyMap<string, string>): RowId | undefined {
  return submissionId.safeParse(fields.get('_id')).data;
}

function expectType(request: Request, wanted: string): void {
  const [type = '', ...parameters] = (request.headers.get('Content-Type') ?? '').split(';');
  const charset = parameters
    .map((parameter) => parameter.trim().toLowerCase())
    .find((parameter) => parameter.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-8"?$/.test(charset);
  if (type.trim().toLowerCase() !== wanted || !isUtf8)
    throw problem(415, 'wrongType', {
      zh: `${words.wrongType.zh}应为 ${wanted}`,
      en: `${words.wrongType.en} Send ${wanted}`,
    });
}

/** The body as text; bytes that are not UTF-8 would change silently, so they are refused. */
async function utf8Of(request: Request): Promise<string> {
  const bytes = await request.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw problem(400, 'notUtf8', words.notJson);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
