import { describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { items } from '#schema/registers/stock/items.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../../school/fake-clock.ts';
import { openSchool } from '../../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const repair = (fault: string, id = newId()) => ({
  register: 'repairs',
  id,
  values: { place: '教学楼 A201', fault, state: 'received' },
});
const item = (name: string) => ({ register: 'items', id: newId(), values: { name } });
const open = () => openSchool({ clock: createFakeClock(), registers: [repairs, items] });
const outcomes = (all: readonly { readonly outcome: string }[]) => [
  ...new Set(all.map(({ outcome }) => outcome)),
];

describe('many rows at once', () => {
  it('1,200 rows of one spreadsheet take three writes of at most 500', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const before = school.localGoogle.counts.read().total.writes;
    const all = await Promise.all(
      Array.from({ length: 1200 }, (_, index) => workbooks.submit(repair(`第${index}盏灯`))),
    );
    expect(outcomes(all)).toEqual(['written']);
    expect(school.localGoogle.counts.read().total.writes - before).toBe(3);
    expect((await school.staff.see('repairs')).rows).toHaveLength(1201);
  });

  it('long texts are cut into batches below a megabyte', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const before = school.localGoogle.counts.read().total.writes;
    const long = '灯'.repeat(40_000);
    const all = await Promise.all(
      Array.from({ length: 20 }, (_, index) => workbooks.submit(repair(`${index}${long}`))),
    );
    expect(outcomes(all)).toEqual(['written']);
    expect(school.localGoogle.counts.read().total.writes - before).toBe(3);
  });

  it('a row that Google refuses does not fail its neighbours', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const tooLong = '灯'.repeat(50_001);
    const all = await Promise.all(
      ['甲', tooLong, '乙', '丙'].map((fault) => workbooks.submit(repair(fault))),
    );
    expect(all.map(({ outcome }) => outcome)).toEqual(['written', 'refused', 'written', 'written']);
    expect((await school.staff.see('repairs')).rows.map((row) => row.故障情况)).toEqual(
      expect.arrayContaining(['甲', '乙', '丙']),
    );
  });

  it('a flood at one spreadsheet does not keep another waiting', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await Promise.all([workbooks.submit(repair('先有一行')), workbooks.submit(item('灯管'))]);
    const order: string[] = [];
    await Promise.all([
      ...Array.from({ length: 2000 }, async (_, index) => {
        await workbooks.submit(repair(`第${index}盏灯`));
        order.push('repairs');
      }),
      workbooks.submit(item('灯泡')).then(() => order.push('items')),
    ]);
    // Before the second batch of the flood.
    expect(order.indexOf('items')).toBeLessThanOrEqual(500);
  });

  it('past 5,000 waiting rows a sender is told when to come again, before memory suffers', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const waiting = Array.from({ length: 5000 }, (_, index) =>
      workbooks.submit(repair(`${index}`)),
    );
    const more = repair('再来一条');
    expect(await workbooks.submit(more)).toEqual({
      outcome: 'unavailable',
      retryAfterSeconds: 20,
      because: 'full',
    });
    expect(outcomes(await Promise.all(waiting))).toEqual(['written']);
    expect((await workbooks.submit(more)).outcome).toBe('written');
  });
});

describe('a process is told to end', () => {
  it('finishes the write under way, and refuses what waits so that its sender comes again', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const under = Promise.withResolvers<void>();
    const on = Promise.withResolvers<void>();
    school.beforeNext(':batchUpdate', () => {
      under.resolve();
      return on.promise;
    });
    const first = repair('正在写');
    const writing = workbooks.submit(first);
    await under.promise;
    const second = repair('还在等');
    const waiting = workbooks.submit(second);
    const ended = workbooks.close();
    const ending = { outcome: 'unavailable', retryAfterSeconds: 2, because: 'ending' };
    expect(await waiting).toEqual(ending);
    expect(await workbooks.submit(repair('来晚了'))).toEqual(ending);
    on.resolve();
    await ended;
    expect((await writing).outcome).toBe('written');
    const next = school.workbooks();
    expect((await next.submit({ ...second, retry: true })).outcome).toBe('written');
    expect((await next.submit({ ...first, retry: true })).outcome).toBe('already');
  });
});

describe('one id', () => {
  it('sent at the same moment with other values: the first stands', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    const id = newId();
    const both = await Promise.all([
      workbooks.submit(repair('灯不亮', id)),
      workbooks.submit(repair('水管漏水', id)),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['written', 'different']);
    expect((await school.staff.see('repairs')).rows.map((row) => row.故障情况)).toEqual(['灯不亮']);
  });

  it('sent with other values while the first is refused: nobody is told that the first stands', async () => {
    const school = await open();
    const workbooks = school.workbooks();
    await workbooks.submit(repair('先有一行'));
    const id = newId();
    const both = await Promise.all([
      workbooks.submit(repair('灯'.repeat(50_001), id)),
      workbooks.submit(repair('水管漏水', id)),
    ]);
    expect(both.map(({ outcome }) => outcome)).toEqual(['refused', 'written']);
  });
});
