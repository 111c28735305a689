import { type Carried, carriedOn, type ItemMonth } from './carried-ledger.ts';
import { monthsIn, type PlacedLine, stateOf } from './closing-lines.ts';

/** Lines of 月结 that say what an item came to. */
export const balanceKind = '结存';

/** The ledger of a month as 月结 says it. */
function ledgerOf(lines: readonly PlacedLine[], month: string): readonly ItemMonth[] {
  return lines.flatMap(({ line }): ItemMonth[] => {
    if (line.month !== month || line.kind !== balanceKind) return [];
    const amount = (cell: string | number | undefined) => Number(cell ?? 0);
    return [
      {
        item: line.name,
        unit: String(line.unit ?? ''),
        opening: amount(line.opening),
        begun: amount(line.begun),
        received: amount(line.received),
        returned: amount(line.returned),
        issued: amount(line.issued),
        writtenOff: amount(line.writtenOff),
        adjusted: amount(line.adjusted),
        closing: amount(line.closing),
        ...(line.value !== undefined && { price: amount(line.value) }),
        ...(line.note !== undefined && { handledBy: String(line.note) }),
      },
    ];
  });
}

/**
 * What is carried into a month, of the lines of the workbook that holds the ledger: the last month before it that is
 * closed, and what stale ones moved since. A month that is reopened has no such lines; its rows are live.
 */
export function carriedOf(lines: readonly PlacedLine[], month: string): readonly Carried[] {
  const before = monthsIn(lines).filter((one) => one < month);
  const last = before.findLast((one) => stateOf(lines, one) === 'closed');
  const stale = before.filter((one) => last === undefined || one > last);
  return carriedOn(
    last === undefined ? [] : ledgerOf(lines, last),
    stale.flatMap((one) => ledgerOf(lines, one)),
  );
}

/** What later closed months moved, in order. */
export function ledgerLater(lines: readonly PlacedLine[], month: string): readonly ItemMonth[] {
  return monthsIn(lines)
    .filter((one) => one > month)
    .flatMap((one) => ledgerOf(lines, one));
}
