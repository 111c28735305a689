import { describe, expect, it } from 'vitest';
import { batchOn, refusalOf } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const plain = spreadsheetOf([sheetOf(0, '锁', [])]);
const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 1 };
const add = (name: string, namedRangeId?: string) => ({
  addNamedRange: { namedRange: { name, range, ...(namedRangeId && { namedRangeId }) } },
});

describe('named ranges', () => {
  const once = batchOn(plain, [add('提交_1', 'n1')]).spreadsheet;

  it('answer their id and range', () => {
    const { replies } = batchOn(plain, [add('提交_1', 'n1')]);
    expect(replies).toEqual([
      { addNamedRange: { namedRange: { namedRangeId: 'n1', name: '提交_1', range } } },
    ]);
  });

  it('refuse a second of the same name in Google’s words', () => {
    expect(refusalOf(once, [add('提交_1')])).toBe(
      '400 Invalid requests[0].addNamedRange: Cannot add named range with name 提交_1, a named range with that name already exists.',
    );
  });

  it('refuse to change or delete one that is not there', () => {
    const rename = {
      updateNamedRange: { namedRange: { namedRangeId: 'x', name: 'a' }, fields: 'name' },
    };
    expect(refusalOf(once, [rename])).toContain('No NamedRange with id: x');
    expect(refusalOf(once, [{ deleteNamedRange: { namedRangeId: 'x' } }])).toContain(
      'No NamedRange with id: x',
    );
  });

  it('change only what the mask names', () => {
    const { spreadsheet } = batchOn(once, [
      { updateNamedRange: { namedRange: { namedRangeId: 'n1', name: '提交_2' }, fields: 'name' } },
    ]);
    expect(spreadsheet.namedRanges).toEqual([{ namedRangeId: 'n1', name: '提交_2', range }]);
  });

  it.each(['', '两个 词', 'A1', 'r1c1', 'true', '1号', 'a-b'])('refuse the name “%s”', (name) => {
    expect(refusalOf(plain, [add(name)])).toContain('The name given to this range is invalid.');
  });
});
