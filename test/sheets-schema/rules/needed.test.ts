import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairs } from '#schema/registers/service/repairs.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import { needed } from '#schema/rules/needed.ts';
import { findingsOf, row, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

describe('what a row needs once it has come so far', () => {
  const rule = ruleOf(repairs, 'needed-done');

  test('a repair that is done: time, worker, labour and parts, one at a time', () => {
    const done = { state: 'done', done: '2026-11-20T10:00:00', worker: '王大勇' };
    expect(
      findingsOf(
        rule,
        repairs,
        rowsOf(
          { state: 'done' },
          done,
          { ...done, labour: 0.5 },
          { ...done, labour: 0, parts: '无' },
        ),
      ).map(({ place, column, says }) => [place, column, says]),
    ).toEqual([
      [0, 'done', '已修好，请补填修好时间'],
      [1, 'labour', '已修好，请补填工时'],
      [2, 'parts', '已修好，请补填所用配件'],
    ]);
  });

  test('while it is being repaired nothing is needed', () => {
    expect(findingsOf(rule, repairs, rowsOf({ state: 'working' }, {}))).toEqual([]);
  });

  test('a cell that cannot be read is told by its own rule', () => {
    const done = row(0, { state: 'done', worker: '王大勇', labour: 1, parts: '无' }, [
      { column: 'done', shown: '昨天', problem: { zh: '请填日期时间', en: '' } },
    ]);
    expect(findingsOf(rule, repairs, [done])).toEqual([]);
  });
});

describe('出库', () => {
  const rule = ruleOf(movements, 'needed-out');

  test('needs a recipient and a department', () => {
    const rows = rowsOf(
      { direction: 'out', department: '保洁' },
      { direction: 'out', recipient: '杨玉珍', department: ' ' },
      { direction: 'out', recipient: '杨玉珍', department: '保洁' },
      { direction: 'in' },
    );
    expect(findingsOf(rule, movements, rows).map(({ place, says }) => [place, says])).toEqual([
      [0, '出库，请补填领用人'],
      [1, '出库，请补填领用部门'],
    ]);
  });
});

describe('a rule for any register', () => {
  const odd = needed({
    key: 'odd',
    columns: ['gone', 'lost'],
    reads: [],
    when: () => true,
    because: { zh: '有事', en: 'Something' },
  });

  test('a column that the register does not have is named by its key', () => {
    expect(findingsOf(odd, movements, rowsOf({})).map(({ says }) => says)).toEqual([
      '有事，请补填gone',
    ]);
  });

  test('another cell that cannot be read does not stand for this one', () => {
    const problem = { zh: '看不懂', en: '' };
    const half = row(0, {}, [{ column: 'gone', shown: '？', problem }]);
    expect(findingsOf(odd, movements, [half]).map(({ column }) => column)).toEqual(['lost']);
  });
});

const anyRepair = fc.record({
  state: fc.constantFrom('done', 'working'),
  done: fc.constantFrom('2026-11-20T10:00:00', undefined),
  worker: fc.constantFrom('王大勇', undefined),
  labour: fc.constantFrom(0, 1),
  parts: fc.constantFrom('无', ' ', undefined),
});

testLaws({
  rule: ruleOf(repairs, 'needed-done'),
  register: repairs,
  rows: fc.array(anyRepair, { maxLength: 3 }),
  unrelated: anyRepair,
});
