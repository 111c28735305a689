import { describe, expect, test } from 'vitest';
import { requisitions } from '#schema/registers/stock/requisitions.ts';
import { row } from '../../made.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const asked = { asked: '2026-11-20T09:00:00', state: 'asked', department: '教务处', item: '粉笔' };
const rule = 'deadline-asked-delivered';

describe('领用申请', () => {
  test('delivered within three days, or refused', () => {
    expect(
      says(requisitions, rule, [
        { ...asked, asked: '2026-11-21T08:59:00' },
        { ...asked, asked: '2026-11-21T09:00:00' },
        { ...asked, state: 'refused' },
        { ...asked, delivered: '2026-11-23T09:00:00' },
        { ...asked, delivered: '2026-11-23T09:01:00' },
      ]),
    ).toEqual([
      [0, '已超“72小时送达”，请送达或写明不批'],
      [4, '送达时已超“72小时送达”，请核对时间'],
    ]);
  });

  test('who decided, who delivered, who took it', () => {
    expect(
      says(requisitions, 'needed-decided', [asked, { state: 'approved' }, { state: 'refused' }]),
    ).toEqual([
      [1, '已审批，请补填审批人'],
      [2, '已审批，请补填审批人'],
    ]);
    const delivered = {
      state: 'delivered',
      delivered: '2026-11-20T10:00:00',
      deliveredBy: '叶红梅',
    };
    expect(
      says(requisitions, 'needed-delivered', [delivered, { ...delivered, receivedBy: '石老师' }]),
    ).toEqual([[0, '已送达，请补填签收人']]);
  });

  test('what was delivered goes out of stock under its name, once', () => {
    const served = row(0, {
      ...asked,
      name: 'LY-1 粉笔',
      requester: '石老师',
      quantity: 4,
      given: 3,
      delivered: '2026-11-20T10:00:00',
      deliveredBy: '叶红梅',
    });
    const issued = (entries: readonly { readonly requisition: string }[]) =>
      requisitions.opens?.flatMap(({ from }) => [
        ...from(served, worldAround(requisitions, [served], { others: { movements: entries } })),
      ]);
    expect(issued([])).toMatchObject([
      {
        values: {
          direction: 'out',
          item: '粉笔',
          quantity: 3,
          requisition: 'LY-1 粉笔',
          recipient: '石老师',
          department: '教务处',
          handledBy: '叶红梅',
        },
      },
    ]);
    expect(issued([{ requisition: 'ly-1 粉笔' }])).toEqual([]);
    const open = { ...served, values: { ...served.values, delivered: undefined } };
    expect(requisitions.opens?.[0]?.from(open, worldAround(requisitions, []))).toEqual([]);
  });

  test('hours taken, and those in time of those not refused', () => {
    const rows = [
      { ...asked, delivered: '2026-11-20T11:30:00' },
      { ...asked, delivered: '2026-11-24T09:00:00' },
      { ...asked, state: 'refused' },
    ];
    expect(measured(requisitions, 'hours', rows)).toBe(49.3);
    expect(measured(requisitions, 'onTime', rows)).toEqual([1, 2]);
  });

  test('what is open goes into the next plan', () => {
    expect(planned(requisitions, [asked, { ...asked, state: 'delivered' }])).toEqual([
      ['送达教务处申领的粉笔', '库管员', '2026-12-01'],
    ]);
  });
});
