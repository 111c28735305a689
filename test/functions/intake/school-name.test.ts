import { expect, it } from 'vitest';
import { createSchoolName } from '#functions/intake/school-name.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { handClock } from '../../local-google/hand-clock.ts';
import { openSchool } from '../../school/open-school.ts';

async function schoolNamed(value: string) {
  const clock = handClock();
  const school = await openSchool({ clock, registers: [settings] });
  const workbooks = school.workbooks();
  const lines: string[] = [];
  const log = createLog({ write: (line) => lines.push(line) });
  const id = rowId.parse(uuidFrom(seededRandom('settings')));
  const values = { key: 'schoolName', name: '学校名称', value };
  await workbooks.submit({ register: settings.key, id, values });
  return { school, clock, lines, schoolName: createSchoolName({ workbooks, clock, log }) };
}

it('is the department until the settings were read, and never waits for them', async () => {
  const { clock, schoolName } = await schoolNamed('青山中学');
  expect(schoolName()).toBe('后勤处');
  await clock.advance(0);
  expect(schoolName()).toBe('青山中学');
});

it('follows a change within ten minutes', async () => {
  const { school, clock, schoolName } = await schoolNamed('青山中学');
  schoolName();
  await clock.advance(0);
  await school.staff.edit('settings', 1, '值', '绿水中学');
  await clock.advance(10 * 60_000 + 1);
  schoolName();
  await clock.advance(0);
  expect(schoolName()).toBe('绿水中学');
});

it('stays what it was while Google is out', async () => {
  const { school, clock, lines, schoolName } = await schoolNamed('青山中学');
  schoolName();
  await clock.advance(0);
  school.localGoogle.faults.add([{ kind: '503' }]);
  await clock.advance(10 * 60_000 + 1);
  schoolName();
  await clock.advance(60_000);
  expect(schoolName()).toBe('青山中学');
  expect(lines.join('')).toContain('intake.schoolNameNotRead');
});
