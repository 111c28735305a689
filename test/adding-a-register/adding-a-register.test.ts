import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import { registers } from '#schema/registers/index.ts';
import { testRegister } from '../sheets-schema/register-contract.ts';
import { openUmbrellaSchool, type UmbrellaSchool } from './umbrella-school.ts';
import { umbrellas } from './umbrellas.ts';
import { wordsOfDocx } from './words-of-docx.ts';

let school: UmbrellaSchool;
beforeAll(async () => {
  school = await openUmbrellaSchool();
});

const root = join(import.meta.dirname, '..', '..');
const look = () => school.check.request('/check/poll', { method: 'POST' });

describe('one file and its line in the list give a register its tab', () => {
  it('with the headers of its columns, the findings first and the hidden ones last', async () => {
    const { headers } = await school.staff.see('umbrellas');
    const own = Object.values(umbrellas.columns).map(({ title }) => title.zh);
    expect(headers.slice(0, own.length + 1)).toEqual(['检查结果', ...own]);
    expect(headers.slice(-3)).toEqual(['行编号', '顺序号', '提交指纹']);
  });

  it('with drop-downs: words of a choice, names from the lists of others', async () => {
    const { sheets = [] } = await school
      .google('owner')
      .sheets.get(school.spreadsheetId('service'), {
        ranges: ['爱心雨伞!1:2'],
        fields:
          'sheets(properties(sheetId),tables(columnProperties),data(rowData(values(dataValidation))))',
      });
    const tab = sheets.find(({ properties }) => properties?.sheetId === sheetIdOf('umbrellas'));
    const typed = (tab?.tables?.[0]?.columnProperties ?? []).filter(
      ({ columnType }) => columnType === 'DROPDOWN',
    );
    const words = typed.map(({ columnName, dataValidationRule }) => [
      columnName,
      dataValidationRule?.condition?.values?.map(({ userEnteredValue }) => userEnteredValue),
    ]);
    expect(words).toEqual([['归还情况', ['完好', '损坏', '丢失']]]);
    const { headers } = await school.staff.see('umbrellas');
    const cells = tab?.data?.[0]?.rowData?.[1]?.values ?? [];
    for (const header of ['借伞处', '经手人'])
      expect(cells[headers.indexOf(header)]?.dataValidation?.condition?.type).toBe('ONE_OF_RANGE');
  });

  it('and a line on the first page that leads to it and to its form', async () => {
    const home = await school.staff.seeTab('service', '首页');
    expect(home.find(([title]) => title === '爱心雨伞')).toEqual([
      '爱心雨伞',
      umbrellas.purpose.zh,
      '打开表格',
      '打开表单',
    ]);
  });
});

describe('its form', () => {
  it('is a page that asks what it says it asks', async () => {
    const answer = await school.intake.request(`/intake/form/umbrellas?t=${school.link}`);
    expect(answer.status).toBe(200);
    const page = await answer.text();
    expect(page).toContain('<h1>爱心雨伞</h1>');
    for (const column of umbrellas.form?.asks ?? []) expect(page).toContain(`name="${column}"`);
    expect(page).toContain('3 个月后删除');
  });

  it('takes its example, stamped with the moment', async () => {
    const answer = await school.intake.request(`/intake/api/umbrellas?t=${school.link}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        id: '0b6f6c1e-6c57-4a86-9d0f-6c6d6f0a7e11',
        values: umbrellas.form?.example,
      }),
    });
    expect(answer.status).toBe(201);
    const { rows } = await school.staff.see('umbrellas');
    expect(rows.find(({ 伞号 }) => 伞号 === 'S-07')).toMatchObject({
      借出时间: '2026-11-24 10:00',
      借伞处: '图书馆',
      借伞人: '八年级 3 班 学生',
    });
  });
});

describe('its rows are checked', () => {
  it('the demo loan that is overdue has its finding, the others none', async () => {
    await look();
    const { rows } = await school.staff.see('umbrellas');
    const found = rows.filter(({ 检查结果 }) => 检查结果 !== '');
    expect(found.map(({ 伞号, 检查结果 }) => [伞号, 检查结果])).toEqual([
      ['S-03', '必须改：借出超3天没还，请催还'],
    ]);
  });

  it('a row that staff type is held to the rules of every register and to its own', async () => {
    await look();
    await school.staff.type('umbrellas', {
      借出时间: '上周',
      借伞处: '月球',
      伞号: 'S-11',
      借伞人: '方老师',
      归还时间: 46349.5,
    });
    await look();
    school.clock.advance(90_000);
    await look();
    const { rows } = await school.staff.see('umbrellas');
    const finding = rows.find(({ 伞号 }) => 伞号 === 'S-11')?.检查结果;
    expect(finding).toContain('请填日期时间');
    expect(finding).toContain('名单里没有“月球”');
    expect(finding).toContain('已归还，请补填归还情况');
  });
});

describe('its share of the two papers', () => {
  it('the plan of the next month has its line', async () => {
    const answer = await school.plan.request('/plan/run', { method: 'POST' });
    expect(answer.status).toBe(200);
    const { rows } = await school.staff.see('planTasks');
    expect(rows.map((row) => Object.values(row).join(' ')).join('\n')).toContain(
      '补充爱心雨伞 1 把',
    );
  });

  it('the report of the term has its sentence, its figures and its row in the table', async () => {
    const answer = await school.report.request('/report/term', { method: 'POST' });
    expect(answer.status).toBe(200);
    const paper = school.mails
      .at(-1)
      ?.attachments?.find(({ filename }) => filename.includes('打印稿'));
    const words = wordsOfDocx(paper?.content ?? new Uint8Array());
    expect(words.join('\n')).toMatch(/借出爱心雨伞 6 把次.*归还率 6 例中 3 例/);
    expect(words).toContain('雨伞归还率');
  });
});

testRegister(umbrellas, [...registers, umbrellas]);

describe('docs/adding-a-register.md', () => {
  it('shows the very file that these tests use', () => {
    const page = readFileSync(join(root, 'docs/adding-a-register.md'), 'utf8');
    const file = readFileSync(join(import.meta.dirname, 'umbrellas.ts'), 'utf8');
    const blocks = [...page.matchAll(/^```ts\n([\s\S]*?)^```$/gm)].map(([, block]) => block);
    expect(blocks[0]).toBe(file);
  });

  it('may say that nothing else knows the register', () => {
    const known = ['sheets-schema', 'functions', 'scripts'].flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(?:ts|css|mjs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name))
        .filter((file) => /umbrella|雨伞/i.test(readFileSync(file, 'utf8'))),
    );
    expect(known).toEqual([]);
  });
});
