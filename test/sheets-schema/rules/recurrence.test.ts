import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hazards } from '#schema/registers/safety/hazards.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { findingsOf, rowsOf, ruleOf } from '../made.ts';
import { testLaws } from './laws.ts';

const hazard = (reported: string, mended?: string, what = '地面积水', place = '洗衣房') => ({
  reported: `${reported}T08:00:00`,
  ...(mended === undefined ? {} : { mended: `${mended}T16:00:00` }),
  what,
  place,
});
const says = (...rows: readonly ReturnType<typeof hazard>[]) =>
  findingsOf(ruleOf(hazards, 'recurrence-reported-mended'), hazards, rowsOf(...rows)).map(
    ({ place, says: message }) => [place, message],
  );

describe('the same hazard back', () => {
  test('within 30 days of its mending', () => {
    expect(says(hazard('2026-10-01', '2026-10-02'), hazard('2026-11-01'))).toEqual([
      [1, '同一隐患30天前刚改好，请查原因'],
    ]);
  });

  test('not a day later', () => {
    expect(says(hazard('2026-10-01', '2026-10-02'), hazard('2026-11-02'))).toEqual([]);
  });

  test('the words may differ in signs, the place may not', () => {
    const first = hazard('2026-10-01', '2026-10-02', '地面积水。');
    expect(says(first, hazard('2026-10-05', undefined, '地面 积水！'))).toHaveLength(1);
    expect(says(first, hazard('2026-10-05', undefined, '地面积水', '食堂'))).toEqual([]);
  });

  test('reported twice while it is open is not back', () => {
    expect(says(hazard('2026-10-01'), hazard('2026-10-02'))).toEqual([]);
  });

  test('its own mending is not its coming back', () => {
    expect(says(hazard('2026-10-01', '2026-10-01'))).toEqual([]);
  });

  test('a row whose mending was entered before its report is not its own return', () => {
    expect(says(hazard('2026-10-05', '2026-10-02'))).toEqual([]);
  });

  test('what was seen at the very moment of a mending was seen before it', () => {
    const at = '2026-10-05T08:00:00';
    const first = { ...hazard('2026-10-01'), mended: at };
    const second = { ...hazard('2026-10-05'), reported: at };
    for (const rows of [
      [first, second],
      [second, first],
    ])
      expect(says(...rows)).toEqual([]);
  });

  test('what is nowhere and nothing does not come back', () => {
    const blank = hazard('2026-10-01', '2026-10-02', '', '');
    expect(says(blank, { ...blank, reported: '2026-10-05T08:00:00' })).toEqual([]);
  });

  test('whichever row was typed first', () => {
    expect(says(hazard('2026-10-05'), hazard('2026-10-01', '2026-10-02'))).toEqual([
      [0, '同一隐患3天前刚改好，请查原因'],
    ]);
  });
});

test('a repair on the afternoon of the day on which it was done', () => {
  const rows = rowsOf(
    {
      reported: '2026-11-20T08:00:00',
      done: '2026-11-20T10:00:00',
      place: '门卫室',
      fault: '灯坏',
    },
    { reported: '2026-11-20T14:00:00', place: '门卫室', fault: '灯坏' },
  );
  expect(
    findingsOf(ruleOf(repairs, 'recurrence-reported-done'), repairs, rows).map(
      ({ place, says: message }) => [place, message],
    ),
  ).toEqual([[1, '同样故障0天前刚修过，请查原因']]);
});

const anyHazard = fc
  .tuple(
    fc.constantFrom('2026-09-01', '2026-10-01', '2026-11-01'),
    fc.constantFrom('2026-09-10', '2026-10-20', undefined),
    fc.constantFrom('地面积水', '灯管松动'),
  )
  .map(([reported, mended, what]) => hazard(reported, mended, what));

testLaws({
  rule: ruleOf(hazards, 'recurrence-reported-mended'),
  register: hazards,
  rows: fc.array(anyHazard, { maxLength: 5 }),
  unrelated: anyHazard.map((one) => ({ ...one, place: '食堂' })),
});
