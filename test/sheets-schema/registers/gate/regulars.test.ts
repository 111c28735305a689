import { describe, expect, test } from 'vitest';
import { regulars } from '#schema/registers/gate/regulars.ts';
import { measured, says } from '../../said.ts';

const regular = (tag: string, more = {}) => ({
  tag,
  name: '周广发',
  phone: '13800008812',
  plate: '鲁B3K21',
  firm: '绿源蔬菜批发部',
  reason: 'delivery',
  until: '2027-01-22',
  ...more,
});

describe('常客名单', () => {
  test('the tag has the last digits of phone or plate, by which a guard finds it', () => {
    const rows = [
      regular('8812 送菜老周'),
      regular('k21 送菜老周'),
      regular('送菜老周'),
      regular('老秦', { phone: undefined, plate: undefined }),
    ];
    expect(says(regulars, 'no-tail', rows)).toEqual([[2, '请在常客名里写电话或车牌尾号']]);
  });

  test('two regulars have two tags', () => {
    const rows = [regular('8812 老周'), regular('８８１２ 老周')];
    expect(says(regulars, 'unique-tag', rows).map(([place]) => place)).toEqual([1]);
  });

  test('is asked about a week before it ends, unless stopped', () => {
    const rows = [
      regular('1', { until: '2026-11-23' }),
      regular('2', { until: '2026-12-01' }),
      regular('3', { until: '2026-12-02' }),
      regular('4', { until: '2026-11-01', stopped: true }),
    ];
    expect(says(regulars, 'expiry-until', rows)).toEqual([
      [0, '常客11月23日已到期，请核实后续期或停用'],
      [1, '常客12月1日到期，请核实后续期'],
    ]);
    expect(measured(regulars, 'regulars', rows)).toBe(3);
  });

  test('can be reached', () => {
    const rows = [regular('8812'), regular('8812', { firm: undefined })];
    expect(says(regulars, 'needed-reachable', rows)).toEqual([[1, '常客，请补填单位']]);
  });
});
