import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { describe, expect, it } from 'vitest';
import { refusal } from '../stand-in.ts';
import { workbook } from './sheets-client.ts';

const range = (startRowIndex: number, endRowIndex: number) => ({
  sheetId: 7,
  startRowIndex,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 3,
});
const rows = (startIndex: number, endIndex: number) => ({
  sheetId: 7,
  dimension: 'ROWS',
  startIndex,
  endIndex,
});
const cell = { userEnteredValue: { stringValue: 'x' } };
const fields = 'userEnteredValue';

/** A tab whose second row only the owner may edit, and another person at it. */
async function guarded(protection: sheets_v4.Schema$ProtectedRange = {}) {
  const book = await workbook([['标题'], ['锁'], ['开'], ['开']]);
  const editors = { users: ['li@school.example'] };
  const protectedRange = { range: { ...range(1, 2), endColumnIndex: 1 }, editors, ...protection };
  await book.run({ addProtectedRange: { protectedRange } });
  const other = book.as('zhang@school.example');
  const { spreadsheetId } = book;
  return {
    ...book,
    other,
    attempt: (request: sheets_v4.Schema$Request) =>
      other.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests: [request] } }),
  };
}

describe('who may not edit a protected cell', () => {
  it.each<[string, sheets_v4.Schema$Request]>([
    [
      'write it',
      { updateCells: { start: { sheetId: 7, rowIndex: 1 }, rows: [{ values: [cell] }], fields } },
    ],
    ['fill across it', { repeatCell: { range: range(0, 4), cell, fields } }],
    ['sort across it', { sortRange: { range: range(0, 4), sortSpecs: [{ dimensionIndex: 0 }] } }],
    ['delete its row', { deleteDimension: { range: rows(1, 2) } }],
    ['move its row', { moveDimension: { source: rows(1, 2), destinationIndex: 4 } }],
    ['delete its column', { deleteDimension: { range: { ...rows(0, 1), dimension: 'COLUMNS' } } }],
    ['paste over it', { copyPaste: { source: range(2, 3), destination: range(1, 2) } }],
    ['cut it', { cutPaste: { source: range(1, 2), destination: { sheetId: 7, rowIndex: 9 } } }],
    ['merge it', { mergeCells: { range: range(1, 3), mergeType: 'MERGE_ALL' } }],
    ['shift it', { insertRange: { range: range(0, 1), shiftDimension: 'ROWS' } }],
    ['replace in it', { findReplace: { find: '锁', replacement: '开', allSheets: true } }],
    ['delete its tab', { deleteSheet: { sheetId: 7 } }],
  ])('cannot %s', async (_, request) => {
    const { attempt, run, shown } = await guarded();
    await run({ addSheet: {} });
    const before = await shown();
    const { status, message } = await refusal(attempt(request));
    expect(status).toBe(400);
    expect(message).toMatch(/You are trying to edit a protected cell or object/);
    expect(await shown()).toEqual(before);
  });

  it.each<[string, sheets_v4.Schema$Request]>([
    [
      'write elsewhere',
      { updateCells: { start: { sheetId: 7, rowIndex: 2 }, rows: [{ values: [cell] }], fields } },
    ],
    ['append', { appendCells: { sheetId: 7, rows: [{ values: [cell] }], fields } }],
    ['sort elsewhere', { sortRange: { range: range(2, 4) } }],
    ['insert a row above it', { insertDimension: { range: rows(1, 2) } }],
    ['delete another row', { deleteDimension: { range: rows(2, 3) } }],
  ])('can %s', async (_, request) => {
    const { attempt } = await guarded();
    expect((await attempt(request)).status).toBe(200);
  });

  it('cannot insert rows into a protected tab, not even at its end', async () => {
    const { attempt } = await guarded({ range: { sheetId: 7 } });
    const append = { appendDimension: { sheetId: 7, dimension: 'ROWS', length: 1 } };
    expect((await refusal(attempt(append))).status).toBe(400);
  });

  it('cannot write it with the values methods either', async () => {
    const { other, spreadsheetId } = await guarded();
    const requestBody = { values: [['x']] };
    const write = { spreadsheetId, range: 'A2', valueInputOption: 'RAW', requestBody };
    expect((await refusal(other.spreadsheets.values.update(write))).status).toBe(400);
    const clear = { spreadsheetId, range: 'A:A' };
    expect((await refusal(other.spreadsheets.values.clear(clear))).status).toBe(400);
  });
});

it('a warning holds nobody back', async () => {
  const book = await workbook([['标题'], ['锁']]);
  await book.run({
    addProtectedRange: { protectedRange: { range: range(0, 1), warningOnly: true } },
  });
  const other = book.as('zhang@school.example');
  const requests = [{ sortRange: { range: range(0, 2) } }];
  const { spreadsheetId } = book;
  const sorted = await other.spreadsheets.batchUpdate({ spreadsheetId, requestBody: { requests } });
  expect(sorted.status).toBe(200);
});

describe('strict rules', () => {
  const rule = {
    condition: {
      type: 'ONE_OF_LIST',
      values: [{ userEnteredValue: '是' }, { userEnteredValue: '否' }],
    },
    strict: true,
  };

  it('hold what a person types', async () => {
    const { run, put, shown } = await workbook();
    await run({ setDataValidation: { range: range(0, 2), rule } });
    expect((await refusal(put('B2', [['也许']], 'USER_ENTERED'))).message).toBe(
      'The data you entered in cell B2 violates the data validation rules set on this cell.',
    );
    await put('B2', [['是']], 'USER_ENTERED');
    expect(await shown()).toEqual([[], ['', '是']]);
  });

  it('are nothing to RAW writes and batches, as with the API of Google', async () => {
    const { run, put, shown } = await workbook();
    await run({ setDataValidation: { range: range(0, 2), rule } });
    await put('A1', [['也许']]);
    expect(await shown()).toEqual([['也许']]);
  });
});

it('typed columns show numbers as what they are', async () => {
  const { run, put, shown } = await workbook([
    ['日期', '单价'],
    [46_350, 1200.5],
  ]);
  const columnProperties = [
    { columnIndex: 0, columnName: '日期', columnType: 'DATE' },
    { columnIndex: 1, columnName: '单价', columnType: 'CURRENCY' },
  ];
  const table = { name: '表', range: { ...range(0, 2), endColumnIndex: 2 }, columnProperties };
  await run({ addTable: { table } });
  await put('A4', [[46_350]]);
  expect(await shown()).toEqual([['日期', '单价'], ['2026-11-24', '¥1,200.50'], [], ['46350']]);
});
