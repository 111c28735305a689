import { describe, expect, it } from 'vitest';
import { batchOn, check, intake, owner, refusalOf, staff } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const refused =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';

const plain = spreadsheetOf([
  sheetOf(0, '报修', [
    ['编号', '地点'],
    ['r-1', '三号楼'],
    ['r-2', '食堂'],
  ]),
]);

const header = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
const protect = (protectedRange: object) => ({ addProtectedRange: { protectedRange } });
const write = (rowIndex: number, columnIndex = 0) => ({
  updateCells: {
    start: { sheetId: 0, rowIndex, columnIndex },
    rows: [{ values: [{ userEnteredValue: { stringValue: '改' } }] }],
    fields: 'userEnteredValue',
  },
});

/** The spreadsheet after the check's account protected something. */
function protectedBy(protectedRange: object) {
  const { spreadsheet, replies } = batchOn(plain, [protect(protectedRange)], { as: check });
  const id = replies[0]?.addProtectedRange?.protectedRange?.protectedRangeId ?? 0;
  return { spreadsheet, id };
}

describe('a range with editors', () => {
  const { spreadsheet, id } = protectedBy({
    range: header,
    editors: { users: [intake.email, check.email] },
  });

  it('lets its editors, the one who made it and the owner of the file write', () => {
    for (const as of [intake, check, owner]) {
      expect(() => batchOn(spreadsheet, [write(0)], { as })).not.toThrow();
    }
  });

  it('refuses others in Google’s words, and only where it is', () => {
    expect(refusalOf(spreadsheet, [write(0)], { as: staff })).toBe(
      `400 Invalid requests[0].updateCells: ${refused}`,
    );
    expect(() => batchOn(spreadsheet, [write(1)], { as: staff })).not.toThrow();
  });

  it('cannot be changed or lifted by others', () => {
    const lift = { deleteProtectedRange: { protectedRangeId: id } };
    const widen = {
      updateProtectedRange: {
        protectedRange: { protectedRangeId: id, description: '表头' },
        fields: 'description',
      },
    };
    expect(refusalOf(spreadsheet, [lift], { as: staff })).toContain(refused);
    expect(refusalOf(spreadsheet, [widen], { as: staff })).toContain(refused);
    expect(
      batchOn(spreadsheet, [lift], { as: check }).spreadsheet.sheets[0]?.protectedRanges,
    ).toEqual([]);
  });

  it('refuses rules and tables over its cells to others as well', () => {
    const rule = { condition: { type: 'NUMBER_GREATER', values: [{ userEnteredValue: '0' }] } };
    const table = { range: { ...header, endRowIndex: 3, startColumnIndex: 0, endColumnIndex: 2 } };
    expect(
      refusalOf(spreadsheet, [{ setDataValidation: { range: header, rule } }], { as: staff }),
    ).toContain(refused);
    expect(refusalOf(spreadsheet, [{ addTable: { table } }], { as: staff })).toContain(refused);
  });
});

describe('other kinds of protection', () => {
  it('that only warns never refuses, and keeps no editors', () => {
    const { spreadsheet } = protectedBy({
      range: header,
      warningOnly: true,
      editors: { users: [] },
    });
    expect(() => batchOn(spreadsheet, [write(0)], { as: staff })).not.toThrow();
    expect(spreadsheet.sheets[0]?.protectedRanges[0]?.editors).toBeUndefined();
  });

  it('without a list of editors lets everybody edit who may edit the spreadsheet', () => {
    const { spreadsheet } = protectedBy({ range: header });
    expect(() => batchOn(spreadsheet, [write(0)], { as: staff })).not.toThrow();
  });

  it('of a whole tab leaves its open parts open', () => {
    const open = [{ sheetId: 0, startColumnIndex: 1, endColumnIndex: 2 }];
    const { spreadsheet } = protectedBy({
      range: { sheetId: 0 },
      editors: { users: [check.email] },
      unprotectedRanges: open,
    });
    expect(refusalOf(spreadsheet, [write(1, 0)], { as: staff })).toContain(refused);
    expect(() => batchOn(spreadsheet, [write(1, 1)], { as: staff })).not.toThrow();
  });

  it('of a whole tab is the only one of the whole tab', () => {
    const { spreadsheet } = protectedBy({ range: { sheetId: 0 }, warningOnly: true });
    expect(refusalOf(spreadsheet, [protect({ range: { sheetId: 0 } })])).toContain(
      'already has sheet protection',
    );
    expect(() => batchOn(spreadsheet, [protect({ range: header })])).not.toThrow();
  });

  it('of a part of a tab has no open parts', () => {
    expect(
      refusalOf(plain, [protect({ range: header, unprotectedRanges: [{ sheetId: 0 }] })]),
    ).toContain('only supported on protected sheets');
  });

  it('of a named range follows that range', () => {
    const name = {
      addNamedRange: { namedRange: { namedRangeId: 'n', name: '表头', range: header } },
    };
    const { spreadsheet } = batchOn(
      plain,
      [
        name,
        protect({ namedRangeId: 'n', editors: { users: [check.email] } }),
        {
          updateNamedRange: {
            namedRange: {
              namedRangeId: 'n',
              range: { sheetId: 0, startRowIndex: 2, endRowIndex: 3 },
            },
            fields: 'range',
          },
        },
      ],
      { as: check },
    );
    expect(() => batchOn(spreadsheet, [write(0)], { as: staff })).not.toThrow();
    expect(refusalOf(spreadsheet, [write(2)], { as: staff })).toContain(refused);
  });
});

describe('requests', () => {
  it('answer whether the caller can edit, and who else', () => {
    const { replies } = batchOn(
      plain,
      [
        protect({
          range: header,
          editors: { users: [intake.email, check.email] },
          description: '表头',
        }),
      ],
      { as: check },
    );
    expect(replies[0]?.addProtectedRange?.protectedRange).toMatchObject({
      range: { startRowIndex: 0, endRowIndex: 1 },
      description: '表头',
      requestingUserCanEdit: true,
      editors: { users: [intake.email, check.email] },
    });
  });

  it('name what is protected in exactly one way', () => {
    expect(refusalOf(plain, [protect({})])).toContain('exactly one of');
    expect(refusalOf(plain, [protect({ range: header, tableId: 't' })])).toContain(
      'exactly one of',
    );
  });

  it('refuse a list of editors that leaves out the one who protects', () => {
    const others = protect({ range: header, editors: { users: [intake.email] } });
    expect(refusalOf(plain, [others], { as: check })).toContain(
      "You can't remove yourself as an editor.",
    );
    expect(() => batchOn(plain, [others], { as: owner })).not.toThrow();
  });

  it('refuse an id that nobody has', () => {
    expect(refusalOf(plain, [{ deleteProtectedRange: { protectedRangeId: 4 } }])).toBe(
      '400 Invalid requests[0].deleteProtectedRange: No protected range with id: 4',
    );
  });
});
