import { describe, expect, test } from 'vitest';
import { parcels } from '#schema/registers/gate/parcels.ts';
import { measured, says } from '../../said.ts';

const parcel = (more = {}) => ({
  happened: '2026-11-20T10:00:00',
  direction: 'in',
  what: '快递一件',
  number: '6612',
  guard: '唐志刚',
  ...more,
});
const goods = (more = {}) =>
  parcel({ direction: 'out', what: '投影仪', pass: 'CM-1', approver: '周敏', ...more });

describe('快递和物品进出', () => {
  test('goods leave with a pass that somebody approved', () => {
    const rows = [goods({ pass: undefined }), goods({ approver: undefined }), goods(), parcel()];
    expect(says(parcels, 'needed-out', rows)).toEqual([
      [0, '物品出门，请补填出门条号'],
      [1, '物品出门，请补填批准人'],
    ]);
    expect(measured(parcels, 'passes', rows)).toEqual([2, 3]);
    expect(measured(parcels, 'parcels', rows)).toBe(1);
  });

  test('a pass is good once', () => {
    const rows = [goods(), goods({ pass: 'cm-1' }), goods({ pass: 'CM-2' })];
    expect(says(parcels, 'unique-pass', rows)).toEqual([[1, '出门条cm-1用过了，请核对']]);
  });

  test('a parcel that waits more than three days', () => {
    const rows = [
      parcel(),
      parcel({ happened: '2026-11-21T10:00:00' }),
      parcel({ taken: '2026-11-20T12:00:00' }),
      goods({ happened: '2026-11-01T10:00:00' }),
    ];
    expect(says(parcels, 'not-fetched', rows)).toEqual([[0, '快递放了4天，请通知来取']]);
  });

  test('is not fetched before it came', () => {
    const rows = [
      parcel({ taken: '2026-11-20T09:00:00' }),
      parcel({ taken: '2026-11-20T11:00:00' }),
    ];
    expect(says(parcels, 'in-order-happened-taken', rows).map(([place]) => place)).toEqual([0]);
  });

  test('an asset leaves by a loan or a disposal, entered at the latest the day after', () => {
    const assetMoves = [
      { asset: 'ZC-1', kind: 'loan', moved: '2026-11-21T09:00:00' },
      { asset: 'ZC-2', kind: 'loan', moved: '2026-11-22T09:00:00' },
      { asset: 'ZC-3', kind: 'return', moved: '2026-11-02T09:00:00' },
    ];
    const rows = ['zc-1', 'ZC-2', 'ZC-3', undefined].map((asset) => goods({ asset }));
    expect(says(parcels, 'asset-without-move', rows, { others: { assetMoves } })).toEqual([
      [1, '校产出门没有变动登记，请补'],
      [2, '校产出门没有变动登记，请补'],
    ]);
  });
});
