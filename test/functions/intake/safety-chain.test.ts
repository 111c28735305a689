import { beforeAll, describe, expect, it } from 'vitest';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake } from '#functions/intake/create-intake.ts';
import { createLinks } from '#platform/links/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool, type School } from '../../school/open-school.ts';

const needed = [
  'settings',
  'calendar',
  'people',
  'places',
  'items',
  'checklists',
  'inspections',
  'safetyLog',
  'hazards',
  'accidents',
  'repairs',
  'repairParts',
  'movements',
];

const clock = createFakeClock();
let school: School;
let look: () => Promise<void>;
let steps: (register: string, id: string) => Promise<string[]>;

const add = async (register: string, values: Values<Columns>): Promise<RowId> => {
  const id = rowId.parse(uuidFrom(systemRandom));
  await school.workbooks().submit({ register, id, values });
  return id;
};
const only = async (register: string) => {
  const { rows } = await school.staff.see(register);
  const [row = {}, ...others] = rows.filter((one) => one.行编号 !== '');
  expect(others).toEqual([]);
  return row;
};

beforeAll(async () => {
  school = await openSchool({
    clock,
    registers: registers.filter(({ key }) => needed.includes(key)),
    seed: 'safety chain',
  });
  const check = school.check();
  look = async () => {
    expect((await check.request('/check/poll', { method: 'POST' })).status).toBe(200);
  };
  const links = createLinks({ keys: [{ id: 'k1', secret: new Uint8Array(32).fill(7) }], clock });
  const intake = createIntake({
    workbooks: school.workbooks(),
    links,
    clock,
    random: systemRandom,
    log: createLog({ write: () => undefined }),
    baseUrl: 'https://forms.school.example',
    drawSecret: 'a secret of this test',
    assets: await loadAssets(),
  });
  const token = encodeURIComponent(links.sign({ kind: 'post' }));
  steps = async (register, id) => {
    clock.advance(10_000);
    const page = await (await intake.request(`/intake/row/${register}/${id}?t=${token}`)).text();
    return [...page.matchAll(/<li( class="self")?[^>]*>\s*<h2>([^<]*)/g)].map(([, self, title]) =>
      self ? `[${title}]` : (title ?? ''),
    );
  };
  await add('places', { name: '教学楼' });
  await add('people', { name: '郑文博' });
  await add('items', { code: 'DQ-1', name: '应急灯电池', unit: '个' });
  await add('checklists', {
    name: '教学楼 应急灯',
    area: '教学楼',
    cadence: 'monthly',
    risk: 'high',
    owner: '郑文博',
  });
});

describe('from a failed inspection to the parts of its repair', () => {
  it('the hazard that it opens has a number of its own', async () => {
    await add('inspections', {
      happened: '2026-11-24T08:00:00',
      item: '教学楼 应急灯',
      result: 'failed',
      inspector: '郑文博',
      found: '二楼两盏不亮',
    });
    await look();
    expect((await only('hazards')).隐患编号).toMatch(/^YH-1124-\d{4}$/);
  });

  it('the hazard becomes a repair once staff say so, and only once', async () => {
    await school.staff.edit('hazards', 1, '转报修', '是');
    await look();
    await look();
    const repair = await only('repairs');
    expect(repair).toMatchObject({
      地点: '教学楼',
      故障情况: '教学楼 应急灯：二楼两盏不亮',
      紧急程度: '紧急',
      来自隐患: (await only('hazards')).隐患编号,
    });
    expect(repair.维修单号).toMatch(/^BX-1124-\d{4}$/);
  });

  it('a part under its number leaves the store, and each row leads to all others', async () => {
    const { 维修单号: number = '' } = await only('repairs');
    const part = await add('repairParts', {
      used: '2026-11-24T09:00:00',
      repair: number,
      item: '应急灯电池',
      quantity: 2,
      source: 'stock',
      by: '郑文博',
    });
    await look();
    const hazard = await only('hazards');
    const accident = await add('accidents', {
      happened: '2026-11-24T07:30:00',
      kind: 'accident',
      hazard: hazard.隐患编号 ?? '',
    });
    const inspection = (await only('inspections')).行编号 ?? '';
    expect(await steps('inspections', inspection)).toEqual([
      '[检查记录]',
      '隐患整改',
      '报修',
      '安全事故',
      '维修配件',
      '出入库流水',
    ]);
    expect(await steps('repairParts', part)).toEqual([
      '检查记录',
      '隐患整改',
      '报修',
      '[维修配件]',
    ]);
    expect(await steps('accidents', accident)).toEqual(['检查记录', '隐患整改', '[安全事故]']);
  });

  it('a chain that is broken is a finding beside the row', async () => {
    await school.staff.deleteRow('inspections', 1);
    await look();
    clock.advance(90_000);
    await look();
    expect((await only('hazards')).检查结果).toContain('它来自的检查记录不见了');
    await school.staff.edit('repairs', 1, '来自隐患', 'YH-0000-0000');
    await look();
    clock.advance(90_000);
    await look();
    const told = (await school.staff.seeTab('service', '待办')).flat();
    expect(told).toContain('名单里没有“YH-0000-0000”，请从下拉选');
  });
});
