import { describe, expect, it } from 'vitest';
import { batchOn, refusalOf } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const range = {
  sheetId: 0,
  startRowIndex: 0,
  endRowIndex: 4,
  startColumnIndex: 0,
  endColumnIndex: 3,
};

const plain = spreadsheetOf([
  sheetOf(0, '报修', [
    ['编号', '大小', '完成'],
    ['r-1', '小修', true],
    ['r-2', '别的', '是'],
    ['r-3', null, null],
  ]),
]);

const list = {
  condition: {
    type: 'ONE_OF_LIST',
    values: [{ userEnteredValue: '小修' }, { userEnteredValue: '大修' }],
  },
};

const add = (table: object) => ({
  addTable: { table: { tableId: 't', name: '报修', range, ...table } },
});
const update = (table: object, fields: string) => ({
  updateTable: { table: { tableId: 't', ...table }, fields },
});
const table = batchOn(plain, [
  add({
    columnProperties: [
      { columnIndex: 1, columnName: '大小', columnType: 'DROPDOWN', dataValidationRule: list },
    ],
  }),
]).spreadsheet;

const shown = (spreadsheet: typeof plain) =>
  spreadsheet.sheets[0]?.rows.map((row) => row.map((cell) => Object.values(cell?.value ?? {})[0]));
const columnsOf = (spreadsheet: typeof plain) => spreadsheet.sheets[0]?.tables[0]?.columnProperties;

describe('adding a table', () => {
  it('answers a column for each of the range, named by the header where the request does not', () => {
    const { replies } = batchOn(plain, [
      add({ columnProperties: [{ columnIndex: 2, columnName: '已完成', columnType: 'DATE' }] }),
    ]);
    expect(replies[0]?.addTable?.table).toEqual({
      tableId: 't',
      name: '报修',
      range: { startRowIndex: 0, endRowIndex: 4, startColumnIndex: 0, endColumnIndex: 3 },
      columnProperties: [
        { columnName: '编号' },
        { columnIndex: 1, columnName: '大小' },
        { columnIndex: 2, columnName: '已完成', columnType: 'DATE' },
      ],
    });
  });

  it('writes the names it was given into the header row', () => {
    const { spreadsheet } = batchOn(plain, [
      add({ columnProperties: [{ columnIndex: 2, columnName: '已完成' }] }),
    ]);
    expect(shown(spreadsheet)?.[0]).toEqual(['编号', '大小', '已完成']);
  });

  it('names columns without a header, and those whose type alone was given', () => {
    const bare = spreadsheetOf([sheetOf(0, '空', [[null, '=1+1', 7]])]);
    const { spreadsheet } = batchOn(bare, [
      add({
        range: { ...range, endColumnIndex: 4 },
        columnProperties: [{ columnIndex: 3, columnType: 'DOUBLE' }],
      }),
    ]);
    expect(shown(spreadsheet)?.[0]).toEqual(['Column 1', 'Column 2', '7', 'Column 3']);
  });

  it('puts FALSE into the empty cells and the texts of a checkbox column', () => {
    const { spreadsheet } = batchOn(plain, [
      add({ columnProperties: [{ columnIndex: 2, columnName: '完成', columnType: 'BOOLEAN' }] }),
    ]);
    expect(shown(spreadsheet)?.map((row) => row[2])).toEqual(['完成', true, false, false]);
  });

  it('keeps what is in a drop-down column, be it in the list or not', () => {
    expect(shown(table)?.map((row) => row[1])).toEqual(['大小', '小修', '别的', undefined]);
  });

  it('keeps the header in view', () => {
    expect(table.sheets[0]?.properties.gridProperties.frozenRowCount).toBe(1);
  });

  it.each([
    [
      'a drop-down without a list',
      { columnProperties: [{ columnIndex: 1, columnName: '大小', columnType: 'DROPDOWN' }] },
      'Condition must be set for dropdown column type.',
    ],
    [
      'a list on another type',
      {
        columnProperties: [
          { columnIndex: 1, columnName: '大小', columnType: 'TEXT', dataValidationRule: list },
        ],
      },
      'Cannot set condition for non-dropdown column type.',
    ],
    [
      'a drop-down from a range',
      {
        columnProperties: [
          {
            columnIndex: 1,
            columnName: '大小',
            columnType: 'DROPDOWN',
            dataValidationRule: {
              condition: { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: '=A1:A3' }] },
            },
          },
        ],
      },
      'must be ONE_OF_LIST',
    ],
    ['a column outside', { columnProperties: [{ columnIndex: 3, columnName: 'x' }] }, 'outside'],
    [
      'a column twice',
      {
        columnProperties: [
          { columnIndex: 1, columnName: 'x' },
          { columnIndex: 1, columnName: 'y' },
        ],
      },
      'given twice',
    ],
    [
      'two columns of one name',
      { columnProperties: [{ columnIndex: 1, columnName: '编号' }] },
      'must be unique',
    ],
    ['no range', { range: undefined }, 'must have a range'],
  ])('refuses %s', (_, members, words) => {
    expect(refusalOf(plain, [add(members)])).toContain(words);
  });

  it('refuses the id, the name and the cells of another', () => {
    const apart = { ...range, startColumnIndex: 5, endColumnIndex: 6 };
    expect(refusalOf(table, [add({ range: apart, name: 'x' })])).toContain('already in use');
    expect(refusalOf(table, [add({ range: apart, tableId: 'u' })])).toContain('already exists');
    expect(refusalOf(table, [add({ tableId: 'u', name: 'x' })])).toContain('overlap');
  });

  it('refuses cells that a banding has, and a banding over its cells', () => {
    const colours = { firstBandColorStyle: { rgbColor: { red: 1 } } };
    const band = { addBanding: { bandedRange: { range, rowProperties: colours } } };
    const banded = batchOn(plain, [band]).spreadsheet;
    expect(refusalOf(banded, [add({})])).toContain('already has alternating background colors');
    expect(refusalOf(table, [band])).toContain('already has alternating background colors');
  });
});

describe('updating a table', () => {
  it('replaces all columns by those it is given: the others lose their type and keep their header', () => {
    const { spreadsheet } = batchOn(table, [
      update(
        { columnProperties: [{ columnIndex: 0, columnName: '号', columnType: 'TEXT' }] },
        'columnProperties',
      ),
    ]);
    expect(columnsOf(spreadsheet)).toEqual([
      { columnIndex: 0, columnName: '号', columnType: 'TEXT' },
      { columnIndex: 1, columnName: '大小' },
      { columnIndex: 2, columnName: '完成' },
    ]);
    expect(shown(spreadsheet)?.[0]?.[0]).toBe('号');
  });

  it('keeps its columns when only its range grows', () => {
    const { spreadsheet } = batchOn(table, [
      update({ range: { ...range, endRowIndex: 9, endColumnIndex: 4 } }, 'range'),
    ]);
    expect(columnsOf(spreadsheet)?.[1]?.columnType).toBe('DROPDOWN');
    expect(columnsOf(spreadsheet)?.[3]).toEqual({ columnIndex: 3, columnName: 'Column 1' });
  });

  it('refuses a column without a name', () => {
    expect(
      refusalOf(table, [
        update({ columnProperties: [{ columnIndex: 0, columnType: 'TEXT' }] }, 'columnProperties'),
      ]),
    ).toBe('400 Invalid requests[0].updateTable: Table header row cell must have a value.');
  });

  it('refuses another header row, a footer, and a table that is not there', () => {
    const lower = { range: { ...range, startRowIndex: 1 } };
    const footer = { rowsProperties: { footerColorStyle: { rgbColor: {} } } };
    expect(refusalOf(table, [update(lower, 'range')])).toContain('header row');
    expect(refusalOf(table, [update(footer, 'rowsProperties')])).toContain('501');
    expect(refusalOf(plain, [update({}, 'name')])).toContain('No table with id: t');
  });
});

describe('rules on the cells of a table', () => {
  const rule = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] } };
  const set = (startColumnIndex: number) => ({
    setDataValidation: {
      range: { ...range, startRowIndex: 1, startColumnIndex, endColumnIndex: startColumnIndex + 1 },
      rule,
    },
  });

  it('are refused in typed columns', () => {
    expect(refusalOf(table, [set(1)])).toBe(
      '400 Invalid requests[0].setDataValidation: This operation is not allowed on cells in typed columns.',
    );
  });

  it('are taken in columns without a type', () => {
    const { spreadsheet } = batchOn(table, [set(0)]);
    expect(spreadsheet.sheets[0]?.rows[1]?.[0]?.validation).toEqual(rule);
  });
});

describe('deleting a table', () => {
  it('takes its values and the conditional formats over it along', () => {
    const format = {
      addConditionalFormatRule: {
        rule: {
          ranges: [range],
          booleanRule: { condition: { type: 'NOT_BLANK' }, format: { textFormat: { bold: true } } },
        },
      },
    };
    const { spreadsheet } = batchOn(table, [format, { deleteTable: { tableId: 't' } }]);
    expect(spreadsheet.sheets[0]?.tables).toEqual([]);
    expect(spreadsheet.sheets[0]?.conditionalFormats).toEqual([]);
    expect(
      shown(spreadsheet)
        ?.flat()
        .every((value) => value === undefined),
    ).toBe(true);
  });
});
