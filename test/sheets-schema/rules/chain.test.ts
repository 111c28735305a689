import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, text } from '#schema/columns.ts';
import { chain } from '#schema/rules/chain.ts';
import { findingsOf, row, rowsOf, worldWith } from '../made.ts';
import { propertyRuns, testLaws, written } from './laws.ts';
import { smallRegister } from './small-register.ts';

const broken = (name: string) => ({ zh: `没有${name}这张单`, en: '' });
const fromRequest = chain({ link: 'source', to: 'requests', message: { broken } });
const columns = {
  number: code({ zh: '单号', en: 'Number' }),
  source: text({ zh: '来源', en: 'Source' }),
};
const receipts = smallRegister(columns, fromRequest, { key: 'receipts', label: 'number' });
const requests = smallRegister({ number: columns.number, source: columns.source }, fromRequest, {
  key: 'requests',
  label: 'number',
});
const known = rowsOf({ number: 'SG-1124-1' }, { number: 'SG-1124-2' });
const world = worldWith({ requests: known }, { of: [receipts, requests] });
const says = (...sources: readonly (string | undefined)[]) =>
  findingsOf(fromRequest, receipts, rowsOf(...sources.map((source) => ({ source }))), world).map(
    ({ place, column, severity, says: message }) => [place, column, severity, message],
  );

describe('a link', () => {
  test('to a row that is not there', () => {
    expect(says('SG-1124-1', 'SG-1124-3')).toEqual([[1, 'source', 'must', '没有SG-1124-3这张单']]);
  });

  test('by the label in any case and width, or by the id', () => {
    expect(says('sg-1124-1', ' ＳＧ-1124-2', known[1]?.id)).toEqual([]);
  });

  test('that is blank says nothing', () => {
    expect(says(undefined, '', ' ')).toEqual([]);
  });

  test('into a register that is switched off says nothing; into an empty one it is broken', () => {
    const rows = rowsOf({ source: 'SG-1124-1' });
    const off = worldWith({ requests: known }, { of: [receipts] });
    expect(findingsOf(fromRequest, receipts, rows, off)).toEqual([]);
    const empty = worldWith({}, { of: [receipts, requests] });
    expect(findingsOf(fromRequest, receipts, rows, empty)).toHaveLength(1);
  });

  test('into a register whose rows have no name goes by the id alone', () => {
    const nameless = smallRegister(columns, fromRequest, { key: 'requests' });
    const there = worldWith({ requests: known }, { of: [receipts, nameless] });
    const rows = rowsOf({ source: 'SG-1124-1' }, { source: known[0]?.id });
    expect(findingsOf(fromRequest, receipts, rows, there).map(({ place }) => place)).toEqual([0]);
  });

  test('it reads the other register, and the column of the link', () => {
    expect(fromRequest.reads).toEqual(['requests']);
    expect(fromRequest.columns).toEqual(['source']);
  });
});

const loop = { zh: '绕回来了', en: '' };
const replaced = chain({ link: 'source', to: 'receipts', loops: true, message: { broken, loop } });
const follow = (...links: readonly (readonly [string, string?])[]) =>
  findingsOf(
    replaced,
    receipts,
    rowsOf(...links.map(([number, source]) => ({ number, source }))),
  ).map(({ place, column, severity, says: message }) => [place, column, severity, message]);

describe('a chain within one register', () => {
  test('ends somewhere', () => {
    expect(follow(['A', 'B'], ['B', 'C'], ['C'], ['D', 'B'])).toEqual([]);
  });

  test('does not lead back: of a loop the row written last gets the finding', () => {
    const found = [[2, 'source', 'must', '绕回来了']];
    expect(follow(['A', 'B'], ['B', 'C'], ['C', 'A'])).toEqual(found);
    expect(follow(['A', 'C'], ['B', 'A'], ['C', 'B'], ['D', 'A'])).toEqual(found);
  });

  test('nor to the row itself', () => {
    expect(follow(['A'], ['B', 'b'])).toEqual([[1, 'source', 'must', '绕回来了']]);
  });

  test('two loops are two findings, and a broken link is one beside them', () => {
    expect(
      follow(['A', 'B'], ['B', 'A'], ['C', 'D'], ['D', 'C'], ['E', 'F']).map(
        ([place, , , says]) => [place, says],
      ),
    ).toEqual([
      [4, '没有F这张单'],
      [1, '绕回来了'],
      [3, '绕回来了'],
    ]);
  });

  test('of two rows with one name the first written is meant', () => {
    expect(follow(['A', 'B'], ['B'], ['B', 'A'])).toEqual([]);
    expect(follow(['A', 'B'], ['B', 'A'], ['B'])).toHaveLength(1);
  });

  test('loops are looked for only when that was asked, and have a sentence of their own', () => {
    const rows = rowsOf({ number: 'A', source: 'A' });
    const plain = chain({ link: 'source', to: 'receipts', message: { broken } });
    expect(findingsOf(plain, receipts, rows)).toEqual([]);
    const asked = chain({ link: 'source', to: 'receipts', loops: true, message: { broken } });
    expect(findingsOf(asked, receipts, rows).map(({ says: said }) => said)).toEqual([
      '绕了一圈又回到自己，请改来源',
    ]);
    const across = chain({ link: 'source', to: 'requests', loops: true, message: { broken } });
    const same = worldWith({ requests: rows }, { of: [receipts, requests] });
    expect(findingsOf(across, receipts, rows, same)).toEqual([]);
  });
});

const anyLink = fc.record({
  number: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  source: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F', undefined),
});

describe('by chance', () => {
  testLaws({
    rule: replaced,
    register: receipts,
    rows: fc.array(anyLink, { maxLength: 5 }),
    unrelated: fc.record({ number: fc.constant('X'), source: fc.constantFrom('X', undefined) }),
  });

  test('breaking each loop where it is told leaves none', () => {
    fc.assert(
      fc.property(fc.array(anyLink, { maxLength: 8 }), (values) => {
        const rows = written(values);
        const told = new Set(
          replaced.check(receipts, rows, worldWith({})).map(({ row: id }) => id),
        );
        const mended = rows.map((one) =>
          told.has(one.id) ? { ...one, values: { ...one.values, source: undefined } } : one,
        );
        expect(replaced.check(receipts, mended, worldWith({}))).toEqual([]);
      }),
      propertyRuns,
    );
  });

  test('a loop is where walking on never ends', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyLink, { selector: ({ number }) => number }), (values) => {
        const next = new Map<string, string | undefined>(
          values.map(({ number, source }) => [number, source]),
        );
        const returns = values.filter(({ number }) => {
          let at: string | undefined = next.get(number);
          for (let steps = 0; steps < 9 && at !== undefined && at !== number; steps++)
            at = next.get(at);
          return at === number;
        });
        const loops = replaced
          .check(receipts, written(values), worldWith({}))
          .filter(({ message }) => message.zh === loop.zh);
        expect(loops.length > 0).toBe(returns.length > 0);
        expect(loops.length).toBeLessThanOrEqual(returns.length);
        for (const found of loops)
          expect(returns).toContain(
            values[written(values).findIndex(({ id }) => id === found.row)],
          );
      }),
      propertyRuns,
    );
  });
});

test('long chains are walked once', () => {
  const rows = Array.from({ length: 20_000 }, (_, place) =>
    row(place, { number: `N${place}`, source: `N${place + 1}` }),
  );
  const long = [...rows, row(20_000, { number: 'N20000', source: 'N0' })];
  expect(findingsOf(replaced, receipts, long).map(({ place }) => place)).toEqual([20_000]);
});
