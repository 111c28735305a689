import { array, assert, boolean, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  beginningAfter,
  type Carried,
  carriedOn,
  carriedRows,
  type ItemMonth,
  itemMonths,
} from '#platform/workbook/carried-ledger.ts';
import { balances, catalogueOf, ledgerTotals } from '#schema/calculations/stock.ts';
import type { Row } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { rowId, sequence } from '#schema/values.ts';

const items = ['抽纸', '拖把', '灯管'];
const months = ['2026-08', '2026-09', '2026-10', '2026-11'];

const row = (index: number, values: Row['values']): Row => ({
  id: rowId.parse(`00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
  sequence: sequence.parse(`100000000-0000-${index.toString(36).padStart(4, '0')}`),
  values,
  unreadable: [],
});

const catalogue = catalogueOf(
  items.map((name, index) =>
    row(9000 + index, { name, unit: '个', packUnit: '箱', packFactor: 12 }),
  ),
);

const movement = record({
  month: constantFrom(...months),
  day: integer({ min: 1, max: 28 }),
  direction: constantFrom('opening', 'in', 'out', 'return', 'adjustment', 'writeOff'),
  item: constantFrom(...items),
  thousandths: integer({ min: 1, max: 9999 }),
  unit: constantFrom('', '箱'),
  stays: boolean(),
});

const ledgers = array(movement, { maxLength: 60 });

function rowsOf(drawn: readonly Drawn[]) {
  return drawn.map((one, index) => ({
    ...one,
    row: row(index, {
      happened: `${one.month}-${String(one.day).padStart(2, '0')}T08:00:00`,
      direction: one.direction,
      item: one.item,
      quantity: one.thousandths / 1000,
      unit: one.unit,
    }),
  }));
}

interface Drawn {
  readonly month: string;
  readonly day: number;
  readonly direction: string;
  readonly item: string;
  readonly thousandths: number;
  readonly unit: string;
  readonly stays: boolean;
}

describe('the ledger that starts from a carried balance', () => {
  it('holds what the ledger replayed from the first row holds, whatever stayed live', () => {
    assert(
      property(ledgers, (drawn) => {
        const entries = rowsOf(drawn);
        let live = entries;
        let carried: readonly Carried[] = [];
        for (const month of months.slice(0, 3)) {
          const leaves = live.filter((one) => one.month <= month && !one.stays);
          carried = itemMonths(
            leaves.map((one) => one.row),
            catalogue,
            carried,
          );
          live = live.filter((one) => !leaves.includes(one));
          const openings = carriedRows(beginningAfter(month, []), carried).map((one) => ({
            ...one,
            unreadable: [],
          }));
          const now = [...openings, ...live.map((one) => one.row)];
          expect(balances(now, catalogue)).toEqual(
            balances(
              entries.map((one) => one.row),
              catalogue,
            ),
          );
        }
      }),
    );
  });

  it('reports of each month the opening, movements and closing that the replay reports', () => {
    assert(
      property(ledgers, (drawn) => {
        const entries = rowsOf(drawn);
        let carried: readonly ItemMonth[] = [];
        for (const month of months) {
          const own = entries.filter((one) => one.month === month).map((one) => one.row);
          carried = itemMonths(own, catalogue, carried);
          const replayed = ledgerTotals(
            entries.map((one) => one.row),
            catalogue,
            daysOfMonth(month),
          ).filter(({ item }) => carried.some((one) => one.item === item));
          const reported = carried.map(({ opening, begun, ...rest }) => ({
            ...rest,
            opening: Math.round((opening + begun) * 1000) / 1000,
          }));
          const byItem = (one: { item: string }, other: { item: string }) =>
            one.item < other.item ? -1 : 1;
          expect(reported.toSorted(byItem)).toEqual(replayed.toSorted(byItem));
        }
      }),
    );
  });

  it('is the same whichever month was reopened and closed again', () => {
    assert(
      property(ledgers, constantFrom(0, 1, 2), (drawn, reopened) => {
        const entries = rowsOf(drawn);
        const closed: (readonly ItemMonth[])[] = [];
        for (const month of months.slice(0, 3))
          closed.push(
            itemMonths(
              entries.filter((one) => one.month === month).map((one) => one.row),
              catalogue,
              closed.at(-1) ?? [],
            ),
          );
        const rest = carriedOn(closed[reopened - 1] ?? [], closed.slice(reopened + 1).flat());
        const openings = carriedRows(beginningAfter('2026-10', []), rest).map((one) => ({
          ...one,
          unreadable: [],
        }));
        const live = entries
          .filter((one) => one.month === months[reopened] || one.month === months[3])
          .map((one) => one.row);
        expect(balances([...openings, ...live], catalogue)).toEqual(
          balances(
            entries.map((one) => one.row),
            catalogue,
          ),
        );
      }),
    );
  });
});
