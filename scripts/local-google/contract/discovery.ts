import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A type of Google's discovery documents, cut down to what is checked here. */
export interface Schema {
  readonly type?: string | undefined;
  readonly format?: string | undefined;
  readonly $ref?: string | undefined;
  readonly enum?: readonly string[] | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly additionalProperties?: Schema | undefined;
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.strictObject({
    type: z.string().optional(),
    format: z.string().optional(),
    $ref: z.string().optional(),
    enum: z.array(z.string()).optional(),
    properties: z.record(z.string(), schema).optional(),
    items: schema.optional(),
    additionalProperties: schema.optional(),
  }),
);

const parameter = z.strictObject({
  type: z.enum(['string', 'integer', 'boolean', 'number']),
  location: z.enum(['path', 'query']),
  format: z.string().optional(),
  enum: z.array(z.string()).optional(),
  required: z.boolean().optional(),
  repeated: z.boolean().optional(),
  minimum: z.string().optional(),
  maximum: z.string().optional(),
  pattern: z.string().optional(),
});

const method = z.strictObject({
  httpMethod: z.enum(['GET', 'POST', 'PUT', 'PATCH', 'DELETE']),
  path: z.string(),
  flatPath: z.string().optional(),
  /** Absent: Google has the method, the stand-in does not serve it. */
  parameters: z.record(z.string(), parameter).optional(),
  request: z.string().optional(),
  response: z.string().optional(),
  mediaUpload: z.boolean().optional(),
  mediaDownload: z.boolean().optional(),
});

const api = z.strictObject({
  api: z.enum(['sheets', 'drive', 'gmail', 'storage', 'cloudtasks']),
  version: z.string(),
  revision: z.string(),
  rootUrl: z.string(),
  servicePath: z.string(),
  methods: z.record(z.string(), method),
  schemas: z.record(z.string(), schema),
});

export type Parameter = Readonly<z.infer<typeof parameter>>;
export type Method = Readonly<z.infer<typeof method>>;
export type Api = Readonly<z.infer<typeof api>>;

/** What the stand-in knows of Google's interfaces: pruned copies of the public discovery documents. */
export const apis: readonly Api[] = [
  'sheets-v4',
  'drive-v3',
  'gmail-v1',
  'storage-v1',
  'cloudtasks-v2',
].map((name) =>
  api.parse(JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8'))),
);

/** The dialect in which an interface words its errors. */
export function dialectOf(api: Api): 'canonical' | 'reasons' {
  return api.api === 'sheets' || api.api === 'cloudtasks' ? 'canonical' : 'reasons';
}
