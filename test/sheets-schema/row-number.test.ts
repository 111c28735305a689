import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, code, date, text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import { missingNumbers, numberedColumns, numberIn } from '#schema/row-number.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { day } from './autumn.ts';

const title = { zh: '单', en: 'Slip' };
const slips = {
  happened: 'on',
  columns: {
    on: date(title),
    name: text(title, { numbered: { prefix: 'SG', names: 'item' } }),
    item: text(title),
  },
} as const;
const plainSlips = {
  ...slips,
  columns: { on: slips.columns.on, name: code(title, { numbered: { prefix: 'BX' } }) },
};
const id = rowId.parse('00000a2b-0000-4000-8000-000000000000');
const on = day('2026-11-24');

describe('the number of a row', () => {
  test('is prefix, month and day, four digits, and what it names', () => {
    expect(missingNumbers(slips, { id, values: { on, item: '抽纸' } })).toEqual({
      name: 'SG-1124-2603 抽纸',
    });
    expect(missingNumbers(plainSlips, { id, values: { on } })).toEqual({ name: 'BX-1124-2603' });
  });

  test('stays as a person typed it', () => {
    for (const name of ['SG-1', '补单', '７'])
      expect(missingNumbers(slips, { id, values: { on, item: '抽纸', name } })).toEqual({});
    expect(missingNumbers(plainSlips, { id, values: { on, name: ' ' } })).not.toEqual({});
  });

  test('waits until the row says what it is about', () => {
    expect(missingNumbers(slips, { id, values: { on } })).toEqual({});
    expect(missingNumbers(slips, { id, values: { on, item: ' ' } })).toEqual({});
  });

  test('takes today where the row says no day, and waits where nobody knows it', () => {
    const values = { item: '抽纸' };
    expect(missingNumbers(slips, { id, values })).toEqual({});
    expect(missingNumbers(slips, { id, values }, { today: day('2026-03-01') })).toEqual({
      name: 'SG-0301-2603 抽纸',
    });
  });

  test('is the next free one where it is taken, in whatever spelling', () => {
    const taken = new Set(['sg-1124-2603 粉笔', 'ＳＧ-1124-2604'].map(numberIn));
    expect(missingNumbers(slips, { id, values: { on, item: '抽纸' } }, { taken })).toEqual({
      name: 'SG-1124-2605 抽纸',
    });
  });

  test('is the same whoever makes it, and always one of its shape', () => {
    fc.assert(
      fc.property(fc.uuid(), (any) => {
        const row = { id: rowId.parse(any), values: { on } };
        const { name } = missingNumbers(plainSlips, row);
        expect(name).toMatch(/^BX-1124-\d{4}$/);
        expect(missingNumbers(plainSlips, row)).toEqual({ name });
      }),
    );
  });

  test('seldom meets another of its day', () => {
    const ids = fc.sample(fc.uuid({ version: 4 }), { seed: 7, numRuns: 30 });
    const numbers = ids.map((any) => {
      const row: { id: RowId; values: { on: typeof on } } = {
        id: rowId.parse(any),
        values: { on },
      };
      return missingNumbers(plainSlips, row).name;
    });
    expect(new Set(numbers).size).toBeGreaterThanOrEqual(29);
  });
});

describe('registers whose rows have numbers', () => {
  const numbered = registers.filter((register) => numberedColumns(register).length > 0);

  test('are those of paper slips, each with letters of its own', () => {
    const prefixes = numbered.flatMap((register) =>
      numberedColumns(register).map(([, { prefix }]) => [prefix, register.key]),
    );
    expect(prefixes.toSorted()).toEqual([
      ['BX', 'repairs'],
      ['CG', 'orders'],
      ['LY', 'requisitions'],
      ['SG', 'purchaseRequests'],
      ['YH', 'hazards'],
      ['YS', 'receipts'],
    ]);
  });

  test('ask nobody for the number, and find two that are the same', () => {
    for (const { key, columns, form, batches = [], rules, label } of numbered)
      for (const [column] of numberedColumns({ columns })) {
        expect([key, label]).toEqual([key, column]);
        expect(columns[column]?.required).not.toBe(true);
        const asked = [
          ...(form?.asks ?? []),
          ...batches.flatMap(({ each, shared }) => [...each, ...shared]),
        ];
        expect(asked).not.toContain(column);
        expect(rules.map((rule) => rule.key)).toContain(`unique-${column}`);
      }
  });

  test('cannot name a column that is not there', () => {
    const declaration = {
      key: 'slips',
      title,
      purpose: title,
      workbook: 'stores',
      columns: {
        kind: choice(title, { a: title }),
        name: text(title, { numbered: { prefix: 'SG', names: 'goods' } }),
      },
      rules: [],
      figures: {},
      demo: () => [],
    } as const;
    expect(() => defineRegister(declaration)).toThrow('no column goods');
  });
});
