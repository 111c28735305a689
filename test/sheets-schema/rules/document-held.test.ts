import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { text } from '#schema/columns.ts';
import { textAt } from '#schema/row.ts';
import { documentHeld } from '#schema/rules/document-held.ts';
import { findingsOf, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  document: text({ zh: '保管证件', en: 'Document held' }),
  note: text({ zh: '备注', en: 'Note' }),
};
const holding = (mayHold: boolean) =>
  documentHeld({
    document: 'document',
    note: 'note',
    isHeld: (row) => textAt(row, 'document') !== '',
    mayHold: () => mayHold,
  });
const rule = holding(false);
const gate = smallRegister(columns, rule);
const columnsFound = (values: { document?: string; note?: string }, one = rule) =>
  findingsOf(one, gate, rowsOf(values)).map(({ column }) => column);

describe('a document held at the gate', () => {
  test('is handed back, unless the school has switched holding on', () => {
    expect(columnsFound({ document: '工作证' })).toEqual(['document']);
    expect(columnsFound({ document: '工作证' }, holding(true))).toEqual([]);
  });

  test('is never an identity card, whatever the school has switched on', () => {
    for (const note of ['押身份证一张', '扣了他的身份证', '身份证已留存', '身份证暂扣门卫'])
      expect([note, columnsFound({ note }, holding(true))]).toEqual([note, ['note']]);
  });

  test('a card that was only looked at is not held', () => {
    for (const note of ['看过身份证', '没带身份证', '身份证未扣留', '已核对身份证，未扣'])
      expect([note, columnsFound({ note })]).toEqual([note, []]);
  });
});

const anyRow = fc.record({
  document: fc.constantFrom('工作证', undefined),
  note: fc.constantFrom('押身份证', '看过身份证', undefined),
});

testLaws({ rule, register: gate, rows: fc.array(anyRow, { maxLength: 3 }), unrelated: anyRow });
