import { beforeEach, describe, expect, test } from 'vitest';
import { places } from '#schema/registers/school/places.ts';
import { rowId } from '#schema/values.ts';
import { openSchool, type School } from '../../../school/open-school.ts';

let school: School;
beforeEach(async () => {
  school = await openSchool({ registers: [places] });
});

const header = '填报方式';
const ids = [1, 2, 3, 4].map((n) => rowId.parse(`00000000-0000-4000-8000-00000000000${n}`));
const write = async (index: number, origin: object = {}) => {
  const id = ids[index] ?? rowId.parse('');
  const values = { name: `地点 ${index}` };
  const submitted = await school.workbooks().submit({ register: 'places', id, values, ...origin });
  expect(submitted.outcome).toBe('written');
};
const said = async () => (await school.staff.see('places')).rows.map((row) => row[header]);

/** As a tab was laid out before the column was thought of. */
async function takeColumnAway(): Promise<void> {
  const { headers } = await school.staff.see('places');
  const startIndex = headers.indexOf(header);
  const { sheets = [] } = await school
    .google('owner')
    .sheets.get(school.spreadsheetId('people'), { fields: 'sheets(properties(sheetId,title))' });
  const sheetId = sheets.find(({ properties }) => properties?.title === places.title.zh)?.properties
    ?.sheetId;
  await school.staff.does('places', [
    {
      deleteDimension: {
        range: {
          sheetId: sheetId ?? 0,
          dimension: 'COLUMNS',
          startIndex,
          endIndex: startIndex + 1,
        },
      },
    },
  ]);
}

describe('how a row came in stands beside it', () => {
  test('through a form, copied in from paper with or without a picture; only a way to look at it when nobody entered it', async () => {
    await write(0, { origin: { how: 'form' } });
    await write(1, { origin: { how: 'paper' } });
    await write(2, { origin: { how: 'paper', page: 'https://drive.example.edu.cn/p.jpg' } });
    await write(3);
    expect((await said()).slice(0, 4)).toEqual([
      '表单',
      '补录',
      '补录 https://drive.example.edu.cn/p.jpg',
      '查看',
    ]);
  });

  test('it does not decide whether a row is the same one', async () => {
    await write(0, { origin: { how: 'form' } });
    const again = await school.workbooks().submit({
      register: 'places',
      id: ids[0] ?? rowId.parse(''),
      values: { name: '地点 0' },
      origin: { how: 'paper' },
      retry: true,
    });
    expect(again.outcome).toBe('already');
  });
});

describe('a tab that was laid out without the column', () => {
  test('takes rows as before, and nothing is found wrong with it', async () => {
    await takeColumnAway();
    await write(0, { origin: { how: 'paper' } });
    const { rows } = await school.staff.see('places');
    expect(rows[0]).toMatchObject({ 场所: '地点 0', 行编号: ids[0] });
    await school.check().request('/check/poll', { method: 'POST' });
    const matters = await school.staff.seeTab('people', '待办');
    expect(matters.flat().join(' ')).not.toContain(header);
  });

  test('gets it from set-up, which touches no row; the next row fills it', async () => {
    await takeColumnAway();
    await write(0, { origin: { how: 'form' } });
    await school.setUp();
    await write(1, { origin: { how: 'paper' } });
    const { headers, rows } = await school.staff.see('places');
    expect(headers.filter((title) => title === header)).toHaveLength(1);
    expect(rows.slice(0, 2)).toMatchObject([
      { 场所: '地点 0', [header]: '', 行编号: ids[0] },
      { 场所: '地点 1', [header]: '补录', 行编号: ids[1] },
    ]);
  });
});

describe('the cell that says how a row came in', () => {
  const links = async () => {
    const { sheets = [] } = await school
      .google('owner')
      .sheets.get(school.spreadsheetId('people'), {
        ranges: ["'场所'"],
        fields: 'sheets(data(rowData(values(formattedValue,hyperlink))))',
      });
    const rows = sheets[0]?.data?.[0]?.rowData ?? [];
    return rows.flatMap(({ values = [] }) =>
      values.flatMap(({ hyperlink, formattedValue }) =>
        hyperlink ? [[formattedValue, hyperlink]] : [],
      ),
    );
  };
  const page = (id: string) => `https://forms.school.example/row/places/${id}`;

  test('opens the page about the row, whether a form sent it or staff typed it', async () => {
    await write(0, { origin: { how: 'form' } });
    await school.staff.type('places', { 场所: '操场' });
    await school.check().request('/check/poll', { method: 'POST' });
    const [first, second] = await links();
    expect(first).toEqual(['表单', page(ids[0] ?? '')]);
    expect(second?.[0]).toBe('表格');
    expect(second?.[1]).toMatch(/row\/places\/[0-9a-f-]{36}$/);
    expect(second?.[1]).not.toBe(first?.[1]);
  });

  test('goes with its row when staff sort', async () => {
    await write(0, { origin: { how: 'form' } });
    await write(1, { origin: { how: 'form' } });
    await school.staff.sort('places', '场所', 'DESCENDING');
    expect(await links()).toEqual([
      ['表单', page(ids[1] ?? '')],
      ['表单', page(ids[0] ?? '')],
    ]);
  });
});
