import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { type GridSchool, openGridSchool, repairsTab } from './grid-school.ts';
import { openBrowser } from './open-browser.ts';

let browser: Browser;
let school: GridSchool;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

beforeEach(async () => {
  school = await openGridSchool();
  const context = await browser.newContext({ locale: 'zh-CN' });
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  page = await context.newPage();
  complaints = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await page.goto(school.url);
  await cell('B2').waitFor();
});
afterEach(async () => {
  await page.context().close();
  await school.close();
  expect(complaints).toEqual([]);
});

/** A cell of the grid by its name, as long as no column before it is hidden. */
const cell = (name: string) => {
  const [, letter = 'A', row = '1'] = /^([A-Z])(\d+)$/.exec(name) ?? [];
  return page.locator(`td[data-x="${letter.charCodeAt(0) - 65}"][data-y="${Number(row) - 1}"]`);
};

async function type(name: string, text: string): Promise<void> {
  await cell(name).dblclick();
  await page.keyboard.press('Control+a');
  await page.keyboard.insertText(text);
  await page.keyboard.press('Enter');
}

const choose = async (item: string) => page.locator('.jcontextmenu').getByText(item).click();
const column = async (index: number, range = "'报修'!A2:E8") =>
  (await school.values(range)).map((row) => row[index]);

test('shows the rows, and writes what a person types as Google would read it', async () => {
  await expect(page.locator('.frozen-row').allInnerTexts()).resolves.toEqual([
    expect.stringMatching(/1\s*检查结果\s*地点\s*故障情况\s*状态\s*费用/),
  ]);
  await type('E2', '12.5');
  await expect.poll(() => column(4)).toEqual(['12.5', '5', '120']);
  await cell('E2').getByText('12.5').waitFor();
  await page.keyboard.press('Control+z');
  await expect.poll(() => column(4)).toEqual(['30', '5', '120']);
});

test('a drop-down offers its words', async () => {
  await cell('D2').dblclick();
  await page.getByRole('option', { name: '已修好' }).click();
  await expect.poll(() => column(3)).toEqual(['已修好', '已修好', '待修']);
});

test('a row typed below a table joins it', async () => {
  await page.getByRole('button', { name: '新的一行' }).click();
  await page.locator('#place', { hasText: 'A5' }).waitFor();
  await type('B5', '操场');
  await expect.poll(() => column(1)).toEqual(['食堂', '宿舍1号楼', '教学楼', '操场']);
  const { data } = await school.sheets.spreadsheets.get({
    spreadsheetId: school.spreadsheetId,
    fields: 'sheets(tables(range(endRowIndex)))',
  });
  expect(data.sheets?.[0]?.tables?.[0]?.range?.endRowIndex).toBe(5);
});

test('sorts a table by the menu of a column; the header stays', async () => {
  await page.locator('thead td[data-x="4"]').click({ button: 'right' });
  await choose('降序排序');
  await expect.poll(() => column(4, "'报修'!A1:E4")).toEqual(['费用', '120', '30', '5']);
  await cell('B2').getByText('教学楼').waitFor();
});

test('asks before it moves a header that is protected with a warning', async () => {
  await page.locator('thead td[data-x="1"]').click({ button: 'right' });
  await choose('在右边插入 1 列');
  await page.getByText('表头：改之前请想一想').waitFor();
  await page.getByRole('button', { name: '取消' }).click();
  expect((await school.values())[0]).toHaveLength(5);
  await page.locator('thead td[data-x="1"]').click({ button: 'right' });
  await choose('在右边插入 1 列');
  await page.getByRole('button', { name: '照样改' }).click();
  await expect.poll(async () => (await school.values("'报修'!A1:F8"))[0]).toHaveLength(6);
  await cell('D1').getByText('故障情况').waitFor();
});

test('says in Chinese why a protected cell stays as it is', async () => {
  await page.getByRole('button', { name: '待办' }).click();
  await page.locator('[aria-current]', { hasText: '待办' }).waitFor();
  await type('A1', '我来写');
  await page.getByText('这里不能改：待办由系统填写').waitFor();
  expect(await school.values("'待办'!A1:B2")).toEqual([]);
});

test('pastes several cells', async () => {
  await page.evaluate(() => navigator.clipboard.writeText('操场\t球门网破\n车库\t灯不亮'));
  await cell('B5').click();
  await page.keyboard.press('Control+v');
  await expect
    .poll(async () => (await school.values()).slice(4))
    .toEqual([
      ['', '操场', '球门网破'],
      ['', '车库', '灯不亮'],
    ]);
});

test("another's change shows by itself; what is being typed goes to its row wherever that is now", async () => {
  await cell('C3').dblclick();
  await page.keyboard.insertText('，已换灯管');
  const { sheets, spreadsheetId } = school;
  const range = { sheetId: repairsTab, dimension: 'ROWS', startIndex: 1, endIndex: 2 };
  await sheets.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: { requests: [{ insertDimension: { range } }] },
  });
  await sheets.spreadsheets.values.update({
    spreadsheetId,
    range: "'报修'!A2:B2",
    valueInputOption: 'RAW',
    requestBody: { values: [['必须改：请填写故障情况', '车库']] },
  });
  await page.keyboard.press('Enter');
  await cell('A2').getByText('必须改：请填写故障情况').waitFor();
  await expect
    .poll(() => column(2))
    .toEqual([undefined, '水龙头漏水', '灯不亮，已换灯管', '门锁坏']);
});

test('a new row typed quickly stays one row, while programs write into it too', async () => {
  const { sheets, spreadsheetId } = school;
  await cell('B5').click();
  await page.keyboard.type('11');
  await page.keyboard.press('Tab');
  await page.keyboard.type('22');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await page.keyboard.type('33');
  // A program gives an id to a row that is there, never to a blank one.
  await expect.poll(() => school.values("'报修'!B5")).toEqual([['11']]);
  await sheets.spreadsheets.values.update({
    spreadsheetId,
    range: "'报修'!F5",
    valueInputOption: 'RAW',
    requestBody: { values: [['id-of-the-row']] },
  });
  await page.keyboard.press('Enter');
  await expect
    .poll(async () => (await school.values("'报修'!B5:F8"))[0])
    .toEqual(['11', '22', '', '33', 'id-of-the-row']);
  expect(await school.values("'报修'!B6:F8")).toEqual([]);
});

test('an entry that a click on another tab ends goes to the tab it was typed in', async () => {
  await cell('C2').dblclick();
  await page.keyboard.insertText('，已报学校');
  await page.getByRole('button', { name: '待办' }).click();
  await page.locator('[aria-current]', { hasText: '待办' }).waitFor();
  await expect.poll(async () => (await column(2))[0]).toBe('水龙头漏水，已报学校');
  expect(await school.values("'待办'!A1:E8")).toEqual([]);
});
