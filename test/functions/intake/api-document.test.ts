import { Validator } from '@seriousme/openapi-schema-validator';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hasForm } from '#functions/intake/access.ts';
import { apiDocument } from '#functions/intake/api-document/document.ts';
import { entryFrom } from '#schema/entry.ts';
import { registers } from '#schema/registers/index.ts';
import { type IntakeSchool, openIntakeSchool, sendForm, sendJson } from './intake-school.ts';
import { plainJpeg } from './photos/pictures.ts';

const schemaShape = z.object({
  required: z.array(z.string()).default([]),
  properties: z.record(z.string(), z.looseObject({ type: z.unknown().optional() })).default({}),
});
const documentShape = z.looseObject({
  openapi: z.string(),
  servers: z.array(z.object({ url: z.string() })),
  paths: z.record(
    z.string(),
    z.object({
      put: z
        .object({
          operationId: z.string(),
          parameters: z.array(z.looseObject({ name: z.string(), schema: z.unknown() })),
          requestBody: z.object({ content: z.record(z.string(), z.unknown()) }),
          responses: z.record(z.string(), z.unknown()),
        })
        .optional(),
      post: z
        .object({
          operationId: z.string(),
          requestBody: z.object({
            content: z.object({
              'application/json': z.object({
                schema: z.looseObject({ properties: z.record(z.string(), z.unknown()) }),
                example: z.record(z.string(), z.unknown()),
              }),
            }),
          }),
          responses: z.record(z.string(), z.unknown()),
        })
        .optional(),
    }),
  ),
});

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

async function documentNow() {
  const answer = await school.intake.request('/intake/api.json');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toContain('application/json');
  return documentShape.parse(await answer.json());
}

describe('the description of the endpoints', () => {
  it('is OpenAPI 3.1 as a validator of its own sees it, for all registers', async () => {
    const made = apiDocument(registers, 'https://forms.school.example');
    const validated = await new Validator().validate(JSON.parse(JSON.stringify(made)));
    expect(validated.errors ?? []).toEqual([]);
    expect(validated.valid).toBe(true);
    const { paths } = documentShape.parse(made);
    for (const { key } of registers.filter(hasForm))
      expect(paths[`/intake/api/${key}`]?.post?.operationId).toBe(`send-${key}`);
    const ids = Object.values(paths).flatMap(({ post }) => post?.operationId ?? []);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('names every endpoint that is there, and none that is not', async () => {
    const { paths, servers } = await documentNow();
    expect(servers).toEqual([{ url: 'https://forms.school.example' }]);
    expect(Object.keys(paths)).toContain('/intake/api/floorChecks/copy-in');
    for (const [path, { post }] of Object.entries(paths)) {
      if (!post) continue;
      const answer = await school.intake.request(path, { method: 'POST', body: '{}' });
      expect(answer.status, path).toBe(401);
    }
  });

  it('says of each column what the endpoint takes: its example is taken', () => {
    const { paths } = documentShape.parse(apiDocument(registers, 'https://x.example'));
    for (const register of registers.filter(hasForm)) {
      const content = paths[`/intake/api/${register.key}`]?.post?.requestBody.content;
      const { schema, example } = content?.['application/json'] ?? {};
      const values = z.record(z.string(), z.unknown()).parse(example?.values);
      expect(entryFrom(register, values).ok, register.key).toBe(true);
      const described = schemaShape.parse(schema?.properties.values);
      expect(Object.keys(described.properties)).toEqual([...register.form.asks]);
      for (const name of described.required) {
        const { [name]: _, ...without } = values;
        expect(entryFrom(register, without).ok, `${register.key} without ${name}`).toBe(false);
      }
    }
  });

  it('says how a photo is put and named: what it says is taken, and nothing else', async () => {
    const { paths } = await documentNow();
    const [path, { put } = {}] = Object.entries(paths).find(([, one]) => one.put) ?? [];
    expect(put?.parameters.find(({ name }) => name === 'register')?.schema).toEqual({
      type: 'string',
      enum: ['repairs', 'floorChecks'],
    });
    const [entry, photo] = [school.newId(), school.newId()];
    for (const type of Object.keys(put?.requestBody.content ?? {})) {
      const filled = (path ?? '')
        .replace('{register}', 'repairs')
        .replace('{entry}', entry)
        .replace('{photo}', photo);
      const send = (query: string) =>
        school.intake.request(filled + query, {
          method: 'PUT',
          headers: { 'Content-Type': type },
          body: Buffer.from(plainJpeg),
        });
      expect((await send('')).status, type).toBe(401);
      expect((await send(`?t=${school.link()}`)).status, type).toBe(201);
    }
    const values = schemaShape.parse(
      paths['/intake/api/repairs']?.post?.requestBody.content['application/json'].schema.properties
        .values,
    );
    const pattern = new RegExp(z.string().parse(values.properties.photo?.pattern), 'u');
    const link = 'https://photos.example/1.jpg';
    for (const [said, status] of [
      [`photo:${photo}\n${link}`, 201],
      ['随便写的', 422],
      ['photo:1', 422],
      [Array.from({ length: 10 }, () => link).join('\n'), 422],
    ] as const) {
      expect(pattern.test(said), said).toBe(status === 201);
      const answer = await sendJson(school.intake, 'repairs', school.link(), {
        id: status === 201 ? entry : school.newId(),
        values: { place: '食堂', fault: '水龙头漏水', urgent: 'urgent', photo: said },
      });
      expect(answer.status, said).toBe(status);
    }
  });

  it('is a page too, in both languages, that loads nothing from elsewhere', async () => {
    for (const [language, words] of [
      ['zh', '每个表单也是一个接口'],
      ['en', 'Each form is an endpoint too'],
    ] as const) {
      const page = await (await school.intake.request(`/intake/api?lang=${language}`)).text();
      expect(page).toContain(words);
      expect(page).toContain('POST /intake/api/repairs');
      expect(page).not.toMatch(/(?:src|href)="https?:/);
    }
  });
});

describe('a problem', () => {
  const problemShape = z.object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    error: z.object({ code: z.string(), message: z.string() }),
    issues: z.array(z.object({ column: z.string(), message: z.string() })).optional(),
  });

  async function problemOf(answer: Response) {
    expect(answer.headers.get('Content-Type')).toMatch(/^application\/problem\+json/);
    const problem = problemShape.parse(await answer.json());
    expect(problem.status).toBe(answer.status);
    expect(problem.error).toEqual({ code: problem.code, message: problem.title });
    return problem;
  }

  it('is problem details (RFC 9457), its type described on the page, issues kept as a member', async () => {
    const answer = await sendJson(school.intake, 'repairs', school.link(), {
      id: school.newId(),
      values: { place: '食堂' },
    });
    expect(answer.headers.get('Content-Language')).toBe('zh');
    const problem = await problemOf(answer);
    expect(problem).toMatchObject({
      type: 'https://forms.school.example/intake/api#wrongValues',
      title: '有几处需要改正。',
      status: 422,
      detail: '有几处需要改正。 请填写故障情况',
      issues: [{ column: 'fault', message: '请填写故障情况' }],
    });
    const page = await (await school.intake.request('/intake/api')).text();
    expect(page).toContain('id="wrongValues"');
  });

  it('whatever is wrong: no link, no form, no JSON, a sheet, a wrong method', async () => {
    const post = (path: string, body = '{}') =>
      school.intake.request(path, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
    const token = school.link({ kind: 'post' });
    const codes = [
      await post('/intake/api/repairs'),
      await post(`/intake/api/nothing?t=${token}`),
      await post(`/intake/api/repairs?t=${token}`, '{'),
      await post(`/intake/api/floorChecks/copy-in?t=${token}`),
      await school.intake.request(`/intake/api/repairs?t=${token}`),
      await post(`/intake/api/repairs?t=${school.link({ registers: ['rooms'] })}`),
    ].map(async (answer) => (await problemOf(answer)).code);
    expect(await Promise.all(codes)).toEqual([
      'noLink',
      'unknownForm',
      'notJson',
      'wrongValues',
      'wrongMethod',
      'notForThisForm',
    ]);
    // People get a page.
    const page = await sendForm(school.intake, '/intake/form/nothing', {});
    expect(page.headers.get('Content-Type')).toContain('text/html');
  });

  it('has a code that the description knows', async () => {
    const { components } = z
      .looseObject({
        components: z.object({
          schemas: z.object({
            Problem: z.object({
              properties: z.object({ code: z.object({ enum: z.array(z.string()) }) }),
            }),
          }),
        }),
      })
      .parse(await documentNow());
    expect(components.schemas.Problem.properties.code.enum).toEqual(
      expect.arrayContaining(['wrongValues', 'different', 'tooMany', 'linkRevoked', 'unavailable']),
    );
  });
});
