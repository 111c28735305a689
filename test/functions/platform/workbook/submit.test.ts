import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { openSchool } from '../../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const repair = (fault: string) => ({ place: '教学楼 A201', fault, state: 'received' });

describe('a submission becomes a row', () => {
  it('writes the values under their headers, as a person sees them', async () => {
    const school = await openSchool();
    const workbooks = school.workbooks();
    const id = newId();
    const submitted = await workbooks.submit({ register: 'repairs', id, values: repair('灯不亮') });
    expect(submitted).toEqual({ outcome: 'written' });
    const { rows } = await school.staff.see('repairs');
    expect(rows[0]).toMatchObject({
      地点: '教学楼 A201',
      故障情况: '灯不亮',
      状态: '已受理',
      行编号: id,
    });
    const read = await workbooks.read(['repairs']);
    expect(read.get('repairs')?.rows[0]).toMatchObject({ id, values: repair('灯不亮') });
  });

  it('answers the same id once: already with the same values, different with others', async () => {
    const school = await openSchool();
    const id = newId();
    const first = school.workbooks();
    await first.submit({ register: 'repairs', id, values: repair('灯不亮') });
    const again = { register: 'repairs', id, values: repair('灯不亮') };
    const other = { register: 'repairs', id, values: repair('门坏了') };
    expect(await first.submit(again)).toEqual({ outcome: 'already' });
    expect(await first.submit(other)).toEqual({ outcome: 'different' });
    const restarted = school.workbooks();
    expect(await restarted.submit(again)).toEqual({ outcome: 'already' });
    expect(await restarted.submit(other)).toEqual({ outcome: 'different' });
    expect(
      (await school.staff.see('repairs')).rows.filter((row) => row.行编号 === id),
    ).toHaveLength(1);
  });

  it('writes many that come together in one call', async () => {
    const school = await openSchool();
    const workbooks = school.workbooks();
    await workbooks.submit({ register: 'repairs', id: newId(), values: repair('第一') });
    const before = school.localGoogle.counts.read().total.writes;
    const results = await Promise.all(
      Array.from({ length: 200 }, (_, index) =>
        workbooks.submit({ register: 'repairs', id: newId(), values: repair(`故障 ${index}`) }),
      ),
    );
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true);
    expect((await workbooks.read(['repairs'])).get('repairs')?.rows).toHaveLength(201);
    expect(school.localGoogle.counts.read().total.writes - before).toBeLessThanOrEqual(2);
  });
});
