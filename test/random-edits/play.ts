import * as z from 'zod';
import { registers as allRegisters } from '#schema/registers/index.ts';
import { findSpreadsheet } from '#scripts/local-google/sheets/kept.ts';
import type { SpreadsheetState } from '#scripts/local-google/sheets/model.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool } from '../school/open-school.ts';
import { type Interruption, isDue, type StaffEdit, type Stretch } from './edits.ts';
import { createMouse } from './mouse.ts';
import {
  auditLines,
  contents,
  differencesOf,
  forget,
  idErrors,
  matters,
  storyErrors,
  strangers,
} from './outcome.ts';
import { numbersTaken, touched } from './untouched.ts';

/** Registers whose tabs are edited, and what they stand on. */
const edited = ['repairs', 'movements', 'places'];
const needed = [...edited, 'settings', 'items', 'people'];

const leaseSeconds = 21;

/** Five rows in each register, two of them from forms. */
const beginning = edited.flatMap((_, register): StaffEdit[] =>
  [1, 2, 3, 4, 5].map((number) => ({
    what: number > 3 ? 'sendForm' : 'typeRow',
    register,
    at: [number * 31, number * 17, number * 13, number * 7],
  })),
);

const outcome = z.looseObject({ writes: z.number().default(0) });

/** What does not hold after some days of edits; nothing when all does. */
export async function play(seed: string, days: readonly Stretch[]): Promise<readonly string[]> {
  const wrong: string[] = [];
  const clock = createFakeClock();
  const registers = allRegisters.filter(({ key }) => needed.includes(key));
  let calls = 0;
  let writes = 0;
  let during: readonly Interruption[] = [];
  let isActing = false;
  const taken = new Map<string, string>();
  const lost = new Set<string>();
  const atStart = new Map<string, SpreadsheetState | undefined>();
  const school = await openSchool({
    clock,
    seed,
    registers,
    around: async (request, send) => {
      if (isActing) return send();
      const isWrite = request.url.includes(':batchUpdate');
      const due = during.filter((one) => isDue(one, calls, isWrite ? writes : undefined));
      calls += 1;
      if (isWrite) writes += 1;
      isActing = true;
      for (const { edit } of due) await mouse(edit);
      if (due.length > 0) taken.clear();
      isActing = false;
      const id = /spreadsheets\/([^:/]+):batchUpdate/.exec(request.url)?.[1] ?? '';
      const isForm = request.headers.get('authorization')?.includes('intake') === true;
      const before = findSpreadsheet(school.localGoogle.state, id);
      const answer = await send();
      const after = findSpreadsheet(school.localGoogle.state, id);
      if (before && after && before !== after) {
        wrong.push(...touched(before, after, registers, isForm, atStart.get(id)));
        // A number that was given in this very look was nobody's yet.
        for (const number of numbersTaken(before, after, registers))
          if (JSON.stringify(atStart.get(id)?.sheets).includes(number)) taken.set(number, id);
      }
      return answer;
    },
  });
  const mouse = createMouse(
    school,
    registers.filter(({ key }) => edited.includes(key)),
    seed,
  );
  let check = school.check();
  const look = async (): Promise<number> => {
    for (const id of Object.values(school.directory.spreadsheets))
      atStart.set(id, findSpreadsheet(school.localGoogle.state, id));
    const answer = await check.request('/check/poll', { method: 'POST' });
    const body = outcome.parse(await answer.json());
    for (const [number, id] of taken) {
      const now = findSpreadsheet(school.localGoogle.state, id);
      if (now && !JSON.stringify(now.sheets).includes(number)) lost.add(number);
    }
    taken.clear();
    if (answer.status !== 200)
      wrong.push(
        `a look was answered ${answer.status} ${JSON.stringify(body)} ${school.logged.slice(-3).join()}`,
      );
    return body.writes;
  };
  /** A look-up that was typed over is put back by the second look that sees it. */
  const lookUntilQuiet = async (what: string): Promise<void> => {
    for (let looks = 0, quiet = 0; looks < 8; looks += 1) {
      quiet = (await look()) === 0 ? quiet + 1 : 0;
      if (quiet === 2) return;
    }
    wrong.push(`${what}: the check goes on writing`);
  };

  await look();
  for (const edit of beginning) await mouse(edit);
  await look();
  for (const day of days) {
    const before = await contents(school, registers);
    for (const edit of day.before) await mouse(edit);
    if (day.afresh) {
      clock.advance(leaseSeconds * 1000);
      check = school.check();
    }
    [calls, writes] = [0, 0];
    during = day.during;
    await look();
    during = [];
    await look();
    // A copy may have got its id before the row it was made of was deleted.
    if (day.during.length === 0)
      wrong.push(...strangers(before, await contents(school, registers)));
    clock.advance(day.seconds * 1000);
  }
  clock.advance(120_000);
  await lookUntilQuiet('at the end');
  clock.advance(120_000);
  await lookUntilQuiet('after a rest');
  for (const workbook of new Set(registers.map(({ workbook }) => workbook)))
    wrong.push(
      ...(await storyErrors(
        school,
        workbook,
        registers.filter((register) => register.workbook === workbook),
      )),
    );
  wrong.push(...(await idErrors(school, registers)));
  const story = JSON.stringify(await auditLines(school, 'service'));
  for (const number of lost)
    if (!story.includes(number.slice(1, -1)))
      wrong.push(`the number ${number} is gone without a trace`);
  const before = await matters(school, registers);
  await forget(school, registers);
  clock.advance(leaseSeconds * 1000);
  check = school.check();
  await look();
  await look();
  wrong.push(...differencesOf(before, await matters(school, registers)));
  return wrong;
}
