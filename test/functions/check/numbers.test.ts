import { beforeAll, describe, expect, it } from 'vitest';
import { type AuditLine, createAudit } from '#platform/audit/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const needed = ['settings', 'calendar', 'items', 'purchaseRequests', 'orders'];

const clock = createFakeClock();
let school: School;
let look: () => Promise<unknown>;

const submit = (register: string, values: Values<Columns>) =>
  school
    .workbooks()
    .submit({ register, id: rowId.parse(uuidFrom(systemRandom)), values, origin: { how: 'form' } });

/** The numbers of requests by what they are for. */
async function numbers(): Promise<Readonly<Record<string, string>>> {
  const { rows } = await school.staff.see('purchaseRequests');
  return Object.fromEntries(
    rows.filter(({ 物品 }) => 物品 !== '').map(({ 物品 = '', 申购单 = '' }) => [物品, 申购单]),
  );
}

const place = async (item: string): Promise<number> =>
  (await school.staff.see('purchaseRequests')).rows.findIndex(({ 物品 }) => 物品 === item) + 1;

async function audit(): Promise<readonly AuditLine[]> {
  const kept = createAudit({
    ...school.google('owner'),
    bucket: 'houqin-test',
    driveId: school.directory.auditDriveId ?? '',
  });
  const [month = ''] = await kept.months();
  return (await kept.read('stores', month)).lines;
}

beforeAll(async () => {
  school = await openSchool({
    clock,
    registers: registers.filter(({ key }) => needed.includes(key)),
    seed: 'numbers',
  });
  const check = school.check();
  look = async () => (await check.request('/check/poll', { method: 'POST' })).json();
});

describe('a number that nobody typed', () => {
  it('is given to what code writes as it is written', async () => {
    await submit('purchaseRequests', { asked: '2026-11-02T09:00:00', item: '抽纸', quantity: 60 });
    expect((await numbers()).抽纸).toMatch(/^SG-1102-\d{4} 抽纸$/);
  });

  it('is given to a row of staff at first sight', async () => {
    await school.staff.type('purchaseRequests', { 物品: '粉笔', 申购数量: 10 });
    await look();
    expect((await numbers()).粉笔).toMatch(/^SG-\d{4}-\d{4} 粉笔$/);
  });

  it('waits until the row says what it is for, and is not taken for an entry by hand', async () => {
    await school.staff.type('purchaseRequests', { 申购数量: 4 });
    await look();
    const typed = (await school.staff.see('purchaseRequests')).rows.findIndex(
      ({ 申购数量, 物品 }) => 申购数量 === '4' && 物品 === '',
    );
    await school.staff.edit('purchaseRequests', typed + 1, '物品', '拖把');
    await look();
    expect((await numbers()).拖把).toMatch(/^SG-\d{4}-\d{4} 拖把$/);
    const told = (await audit()).filter(({ what }) => what === 'changed');
    expect(told.map(({ column, how }) => `${column} ${how}`).toSorted()).toEqual([
      'item 表格',
      'name 系统',
    ]);
  });

  it('stays what it is, however often the check looks and whatever becomes of the row', async () => {
    const { 粉笔 } = await numbers();
    await school.staff.edit(
      'purchaseRequests',
      await place('粉笔'),
      '申购时间',
      '2026-11-20 08:00',
    );
    await look();
    await look();
    expect((await numbers()).粉笔).toBe(粉笔);
    expect(await look()).toMatchObject({ writes: 0 });
  });

  it('is the name by which an order refers to it', async () => {
    const { 粉笔 = '' } = await numbers();
    await school.staff.type('orders', { 订购日期: '2026-11-21', 申购单: 粉笔, 物品: '粉笔' });
    await school.staff.type('orders', {
      订购日期: '2026-11-21',
      申购单: 'SG-0000-0000',
      物品: '粉笔',
    });
    await look();
    clock.advance(90_000);
    await look();
    const told = (await school.staff.seeTab('stores', '待办')).flatMap((line) =>
      line.filter((cell) => cell.startsWith('名单里没有“SG')),
    );
    expect(told).toEqual(['名单里没有“SG-0000-0000”，请从下拉选']);
    const { rows } = await school.staff.see('orders');
    for (const { 采购单 } of rows) expect(采购单).toMatch(/^CG-1121-\d{4} 粉笔$/);
  });

  it('waits until a row says what it is for', async () => {
    await school.staff.type('purchaseRequests', { 申购理由: '期末' });
    await look();
    const { rows } = await school.staff.see('purchaseRequests');
    expect(rows.find(({ 申购理由 }) => 申购理由 === '期末')?.申购单).toBe('');
  });
});

describe('a number that somebody typed', () => {
  it('stays as they typed it', async () => {
    await school.staff.type('purchaseRequests', { 申购单: '补 7 号', 物品: '拖把' });
    await look();
    expect((await numbers()).拖把).toBe('补 7 号');
  });

  it('may be typed over the given one, and is given anew once it is emptied', async () => {
    await school.staff.edit('purchaseRequests', await place('抽纸'), '申购单', '手写-3');
    await look();
    expect((await numbers()).抽纸).toBe('手写-3');
    await school.staff.edit('purchaseRequests', await place('抽纸'), '申购单', undefined);
    await look();
    expect((await numbers()).抽纸).toMatch(/^SG-1102-\d{4} 抽纸$/);
  });
});

describe('while a number is being given', () => {
  it('staff sort: each number stands by its own row, and none that was typed is lost', async () => {
    await school.staff.edit('purchaseRequests', await place('抽纸'), '申购单', undefined);
    school.beforeNext('batchUpdate', () =>
      school.staff.sort('purchaseRequests', '物品', 'DESCENDING'),
    );
    const before = await numbers();
    await look();
    const { 抽纸, ...others } = await numbers();
    expect(抽纸).toMatch(/^SG-1102-\d{4} 抽纸$/);
    expect({ ...others, 抽纸: '' }).toEqual(before);
  });

  it('staff insert a row: it stays blank', async () => {
    await school.staff.edit('purchaseRequests', await place('粉笔'), '申购单', undefined);
    const row = await place('粉笔');
    school.beforeNext('batchUpdate', () => school.staff.insertRow('purchaseRequests', row));
    await look();
    expect((await numbers()).粉笔).toMatch(/ 粉笔$/);
    const { rows } = await school.staff.see('purchaseRequests');
    expect(rows.filter(({ 申购单 = '' }) => 申购单.endsWith(' 粉笔'))).toHaveLength(1);
  });
});
