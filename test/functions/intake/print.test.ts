import { beforeEach, describe, expect, it } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { type IntakeSchool, openIntakeSchool } from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
  await school.add(
    'repairs',
    {
      reported: '2026-11-20T09:00:00',
      place: '食堂',
      fault: '灯不亮',
      state: 'done',
      phone: '13800001234',
      reporter: '王小明',
    },
    {
      reported: '2026-11-03T08:00:00',
      place: '教学楼 A201',
      fault: '门坏了<b>',
      state: 'received',
    },
    { reported: '2026-10-30T08:00:00', place: '食堂', fault: '上个月的事', state: 'done' },
  );
});

const own = () => school.link({ kind: 'post', registers: ['repairs'] });
const open = async (path: string, token = own()) => {
  const mark = path.includes('?') ? '&' : '?';
  const answer = await school.intake.request(`/intake/print/${path}${mark}t=${token}`);
  return { status: answer.status, page: await answer.text() };
};
const cellsOf = (page: string) =>
  [...page.slice(page.indexOf('<tbody>')).matchAll(/<td class="[^"]+">([^<]*)<\/td>/g)].map(
    ([, text]) => text,
  );

describe('the ledger of a month', () => {
  it('has title, school, month, numbered rows in the order in which they happened, lines to sign', async () => {
    const { status, page } = await open('repairs?month=2026-11');
    expect(status).toBe(200);
    for (const shown of ['报修台账', '2026年11月', '共 2 条', '打印日期 2026-11-24', '维修班长'])
      expect(page).toContain(shown);
    expect(page.indexOf('门坏了&lt;b&gt;')).toBeLessThan(page.indexOf('灯不亮'));
    expect(page).not.toContain('上个月的事');
    expect(page).toMatch(/<td class="number">1<\/td>.*<td class="number">2<\/td>/s);
    expect(page.indexOf('报修台账</h1>')).toBeLessThan(page.indexOf('</thead>'));
  });

  it('is of the present month unless told, and takes a month as people write it', async () => {
    expect((await open('repairs')).page).toContain('2026年11月');
    expect((await open('repairs?month=2026年10月')).page).toContain('上个月的事');
    expect((await open('repairs?month=neulich')).status).toBe(400);
  });

  it('shows the columns that a person chose, in the register’s order', async () => {
    const { page } = await open('repairs?columns=state,place');
    expect(cellsOf(page)).toEqual(['1', '教学楼 A201', '已受理', '2', '食堂', '已修好']);
    const repeated = await open('repairs?columns=place&columns=state');
    expect(cellsOf(repeated.page)).toEqual(cellsOf(page));
    expect((await open('repairs?columns=nonsense')).status).toBe(400);
  });

  it('shows personal columns in full only by a link that names the register', async () => {
    const columns = 'repairs?columns=phone,reporter';
    expect((await open(columns)).page).toContain('13800001234');
    const { page } = await open(columns, school.link({ kind: 'post' }));
    expect(page).toContain('138****1234');
    expect(page).toContain('王**');
    expect(page).not.toContain('13800001234');
  });

  it('is for staff alone', async () => {
    expect((await open('repairs', school.link())).status).toBe(403);
    expect(
      (await open('repairs', school.link({ kind: 'post', registers: ['places'] }))).status,
    ).toBe(403);
    expect((await open('repairs', '')).status).toBe(401);
    expect((await open('nothing', school.link({ kind: 'post' }))).status).toBe(404);
  });

  it('of a list without a time shows every row', async () => {
    const { page } = await open('places', school.link({ kind: 'post' }));
    expect(page).toContain('教学楼 A201');
    expect(page).not.toContain('type="month"');
  });

  it('says so when a month has no entries', async () => {
    expect((await open('repairs?month=2026-01')).page).toContain('本月没有记录');
  });

  it('leaves out columns in which nothing stands when there are too many for a page', async () => {
    await school.add('everyKind', { happened: '2026-11-02T08:00:00', words: '只有文字' });
    const link = school.link({ kind: 'post', registers: ['everyKind'] });
    const { page } = await open('everyKind', link);
    expect(page).toContain('<th class="text">文字</th>');
    expect(page).not.toContain('<th class="money">金额</th>');
    const chosen = await open('everyKind?columns=words,price', link);
    expect(chosen.page).toContain('<th class="money">金额</th>');
  });
});

describe('a slip', () => {
  it('is one row on a page of its own, to be signed', async () => {
    const read = await school.workbooks().read(['repairs']);
    const row = read.get('repairs')?.rows.find(({ values }) => values.fault === '灯不亮');
    const { status, page } = await open(`repairs/slip/1/${row?.id}`);
    expect(status).toBe(200);
    for (const shown of ['维修单', '灯不亮', '报修人确认', row?.id.slice(0, 8).toUpperCase() ?? ''])
      expect(page).toContain(shown);
    expect(page).not.toContain('门坏了');
    expect((await open('repairs')).page).toContain(`/intake/print/repairs/slip/1/${row?.id}?`);
    expect((await open(`repairs/slip/2/${row?.id}`)).status).toBe(404);
    expect((await open('repairs/slip/1/00000000-0000-4000-8000-000000000000')).status).toBe(404);
  });

  it('is offered and printed only of the rows that it is of', async () => {
    const happened = '2026-11-02T08:00:00';
    await school.add(
      'everyKind',
      { happened, words: '好的', few: 'good' },
      { happened, words: '坏的', few: 'bad' },
    );
    const link = school.link({ kind: 'post', registers: ['everyKind'] });
    const rows = (await school.workbooks().read(['everyKind'])).get('everyKind')?.rows ?? [];
    const { page } = await open('everyKind', link);
    const answers = await Promise.all(rows.map(({ id }) => open(`everyKind/slip/1/${id}`, link)));
    expect(answers.map(({ status }) => status)).toEqual([200, 404]);
    expect(rows.map(({ id }) => page.includes(`slip/1/${id}`))).toEqual([true, false]);
  });
});

describe('other sheets', () => {
  it('404 for one that the register does not print', async () => {
    expect((await open('repairs/wall')).status).toBe(404);
  });

  it('a declaration that prints a column which it lacks is refused', () => {
    const columns: Columns = repairs.columns;
    expect(() =>
      defineRegister({
        key: 'x',
        title: { zh: '甲', en: 'X' },
        purpose: { zh: '甲', en: 'X' },
        workbook: 'service',
        columns,
        rules: [],
        figures: {},
        print: {
          sheets: [
            {
              kind: 'count',
              key: 'count',
              title: { zh: '甲', en: 'X' },
              groupBy: 'nowhere',
              orderBy: [],
              columns: [],
              blanks: [],
            },
          ],
        },
        demo: () => [],
      }),
    ).toThrow('no column nowhere');
  });
});
