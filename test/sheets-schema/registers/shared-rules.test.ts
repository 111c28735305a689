import { describe, expect, test } from 'vitest';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import type { Rule } from '#schema/rule.ts';
import { says } from '../said.ts';

/** Every rule whose key begins so, with its register and the columns that it reads. */
function rulesOf(beginning: string): readonly (readonly [string, Register, Rule])[] {
  return registers.flatMap((register) =>
    register.rules
      .filter(({ key }) => key.startsWith(beginning))
      .map((rule) => [`${register.title.zh} ${rule.key}`, register, rule] as const),
  );
}

const placesOf = (found: ReturnType<typeof says>) => found.map(([place]) => place);

describe('what must differ stands once, whatever its case and width', () => {
  test.each(rulesOf('unique-'))('%s', (_, register, { key, columns }) => {
    const row = (said: string) => Object.fromEntries(columns.map((column) => [column, said]));
    const [first = ''] = columns;
    const rows = [row('A1'), row('Ａ2'), row('a1 '), { ...row('A1'), [first]: undefined }];
    expect(placesOf(says(register, key, rows))).toEqual([2]);
    for (const column of columns)
      expect(says(register, key, [row('A1'), { ...row('A1'), [column]: 'A2' }])).toEqual([]);
  });
});

describe('nothing ends before it begins', () => {
  test.each(rulesOf('in-order-'))(
    '%s',
    (_, register, { key, columns: [from = '', until = ''] }) => {
      const row = (begun: string, ended?: string) => ({ [from]: begun, [until]: ended });
      const [early, late] =
        register.columns[from]?.kind === 'date'
          ? ['2026-11-02', '2026-11-03']
          : ['2026-11-02T08:00:00', '2026-11-02T08:01:00'];
      expect(
        placesOf(
          says(register, key, [row(early, late), row(early, early), row(late, early), row(late)]),
        ),
      ).toEqual([2]);
    },
  );
});

describe('a quantity is in the unit of its item or in its pack', () => {
  const items = [{ name: '抽纸', unit: '包', packUnit: '箱', packFactor: 48 }];

  test.each(rulesOf('stock-unit-'))(
    '%s',
    (_, register, { key, columns: [item = '', unit = ''] }) => {
      const row = (said?: string) => ({ [item]: '抽纸', [unit]: said });
      const rows = [row('包'), row('箱'), row(), row('盒'), { ...row('盒'), [item]: '没有的' }];
      expect(says(register, key, rows, { others: { items } })).toEqual([
        [3, '没有“盒”这个单位，请填“包”或“箱”'],
      ]);
    },
  );
});

describe('who fills one column fills the other', () => {
  test.each(rulesOf('together-'))(
    '%s',
    (_, register, { key, columns: [given = '', needs = ''] }) => {
      const rows = [{ [given]: '5', [needs]: '5' }, { [needs]: '5' }, {}, { [given]: '5' }];
      expect(placesOf(says(register, key, rows))).toEqual([3]);
    },
  );
});
