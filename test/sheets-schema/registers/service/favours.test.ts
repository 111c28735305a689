import { describe, expect, test } from 'vitest';
import { favours } from '#schema/registers/service/favours.ts';
import { measured, planned, says } from '../../said.ts';

/** Now is Tuesday 24 November 2026 at nine. */
const favour = (more = {}) => ({
  helped: '2026-11-10T12:00:00',
  kind: 'lock',
  what: '钥匙锁在屋里',
  by: '赵永福',
  ...more,
});
const promise = (more = {}) => favour({ promise: '装一盏灯', ...more });

describe('便民服务', () => {
  test('a promise without follow-up: past its day, or a week when none was named', () => {
    const rows = [
      promise({ due: '2026-11-23' }),
      promise({ due: '2026-11-24' }),
      promise({ helped: '2026-11-16T12:00:00' }),
      promise({ helped: '2026-11-17T12:00:00' }),
      promise({ kept: '2026-11-20' }),
      favour(),
    ];
    expect(says(favours, 'promise-forgotten', rows)).toEqual([
      [0, '答应的事过了1天，请办好填日期'],
      [2, '答应的事过了1天，请办好填日期'],
    ]);
  });

  test('somebody is told of a trip to hospital; nobody climbs alone', () => {
    const ill = favour({ kind: 'hospital' });
    expect(says(favours, 'needed-hospital', [ill, { ...ill, told: '家长' }, favour()])).toEqual([
      [0, '送医要告知，请补填通知了谁'],
    ]);
    const climb = favour({ kind: 'window' });
    const rows = [climb, { ...climb, beside: '魏长青' }, { ...climb, beside: '赵永福' }];
    expect(says(favours, 'needed-climbed', rows)).toEqual([[0, '登高要有人扶，请补填在旁的人']]);
    expect(says(favours, 'second-person-beside', rows)).toEqual([
      [2, '在旁的人就是本人，请填另一人'],
    ]);
  });

  test('favours, trips and promises kept', () => {
    const rows = [
      favour({ kind: 'hospital', times: 3 }),
      favour(),
      promise({ due: '2026-11-20', kept: '2026-11-20' }),
      promise({ due: '2026-11-20', kept: '2026-11-21' }),
      promise({ due: '2026-11-30' }),
    ];
    expect(measured(favours, 'favours', rows)).toBe(7);
    expect(measured(favours, 'hospital', rows)).toBe(3);
    expect(measured(favours, 'promised', rows)).toBe(3);
    expect(measured(favours, 'keptPromises', rows)).toEqual([1, 2]);
  });

  test('open promises in the plan, by their day', () => {
    const rows = [promise({ due: '2026-12-10' }), promise(), promise({ kept: '2026-11-11' })];
    expect(planned(favours, rows)).toEqual([
      ['办好答应的事：装一盏灯', '赵永福', '2026-12-10'],
      ['办好答应的事：装一盏灯', '赵永福', '2026-12-01'],
    ]);
    expect(planned(favours, [promise({ due: '2027-01-10' })])).toEqual([]);
  });
});
