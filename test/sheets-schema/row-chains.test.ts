import { describe, expect, test } from 'vitest';
import { isInChain } from '#schema/calculations/row-chain.ts';
import { registers } from '#schema/registers/index.ts';
import { frameRules } from '#schema/rules/frame.ts';

const happens = new Map(
  registers.filter(({ happened }) => happened !== undefined).map((one) => [one.key, one]),
);

/** Each column by which a row names the row it came from. */
const links = [...happens.values()].flatMap((register) =>
  Object.entries(register.columns).flatMap(([column, { kind, ...rest }]) =>
    (kind === 'reference' || kind === 'rowLink') && 'to' in rest && happens.has(rest.to)
      ? [{ register, column, kind, to: rest.to }]
      : [],
  ),
);

describe('chains of rows', () => {
  test('lead from an accident or an inspection over hazard and repair to parts and stock', () => {
    const named = links.map(({ register, to }) => `${register.key} → ${to}`);
    for (const step of [
      'quotes → purchaseRequests',
      'orders → purchaseRequests',
      'receipts → orders',
      'movements → receipts',
      'payments → receipts',
      'hazards → inspections',
      'accidents → hazards',
      'repairs → hazards',
      'repairParts → repairs',
      'movements → repairs',
    ])
      expect(named).toContain(step);
  });

  test('are found broken, whichever column they hang on', () => {
    for (const { register, column, kind } of links) {
      const watching = [...frameRules(register), ...register.rules].filter(
        ({ key, columns }) =>
          key === (kind === 'reference' ? 'unlisted' : `chain-${column}`) &&
          columns.includes(column),
      );
      expect([register.key, column, watching.length]).toEqual([register.key, column, 1]);
    }
  });

  test('cannot lead back to where they began: no register comes from one that comes from it', () => {
    const next = Map.groupBy(links, ({ register }) => register.key);
    const reaches = (from: string, path: readonly string[]): string[] =>
      (next.get(from) ?? []).flatMap(({ to }) =>
        path.includes(to) ? [[...path, to].join(' → ')] : reaches(to, [...path, to]),
      );
    const loops = [...next.keys()].flatMap((key) => reaches(key, [key]));
    expect(loops).toEqual([]);
  });

  test('give their registers the link that opens a row’s chain', () => {
    for (const { register } of links) expect(isInChain(register, registers)).toBe(true);
    const people = registers.find(({ key }) => key === 'people');
    expect(people && isInChain(people, registers)).toBe(false);
  });
});
