import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { contractors } from '#schema/registers/safety/contractors.ts';
import type { Values } from '#schema/row.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';

const rule = ruleOf(contractors, 'met-without-pass');
const met = (day: string, more: object = {}) => ({
  seen: `2026-11-${day}T10:00:00`,
  point: '东门内侧',
  state: 'noPass',
  ...more,
});
const admitted = (from: string, pass: string | undefined = 'SG-1') => ({
  from: `2026-11-${from}`,
  until: '2026-12-30',
  pass,
});
const says = (
  patrols: readonly ReturnType<typeof met>[],
  rows: readonly Values<Columns>[] = [],
) => {
  const list = rowsOf(...rows);
  const world = worldWith({ patrols: rowsOf(...patrols), contractors: list });
  return findingsOf(rule, contractors, list, world);
};

describe('a contractor whom a patrol met without a pass', () => {
  test('is given one or sent away; the finding is about the patrol', () => {
    const [patrol] = rowsOf(met('20'));
    expect(says([met('20')])).toEqual([
      {
        severity: 'must',
        about: patrol?.id,
        says: '11月20日东门内侧有人无证施工，请补办或清退',
        place: undefined,
      },
    ]);
  });

  test('is looked back for a week', () => {
    expect(says([met('18')])).toHaveLength(1);
    expect(says([met('17')])).toEqual([]);
    expect(says([met('24')])).toHaveLength(1);
  });

  test('was given a pass for that day, or is asked about still', () => {
    expect(says([met('20')], [admitted('20')])).toEqual([]);
    expect(says([met('20')], [admitted('19'), admitted('21')])).toHaveLength(1);
    expect(says([met('20')], [{ ...admitted('20'), pass: undefined }])).toHaveLength(1);
  });

  test('one patrol that met nobody, or something else, is none', () => {
    expect(says([met('20', { state: 'normal' }), met('20', { state: 'stranger' })])).toEqual([]);
    expect(says([met('20', { seen: undefined })])).toEqual([]);
  });
});

const anyContractor = fc.record({
  from: fc.constantFrom('2026-11-20', '2026-11-21'),
  until: fc.constant('2026-12-30'),
  pass: fc.constantFrom('SG-1', undefined),
});

testLaws({
  rule,
  register: contractors,
  rows: fc.array(anyContractor, { maxLength: 3 }),
  unrelated: anyContractor.map((one) => ({ ...one, from: '2026-11-11' })),
  world: worldWith({ patrols: rowsOf(met('20'), met('22', { state: 'normal' })) }),
});
