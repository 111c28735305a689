import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import writeExcelFile from 'write-excel-file/node';
import { spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { registers } from '#schema/registers/index.ts';
import { localDate } from '#schema/values.ts';
import { matchSheet } from '#scripts/import/match-columns.ts';
import { propose } from '#scripts/import/propose.ts';
import { putOnTrial } from '#scripts/import/put-on-trial.ts';
import { readXlsx } from '#scripts/import/read-xlsx.ts';
import { sayProposal } from '#scripts/import/say-proposal.ts';
import { listRegisters, writeTemplate } from '#scripts/import/template.ts';
import { writeImport } from '#scripts/import/write-import.ts';
import { seedSettings } from '#scripts/seed-settings.ts';
import { openSchool } from '../../school/open-school.ts';

const folder = mkdtempSync(join(tmpdir(), 'houqin-import-'));
const fileOf = (name: string): string => join(folder, name);

type Cells = readonly (readonly (string | number | Date | null)[])[];

async function workbookOf(name: string, sheet: string, rows: Cells): Promise<string> {
  const data = rows.map((row) =>
    row.map((value) =>
      value === null
        ? null
        : value instanceof Date
          ? { value, type: Date, format: 'yyyy-mm-dd' }
          : { value },
    ),
  );
  await writeExcelFile([{ sheet, data }]).toFile(fileOf(name));
  return fileOf(name);
}

const messy: Cells = [
  ['青山中学2026年库房物品登记表', null, null, null, null],
  ['填表人：', '王芳', null, null, null],
  ['物品编号*', '物 品 名 称', '单位', '最低库存（个）', '备注栏'],
  ['B-01', 'LED灯泡 9W E27', '个', '５０', '常用'],
  ['B-02', '抽纸 200抽', '提', '20提', null],
  [null, null, null, null, null],
  ['物品编号*', '物 品 名 称', '单位', '最低库存（个）', '备注栏'],
  ['B-03', '84消毒液 500ml', '瓶', '三十左右', null],
];

async function proposalOf(rows: Cells, name = 'messy.xlsx') {
  const [sheet] = await readXlsx(await workbookOf(name, '物品', rows));
  if (!sheet) throw new Error('no sheet was read');
  const match = matchSheet(sheet, registers);
  if (!match) throw new Error('nothing matched');
  return propose(sheet, match);
}

describe('an old workbook of a school is imported', () => {
  it('finds the headers below titles, reads full-width digits and units, and names what it cannot read', async () => {
    const proposal = await proposalOf(messy);
    expect(proposal.match.register.key).toBe('items');
    expect(proposal.rows.map(({ values }) => values.code)).toEqual(['B-01', 'B-02', 'B-03']);
    expect(proposal.rows.map(({ values }) => values.minimum)).toEqual([50, 20, undefined]);
    expect(proposal.problems).toMatchObject([{ address: 'D8', shown: '三十左右' }]);
    expect(proposal.passedOver).toBe(2);
    expect(sayProposal(proposal)).toContain('D8“三十左右”');
  });

  it('understands days as Excel days and as text in several spellings', async () => {
    const proposal = await proposalOf(
      [
        ['报修时间', '地点', '故障情况', '状态'],
        [new Date('2026-10-08T00:00:00Z'), '教学楼 A201', '灯不亮', '已修好'],
        ['2026年10月9日', '教学楼 A202', '门坏了', '已修好'],
        ['2026/10/10 14:30', '教学楼 A203', '窗坏了', '维修中'],
      ],
      'days.xlsx',
    );
    expect(proposal.match.register.key).toBe('repairs');
    expect(proposal.rows.map(({ values }) => values.reported)).toEqual([
      '2026-10-08T00:00:00',
      '2026-10-09T00:00:00',
      '2026-10-10T14:30:00',
    ]);
    expect(proposal.rows.map(({ values }) => values.state)).toEqual(['done', 'done', 'working']);
  });

  it('writes its rows once, however often it is run, and puts the register on trial', async () => {
    const school = await openSchool();
    const workbooks = school.workbooks('owner');
    const demo = makeDemoSchool({ seed: 1, today: localDate.parse('2026-11-24'), registers });
    await seedSettings(workbooks, demo.rows('settings'));
    const proposal = await proposalOf(messy);
    const bytes = readFileSync(fileOf('messy.xlsx'));
    expect(await writeImport(workbooks, proposal, bytes)).toBe(3);
    expect(await writeImport(school.workbooks('owner'), proposal, bytes)).toBe(0);
    const settings = registers.find(({ key }) => key === 'settings');
    const items = registers.find(({ key }) => key === 'items');
    if (!settings || !items) throw new Error('a register is missing');
    const people = spreadsheetIdOf(school.directory, 'people');
    const today = localDate.parse('2026-11-24');
    await putOnTrial(school.google('owner').sheets, people, settings, items, today);
    const rows = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
    const line = rows.find(({ values }) => values.key === 'items.quietUntil');
    expect(line?.values.value).toBe('2026-11-24');
  });

  it('offers an empty template with a sheet for each list', async () => {
    await writeTemplate(fileOf('template.xlsx'), registers);
    const sheets = await readXlsx(fileOf('template.xlsx'));
    expect(sheets.map(({ name }) => name)).toEqual(
      listRegisters(registers).map(({ title }) => title.zh),
    );
    for (const sheet of sheets)
      expect(matchSheet(sheet, registers)?.register.title.zh).toBe(sheet.name);
  });
});

/** A zip with one stored or deflated part, made by hand: as bad as it needs to be. */
function zipOf(name: string, unpacked: Buffer, encrypted = false): Buffer {
  const packed = deflateRawSync(unpacked);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(20, 4);
  local.writeUInt16LE(encrypted ? 1 : 0, 6);
  local.writeUInt16LE(8, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(unpacked.length, 22);
  local.writeUInt16LE(name.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(20, 4);
  central.writeUInt16LE(20, 6);
  central.writeUInt16LE(encrypted ? 1 : 0, 8);
  central.writeUInt16LE(8, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(unpacked.length, 24);
  central.writeUInt16LE(name.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length + name.length, 12);
  end.writeUInt32LE(local.length + name.length + packed.length, 16);
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end]);
}

describe('a file that cannot be imported is refused with the reason', () => {
  const sheet = 'xl/worksheets/sheet1.xml';
  const cases: readonly (readonly [string, () => Buffer, RegExp])[] = [
    ['no .xlsx at all', () => Buffer.from('a,b,c\n1,2,3\n'), /不是 .xlsx/],
    ['encrypted as Office does it', () => Buffer.from('d0cf11e0a1b11ae1', 'hex'), /加了密码/],
    ['an encrypted zip', () => zipOf(sheet, Buffer.from('<row />'), true), /加了密码/],
    ['cut off in the middle', () => zipOf(sheet, Buffer.from('<row />')).subarray(0, 40), /已损坏/],
    [
      'a bomb of zeros',
      () => zipOf('xl/media/image1.png', Buffer.alloc(200_000_000)),
      /解开后太大/,
    ],
    [
      '200,000 rows',
      () => zipOf(sheet, Buffer.from('<row r="1"></row>'.repeat(200_000))),
      /超过 50000 行/,
    ],
  ];
  for (const [what, bytes, reason] of cases)
    it(what, async () => {
      const file = fileOf('bad.xlsx');
      writeFileSync(file, bytes());
      await expect(readXlsx(file)).rejects.toThrow(reason);
    });
});
