import { describe, expect, test } from 'vitest';
import { cleaning } from '#schema/registers/safety/cleaning.ts';
import { measured, says } from '../../said.ts';

const clean = (day: string, kind = 'bigClean', more = {}) => ({
  day: `2026-11-${day}`,
  kind,
  area: '教学楼',
  cleaner: '徐美芳',
  checker: '周敏',
  result: 'passed',
  ...more,
});

describe('卫生检查', () => {
  test('a week without its check, a week without its big clean', () => {
    const rows = [
      clean('02'),
      clean('05', 'check'),
      clean('09'),
      clean('12', 'check'),
      clean('20', 'check'),
    ];
    expect(says(cleaning, 'cadence-kind', rows)).toEqual([
      ['weekly 2026-11-16 保洁班长', '11月16日那周没有大扫除，请补登记'],
    ]);
    expect(says(cleaning, 'cadence-kind', [...rows.slice(0, 4), clean('16')])).toEqual([
      ['weekly 2026-11-16 后勤副主任', '11月16日那周没有卫生检查，请补登记'],
    ]);
    expect(says(cleaning, 'cadence-kind', [...rows, clean('18')])).toEqual([]);
  });

  test('what failed says what, and is cleaned again the next day', () => {
    const bad = { result: 'failed', found: '窗台积灰' };
    expect(
      says(cleaning, 'needed-failed', [clean('20', 'check', { result: 'failed' })]),
    ).toHaveLength(1);
    expect(
      says(cleaning, 'deadline-day-mended', [
        clean('20', 'check', bad),
        clean('20', 'check', { ...bad, mended: '2026-11-21' }),
        clean('20', 'check', { ...bad, mended: '2026-11-22' }),
        clean('20', 'check'),
      ]),
    ).toEqual([
      [0, '不合格超1天没重扫，请重新打扫'],
      [2, '重扫晚于1天，请核对日期'],
    ]);
  });

  test('a check has a checker, who is not the cleaner', () => {
    expect(
      says(cleaning, 'needed-checked', [
        clean('20', 'check', { checker: undefined }),
        clean('23', 'bigClean', { checker: undefined }),
      ]),
    ).toEqual([[0, '检查，请补填检查人']]);
    expect(
      says(cleaning, 'second-person-checker', [clean('20', 'check', { checker: '徐美芳' })]),
    ).toEqual([[0, '徐美芳自己扫自己查，请换人检查']]);
  });

  test('entries, passed, weeks kept', () => {
    const rows = [clean('02'), clean('05', 'check', { result: 'failed' }), clean('09')];
    expect([measured(cleaning, 'entries', rows), measured(cleaning, 'passed', rows)]).toEqual([
      3,
      [2, 3],
    ]);
    expect(measured(cleaning, 'kept', rows)).toEqual([3, 6]);
  });
});
