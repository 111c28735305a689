import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../school/fake-clock.ts';
import { openSchool } from '../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const repair = (fault: string) => ({ place: '教学楼 A201', fault, state: 'received' });
const write = 'sheets.spreadsheets.batchUpdate';

describe('Google answers badly while rows are written', () => {
  for (const kind of ['reset-before', 'reset-after', '500', '503', '429'] as const)
    it(`${kind} on the first two tries: the row is there once`, async () => {
      const school = await openSchool({ clock: createFakeClock() });
      const workbooks = school.workbooks();
      await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
      school.localGoogle.faults.add([{ match: { method: write }, kind, times: 2 }]);
      const id = newId();
      expect(await workbooks.submit({ register: 'repairs', id, values: repair('灯不亮') })).toEqual(
        {
          outcome: 'written',
        },
      );
      const { rows } = await school.staff.see('repairs');
      expect(rows.filter((row) => row.行编号 === id)).toHaveLength(1);
    });

  it('Google is out: the sender is told to come back, and then the row is there once', async () => {
    const school = await openSchool({ clock: createFakeClock() });
    const workbooks = school.workbooks();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('先有一行') });
    school.localGoogle.faults.add([{ match: { method: write }, kind: 'reset-after' }]);
    const id = newId();
    const submission = { register: 'repairs', id, values: repair('灯不亮') };
    const first = await workbooks.submit(submission);
    expect(['written', 'unavailable']).toContain(first.outcome);
    school.localGoogle.faults.clear();
    expect((await workbooks.submit(submission)).outcome).toBe('already');
    const { rows } = await school.staff.see('repairs');
    expect(rows.filter((row) => row.行编号 === id)).toHaveLength(1);
  });
});
