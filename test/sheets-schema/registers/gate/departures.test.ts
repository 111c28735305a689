import { describe, expect, test } from 'vitest';
import { departures } from '#schema/registers/gate/departures.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, says } from '../../said.ts';

const came = (more = {}) => ({
  arrived: '2026-11-23T09:00:00',
  kind: 'visitor',
  reason: 'parent',
  ...more,
});
const went = (more = {}) => ({ left: '2026-11-23T11:00:00', badgeBack: true, ...more });

describe('离校登记', () => {
  test('whoever goes out had come in, on foot or by car', () => {
    const others = {
      visitors: [came({ badge: '1' }), came({ name: '林先生' })],
      visitingVehicles: [came({ plate: '鲁B3K21', kind: undefined })],
    };
    const rows = [
      went({ badge: '1' }),
      went({ name: '林先生' }),
      went({ plate: '鲁b3k21' }),
      went({ badge: '99' }),
      went({ badge: '1' }),
    ];
    expect(says(departures, 'came-from-nowhere', rows, { others })).toEqual([
      [3, '“99”没有进校登记，请核对'],
      [4, '“1”没有进校登记，请核对'],
    ]);
    expect(measured(departures, 'departures', rows)).toBe(5);
  });

  test('says who', () => {
    expect(says(departures, 'nobody', [went(), went({ badge: '1' })])).toEqual([
      [0, '请填胸牌号、车牌或姓名'],
    ]);
  });

  test('all have left: those still inside, with what is to come back', () => {
    const world = worldWith(
      {
        visitors: rowsOf(
          came({ name: '林先生', badge: '1', document: 'work' }),
          came({ name: '黄女士', left: '2026-11-23T10:00:00' }),
          came({ regular: '8812 老周', badge: '2' }),
          came({ kind: 'found', name: '校外青年' }),
          came({ name: '2026级1班家长', kind: 'group' }),
        ),
        visitingVehicles: rowsOf(came({ plate: '鲁B3K21', driver: '孟师傅', kind: undefined })),
        departures: rowsOf(went({ badge: '2' })),
      },
      { now: '2026-11-23T18:20:00' },
    );
    const [all] = departures.batches ?? [];
    expect(all?.rows(world, {})).toEqual([
      { name: '林先生', badge: '1', badgeBack: true, documentBack: true },
      { name: '2026级1班家长' },
      { name: '孟师傅', plate: '鲁B3K21' },
    ]);
    expect(all?.untouched).toBe('kept');
  });
});
