import { describe, expect, test } from 'vitest';
import { lostAndFound } from '#schema/registers/service/lost-and-found.ts';
import { measured, planned, says } from '../../said.ts';

/** Now is Tuesday 24 November 2026 at nine. */
const thing = (more = {}) => ({
  found: '2026-11-20T12:00:00',
  kind: 'clothes',
  what: '外套',
  keeper: '唐志刚',
  state: 'kept',
  ...more,
});

describe('失物招领', () => {
  test('valuables are handed on within a day; a purse of clothes with cash in it too', () => {
    const rows = [
      thing({ kind: 'phone', found: '2026-11-23T08:59:00' }),
      thing({ kind: 'phone', found: '2026-11-23T09:00:00' }),
      thing({ amount: 5 }),
      thing({ kind: 'wallet', state: 'handedOn' }),
      thing(),
    ];
    expect(says(lostAndFound, 'valuable-kept', rows)).toEqual([
      [0, '贵重失物没上交，请交保卫处'],
      [2, '贵重失物没上交，请交保卫处'],
    ]);
  });

  test('unclaimed for more than 45 days', () => {
    const on = (day: string, more = {}) => thing({ found: `${day}T12:00:00`, ...more });
    const rows = [on('2026-10-09'), on('2026-10-10'), on('2026-10-09', { state: 'claimed' })];
    expect(says(lostAndFound, 'unclaimed', rows)).toEqual([[0, '46天没人认领，请再公告或处理']]);
  });

  test('who took it, to whom it went, what became of it, how much it was', () => {
    const asks = (rule: string, more: object) => says(lostAndFound, rule, [thing(more)]);
    const claimed = { state: 'claimed', claimed: '2026-11-21T12:00:00' };
    expect(asks('needed-claimed', claimed)).toEqual([[0, '已认领，请补填认领人']]);
    expect(asks('needed-claimed', { ...claimed, claimant: '失主' })).toEqual([]);
    expect(asks('needed-handed-on', { state: 'handedOn' })).toEqual([
      [0, '已上交，请补填上交时间'],
    ]);
    expect(asks('needed-disposed', { state: 'disposed' })).toEqual([[0, '已处理，请补填如何处理']]);
    expect(asks('needed-cash', { kind: 'cash' })).toEqual([[0, '捡到现金，请补填金额']]);
    expect(asks('needed-cash', { kind: 'cash', amount: 10 })).toEqual([]);
  });

  test('valuables are not ours to give away; clothes may go', () => {
    const rows = [thing({ kind: 'papers', state: 'disposed' }), thing({ state: 'disposed' })];
    expect(says(lostAndFound, 'valuable-disposed', rows)).toEqual([
      [0, '贵重失物不能自行处理，请上交'],
    ]);
  });

  test('claimed and handed on after it was found', () => {
    const before = '2026-11-19T12:00:00';
    expect(says(lostAndFound, 'in-order-found-claimed', [thing({ claimed: before })])).toHaveLength(
      1,
    );
    expect(
      says(lostAndFound, 'in-order-found-handedOn', [thing({ handedOn: before })]),
    ).toHaveLength(1);
  });

  test('found, claimed, cash', () => {
    const rows = [thing({ state: 'claimed' }), thing({ kind: 'cash', amount: 100.5 }), thing()];
    expect(measured(lostAndFound, 'found', rows)).toBe(3);
    expect(measured(lostAndFound, 'returned', rows)).toEqual([1, 3]);
    expect(measured(lostAndFound, 'cash', rows)).toBe(100.5);
  });

  test('what is still kept is announced next month', () => {
    expect(planned(lostAndFound, [thing(), thing(), thing({ state: 'claimed' })])).toEqual([
      ['公告并清理失物2件', '保安队长', '2026-12-31'],
    ]);
    expect(planned(lostAndFound, [thing({ state: 'claimed' })])).toEqual([]);
  });
});
