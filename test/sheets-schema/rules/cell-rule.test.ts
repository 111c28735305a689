import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from '#schema/columns.ts';
import { defineRegister } from '#schema/register.ts';
import { textAt } from '#schema/row.ts';
import { cellRule } from '#schema/rules/cell-rule.ts';
import { findingsOf, rowsOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const shouting = {
  key: 'shouting',
  columns: ['note', 'answer'],
  catches: { zh: '写得太急', en: 'Shouted' },
  finds: () => (row, name, column) =>
    textAt(row, name).endsWith('！')
      ? { severity: 'look', message: { zh: `${column.title.zh}别喊`, en: '' } }
      : undefined,
} satisfies Parameters<typeof cellRule>[0];
const rule = cellRule(shouting);
const notes = defineRegister({
  key: 'notes',
  title: { zh: '便条', en: 'Notes' },
  purpose: { zh: '试规则', en: 'To try a rule' },
  workbook: 'people',
  columns: {
    note: text({ zh: '说明', en: 'Note' }),
    answer: text({ zh: '答复', en: 'Answer' }),
  },
  rules: [],
  figures: {},
  demo: () => [],
});

describe('a rule that looks at each cell of some columns', () => {
  test('finds each of them, with the column where it stands', () => {
    const rows = rowsOf({ note: '快修！', answer: '好！' }, { note: '快修' }, { answer: '好！' });
    expect(findingsOf(rule, notes, rows)).toEqual([
      { column: 'note', severity: 'look', says: '说明别喊', place: 0 },
      { column: 'answer', severity: 'look', says: '答复别喊', place: 0 },
      { column: 'answer', severity: 'look', says: '答复别喊', place: 2 },
    ]);
  });

  test('leaves alone a column that the register does not have', () => {
    const gone = cellRule({ ...shouting, columns: ['gone', 'note'] });
    expect(findingsOf(gone, notes, rowsOf({ gone: '快！', note: '快！' }))).toHaveLength(1);
  });

  test('reads no other register unless it says so', () => {
    expect([rule.reads, cellRule({ ...shouting, reads: ['people'] }).reads]).toEqual([
      [],
      ['people'],
    ]);
  });
});

const anyRow = fc.record({
  note: fc.constantFrom('快修！', '快修', undefined),
  answer: fc.constantFrom('好！', undefined),
});

testLaws({
  rule,
  register: notes,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
  world: worldWith({}),
});
