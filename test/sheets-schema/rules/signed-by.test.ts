import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choice, moment, text } from '#schema/columns.ts';
import { valueAt } from '#schema/row.ts';
import { signedBy } from '#schema/rules/signed-by.ts';
import { findingsOf, row, rowsOf } from '../made.ts';
import { testLaws } from './laws.ts';
import { smallRegister } from './small-register.ts';

const columns = {
  happened: moment({ zh: '发放时间', en: 'Handed out' }),
  to: choice(
    { zh: '去向', en: 'To' },
    { office: { zh: '科室', en: '' }, waste: { zh: '报废', en: '' } },
  ),
  signer: text({ zh: '签收人', en: 'Signed by' }),
};
const rule = signedBy({
  by: 'signer',
  happened: 'happened',
  columns: ['to'],
  within: () => 3,
  applies: (one) => valueAt(one, 'to') !== 'waste',
  message: { zh: '三天没签收，请补签', en: '' },
});
const handedOut = smallRegister(columns, rule);
const says = (happened: string, signer?: string, to = 'office') =>
  findingsOf(rule, handedOut, rowsOf({ happened, signer, to })).map(
    ({ column, severity, says: said }) => [column, severity, said],
  );

describe('what was handed out', () => {
  test('may wait three days for its signature', () => {
    expect(says('2026-11-21T08:00:00')).toEqual([]);
    expect(says('2026-11-20T23:59:00')).toEqual([['signer', 'must', '三天没签收，请补签']]);
  });

  test('is signed by a name, not by a space', () => {
    expect(says('2026-11-02T08:00:00', '周敏')).toEqual([]);
    expect(says('2026-11-02T08:00:00', ' ')).toHaveLength(1);
  });

  test('need not be signed when nobody took it, or when nobody knows since when', () => {
    expect(says('2026-11-02T08:00:00', undefined, 'waste')).toEqual([]);
    expect(says('')).toEqual([]);
  });

  test('with a name that cannot be read is told elsewhere', () => {
    const unreadable = [{ column: 'signer', shown: '#REF!', problem: { zh: '请重填', en: '' } }];
    const unread = row(0, { happened: '2026-11-02T08:00:00' }, unreadable);
    expect(findingsOf(rule, handedOut, [unread])).toEqual([]);
    const other = row(0, { happened: '2026-11-02T08:00:00' }, [
      { column: 'to', shown: '？', problem: { zh: '请选', en: '' } },
    ]);
    expect(findingsOf(rule, handedOut, [other])).toHaveLength(1);
  });

  test('without a time of grace is late on the next day', () => {
    const message = { zh: '没签名', en: '' };
    const sameDay = signedBy({ by: 'signer', happened: 'happened', message });
    expect(sameDay.columns).toEqual(['signer', 'happened']);
    expect(rule.columns).toEqual(['signer', 'happened', 'to']);
    const rows = rowsOf({ happened: '2026-11-24' }, { happened: '2026-11-23T20:00:00' });
    expect(findingsOf(sameDay, handedOut, rows).map(({ place }) => place)).toEqual([1]);
  });
});

const anyRow = fc.record({
  happened: fc.constantFrom('2026-11-10T08:00:00', '2026-11-20T08:00:00', '2026-11-24T08:00:00'),
  signer: fc.constantFrom('周敏', '方老师', undefined),
  to: fc.constantFrom('office', 'waste'),
});

testLaws({
  rule,
  register: handedOut,
  rows: fc.array(anyRow, { maxLength: 3 }),
  unrelated: anyRow,
});
