import type { Hono } from 'hono';
import { z } from 'zod';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import type { IntakeEnv } from '#functions/intake/desk.ts';
import { createLinks, type LinkClaims } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { createPhotos } from '#platform/photos/index.ts';
import { uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { people } from '#schema/registers/people/people.ts';
import { teams } from '#schema/registers/people/teams.ts';
import { places } from '#schema/registers/school/places.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { handClock } from '../../local-google/hand-clock.ts';
import { openSchool } from '../../school/open-school.ts';
import { everyKind, staffOnly } from './every-kind.ts';
import { floorChecks, mealSamples, rooms } from './many-rows.ts';

const assets = await loadAssets();

/** A school with two rooms and two members of staff, and intake in front of it. */
export async function openIntakeSchool() {
  const clock = handClock('2026-11-24T02:00:00.000Z');
  const random = seededRandom('intake');
  const registers = [
    teams,
    people,
    places,
    repairs,
    everyKind,
    staffOnly,
    rooms,
    floorChecks,
    mealSamples,
  ];
  const school = await openSchool({ clock, registers });
  const links = createLinks({
    keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }],
    clock,
  });
  const log = createLog({ write: (line) => school.logged.push(line) });
  const told: string[] = [];
  const newId = () => rowId.parse(uuidFrom(random));

  /** Another instance, with nothing in its memory. */
  const newIntake = (): Hono<IntakeEnv> =>
    createIntake({
      workbooks: school.workbooks(),
      links,
      clock,
      random,
      log,
      baseUrl: 'https://forms.school.example',
      drawSecret: 'a secret of this test',
      assets,
      schoolName: () => '青山中学',
      photos: createPhotos({
        google: school.google('service:intake'),
        bucket: 'houqin-test',
        parent: async () => school.directory.driveId,
      }),
      tellCheck: async (spreadsheetId) => {
        told.push(spreadsheetId);
      },
    });

  const writer = school.workbooks();
  const add = async (register: string, ...rows: readonly Values<Columns>[]): Promise<void> => {
    for (const values of rows) {
      const { outcome } = await writer.submit({ register, id: newId(), values });
      if (outcome !== 'written') throw new Error(`a row of ${register} was ${outcome}`);
    }
  };
  await add('places', { name: '教学楼 A201' }, { name: '食堂' });
  await add('people', { name: '周敏', phone: '13900005678' }, { name: '陈志远' });

  await add(
    'rooms',
    ...['301', '302', '303', '304', '305', '306'].map((name) => ({ name, floor: '3' })),
    { name: '401', floor: '4' },
  );

  return {
    ...school,
    clock,
    links,
    told,
    newId,
    newIntake,
    intake: newIntake(),
    add,
    /** The token of a link; a code on a wall unless told otherwise. */
    link: (claims: Partial<LinkClaims> = {}) => links.sign({ kind: 'public', ...claims }),
    /** Lets time pass until a promise settles: for whoever waits for Google. */
    async waitedFor<T>(promise: Promise<T>): Promise<T> {
      let isSettled = false;
      const settle = () => {
        isSettled = true;
      };
      promise.then(settle, settle);
      while (!isSettled) await clock.advance(500);
      return promise;
    },
    /** Google answers nothing but 503 until told otherwise. */
    googleIsOut(isOut = true) {
      if (isOut) school.localGoogle.faults.add([{ kind: '503' }]);
      else school.localGoogle.faults.clear();
    },
  };
}

export type IntakeSchool = Awaited<ReturnType<typeof openIntakeSchool>>;

/** Sends JSON to the endpoint of a register. */
export async function sendJson(
  intake: Hono<IntakeEnv>,
  register: string,
  token: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  return intake.request(`/intake/api/${register}?t=${token}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

/** Sends a form as a browser without JavaScript does. */
export async function sendForm(
  intake: Hono<IntakeEnv>,
  address: string,
  fields: Readonly<Record<string, string>>,
): Promise<Response> {
  return intake.request(address, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(fields).toString(),
  });
}

const answerShape = z.object({
  id: z.string().optional(),
  receipt: z.string().default(''),
  error: z.object({ code: z.string(), message: z.string() }).optional(),
  issues: z
    .array(z.object({ row: z.number().optional(), column: z.string(), message: z.string() }))
    .default([]),
  lists: z.record(z.string(), z.array(z.string())).default({}),
});

/** The JSON of an answer. */
export async function jsonOf(answer: Response) {
  return answerShape.parse(await answer.json());
}

/** The value of a hidden field of a page. */
export function hiddenField(page: string, name: string): string {
  const found = new RegExp(`name="${name}" value="([^"]*)"`).exec(page)?.[1];
  if (found === undefined) throw new Error(`the page has no hidden field ${name}`);
  return found;
}
