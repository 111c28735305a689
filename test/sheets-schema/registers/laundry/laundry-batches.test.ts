import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { laundryBatches } from '#schema/registers/laundry/laundry-batches.ts';
import type { Values } from '#schema/row.ts';
import { measured, planned, says } from '../../said.ts';

const batch = (values: Values<Columns> = {}) => ({
  collected: '2026-11-10T09:00:00',
  from: '宿舍1号楼',
  out: 48,
  ...values,
});
const returned = (back: number, values: Values<Columns> = {}) =>
  batch({ returned: '2026-11-13T09:00:00', back, receivedBy: '许慧芳', ...values });

describe('洗涤登记', () => {
  test('every piece comes back, is spoilt, or has a cause', () => {
    expect(
      says(laundryBatches, 'out-is-in', [
        returned(48),
        returned(46, { spoilt: 2 }),
        returned(46),
        returned(46, { cause: '楼上留用两条' }),
        returned(50),
        batch(),
      ]),
    ).toEqual([
      [2, '送洗 48，少回 2 件，请查找或写原因'],
      [4, '送洗 48，发回 50，请核对件数'],
    ]);
  });

  test('back within a week', () => {
    expect(
      says(laundryBatches, 'deadline-collected-returned', [
        batch({ collected: '2026-11-17T08:59:00' }),
        batch({ collected: '2026-11-17T09:00:00' }),
        returned(48, { returned: '2026-11-17T09:01:00' }),
      ]),
    ).toEqual([
      [0, '已超“7天发回”，请催洗或登记发回'],
      [2, '发回时已超“7天发回”'],
    ]);
  });

  test('counted and signed for on its return', () => {
    expect(says(laundryBatches, 'needed-returned', [returned(48, { back: undefined })])).toEqual([
      [0, '已发回，请补填发回件数'],
    ]);
    expect(
      says(laundryBatches, 'signed-by-receivedBy', [
        returned(48, { receivedBy: undefined }),
        returned(48, { receivedBy: undefined, returned: '2026-11-23T09:00:00' }),
        batch(),
      ]),
    ).toEqual([[0, '发回没有签收，请补签收人']]);
  });

  test('not back before it was collected', () => {
    expect(
      says(laundryBatches, 'in-order-collected-returned', [
        returned(48, { returned: '2026-11-09T09:00:00' }),
      ]),
    ).toHaveLength(1);
  });

  test('figures and what the next plan carries over', () => {
    const rows = [returned(48), returned(46), batch()];
    expect(measured(laundryBatches, 'pieces', rows)).toBe(144);
    expect(measured(laundryBatches, 'whole', rows)).toEqual([1, 2]);
    expect(planned(laundryBatches, rows)).toEqual([
      ['追回宿舍1号楼送洗的 48 件', '宿管班长', '2026-12-01'],
    ]);
  });
});
