import { describe, expect, test } from 'vitest';
import { discarded } from '#schema/registers/canteen/discarded.ts';
import { measured, says } from '../../said.ts';

const away = (more = {}) => ({
  discarded: '2026-11-20T07:30:00',
  what: '豆腐',
  reason: 'spoiled',
  weight: 5,
  worth: 20,
  how: 'destroyed',
  by: '朱丽华',
  witness: '林小梅',
  ...more,
});

describe('废弃食品', () => {
  test('before a witness, who is somebody else', () => {
    const rows = [away(), away({ witness: undefined }), away({ witness: '朱丽华' })];
    expect(says(discarded, 'needed-witnessed', rows)).toEqual([
      [1, '处理食品要两人，请补填见证人'],
    ]);
    expect(says(discarded, 'second-person-witness', rows)).toEqual([
      [2, '见证人就是处理人，请换人'],
    ]);
  });

  test('what is doubtful, or anything else, is explained', () => {
    const rows = [
      away({ reason: 'doubtful' }),
      away({ reason: 'other', detail: '停电' }),
      away({ reason: 'expired' }),
    ];
    expect(says(discarded, 'needed-explained', rows)).toEqual([[0, '可疑或其他原因，请补填说明']]);
  });

  test('the same again within forty days', () => {
    const rows = [
      away({ discarded: '2026-10-01T07:00:00' }),
      away({ discarded: '2026-11-11T07:00:00' }),
      away({ discarded: '2026-11-12T07:00:00', what: '冬瓜' }),
      away({ discarded: '2026-11-20T07:00:00' }),
    ];
    expect(says(discarded, 'too-often-what', rows)).toEqual([
      [3, '豆腐40天内扔了2次，请查进货和存放'],
    ]);
  });

  test('times, kilograms, and what age and decay cost', () => {
    const rows = [away(), away({ reason: 'doubtful', detail: '酸' }), away({ reason: 'expired' })];
    const figure = (name: string) => measured(discarded, name, rows);
    expect([figure('times'), figure('weight'), figure('avoidable')]).toEqual([3, 15, 40]);
  });
});
