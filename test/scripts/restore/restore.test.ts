import { beforeEach, describe, expect, it } from 'vitest';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { registers } from '#schema/registers/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import { localMoment } from '#schema/time.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { prepareRestore, type Wanted } from '#scripts/restore/restore.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
const clock = createFakeClock();
let school: School;
let check: ReturnType<School['check']>;

beforeEach(async () => {
  school = await openSchool({ clock, seed: 'restore' });
  check = school.check();
  await poll();
});

async function poll(): Promise<void> {
  expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(200);
}

const prepare = (wanted: Wanted) =>
  prepareRestore(
    {
      google: school.google('owner'),
      bucket: 'houqin-test',
      directory: school.directory,
      rowPage: () => () => undefined,
    },
    registers,
    wanted,
  );

async function addRepair(values: object = {}): Promise<RowId> {
  const id = newId();
  const row = { reported: '2026-11-24T08:00:00', place: '操场', fault: '灯不亮', state: 'waiting' };
  await school.workbooks().submit({ register: 'repairs', id, values: { ...row, ...values } });
  return id;
}

/** The present moment, with some time on either side. */
function now(): string {
  clock.advance(30_000);
  const moment = localMoment(clock.now(), 'Asia/Shanghai');
  clock.advance(30_000);
  return moment;
}

const rows = async (register = 'repairs') => (await school.staff.see(register)).rows;
/** As staff see them, in whatever order; the way a row came in may differ. */
const seen = async (register = 'repairs') =>
  (await rows(register))
    .map(({ 填报方式: _, 提交指纹: __, ...row }) => JSON.stringify(row))
    .toSorted();

describe('what was deleted comes back', () => {
  it('a row, with its id, values, place in the order of events and findings', async () => {
    const id = await addRepair({ phone: '13800002468', reporter: '方老师' });
    await addRepair({ fault: '门坏' });
    await poll();
    const before = await seen();
    await school.staff.deleteRow('repairs', 1);
    await poll();
    const prepared = await prepare({ register: repairs, row: id });
    expect(prepared.restoration.rows).toHaveLength(1);
    expect(await rows()).toHaveLength(1);
    expect(await prepared.write()).toEqual({ rows: 1, cells: 0 });
    await poll();
    expect(await seen()).toEqual(before);
  });

  it('a whole register, whose balances are as they were', async () => {
    const stock = { happened: '2026-11-24T08:00:00', item: '抽纸', handledBy: '叶红梅' };
    for (const [direction, quantity] of [
      ['opening', 50],
      ['out', 20],
      ['out', 40],
    ] as const)
      await school
        .workbooks()
        .submit({ register: 'movements', id: newId(), values: { ...stock, direction, quantity } });
    await school
      .workbooks()
      .submit({ register: 'items', id: newId(), values: { name: '抽纸', unit: '包' } });
    await poll();
    const before = await seen('movements');
    expect(before.join('')).toContain('库存');
    const after = now();
    for (const _ of before) await school.staff.deleteRow('movements', 1);
    await poll();
    expect(await rows('movements')).toEqual([]);
    const prepared = await prepare({ register: movements, after });
    await prepared.write();
    await poll();
    await poll();
    expect(await seen('movements')).toEqual(before);
  });

  it('a tab with its rows', async () => {
    await addRepair();
    await poll();
    const before = await seen();
    const after = now();
    await school.staff.does('repairs', [{ deleteSheet: { sheetId: sheetIdOf('repairs') } }]);
    await poll();
    await (await prepare({ register: repairs, after })).write();
    await poll();
    expect(await seen()).toEqual(before);
  });
});

describe('what was changed is changed back', () => {
  it('since a moment; what is newer than that and not meant stays', async () => {
    await addRepair();
    await poll();
    const after = now();
    await school.staff.edit('repairs', 1, '故障情况', '改错了');
    await poll();
    const prepared = await prepare({ register: repairs, after });
    expect(prepared.restoration.cells.map(({ column, back }) => [column, back])).toEqual([
      ['fault', '灯不亮'],
    ]);
    await prepared.write();
    expect((await rows())[0]?.故障情况).toBe('灯不亮');
  });

  it('but not where somebody wrote again that nobody has seen yet', async () => {
    await addRepair();
    await poll();
    const after = now();
    await school.staff.edit('repairs', 1, '故障情况', '改错了');
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '又改了');
    const prepared = await prepare({ register: repairs, after });
    expect(prepared.restoration.cells).toEqual([]);
    expect(prepared.restoration.left.map(({ why }) => why)).toEqual(['changedSince']);
  });

  it('by person, as far as Drive tells who it was; nothing of others', async () => {
    await addRepair();
    await poll();
    await school.staff.edit('repairs', 1, '故障情况', '改错了');
    await poll();
    expect((await prepare({ register: repairs, person: '没有这个人' })).restoration).toEqual({
      rows: [],
      cells: [],
      left: [],
    });
  });

  it('is told in the audit as a change of its own, and no row that came later is deleted', async () => {
    await addRepair();
    await poll();
    const after = now();
    await addRepair({ fault: '后来的' });
    await poll();
    const prepared = await prepare({ register: repairs, after });
    expect(prepared.restoration.left.map(({ why }) => why)).toEqual(['added']);
    await prepared.write();
    expect(await rows()).toHaveLength(2);
  });
});
