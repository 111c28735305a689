import { counts, type EndRow } from './end-rows.ts';
import type { Judged } from './judge.ts';

/**
 * The audit replays to what the sheet shows: what came last is there, what went last is not; and no row went that
 * nobody deleted.
 */
export function wrongAudit(
  key: string,
  rows: readonly EndRow[],
  { audit, entries, hasCheckDied }: Pick<Judged, 'audit' | 'entries' | 'hasCheckDied'>,
): string[] {
  const present = new Set(rows.map(({ id }) => id));
  const told = audit.flatMap(({ lines }) => lines.filter(({ register }) => register === key));
  // What came before a moment that nobody saw may have gone in it, and the audit says so.
  const seen = audit.flatMap(({ lines }) =>
    lines
      .slice(lines.findLastIndex(({ what }) => what === 'blind') + 1)
      .filter(({ register }) => register === key),
  );
  const comings = new Map(
    seen
      .filter(({ what }) => what === 'added' || what === 'deleted')
      .map(({ row, what }) => [row, what]),
  );
  const astray = [...comings].filter(([row, what]) => present.has(row) !== (what === 'added'));
  const undeleted = [...entries.all.values()].filter(({ deletions }) => deletions === 0);
  const vanished = told.filter(
    ({ what, before }) =>
      what === 'deleted' &&
      !hasCheckDied &&
      undeleted.some(({ marker }) => before.includes(`"${marker}"`)),
  );
  return [
    ...astray.map(([row, what]) => `the audit says last that ${row} of ${key} was ${what}`),
    ...vanished.map(({ row }) => `the audit says that ${row} of ${key} was deleted; nobody did`),
  ];
}

/** Balances are those of the ledger replayed, from what people entered and how often it counts. */
export function wrongStock(
  { entries, stock }: Pick<Judged, 'entries' | 'stock'>,
  rows: readonly EndRow[],
): string[] {
  // What closing carries is what people entered, once more.
  const counting = rows.filter((row) => !row.isCarried && counts(row, rows));
  const replayed = new Map<string, number>(Array.from(stock.keys(), (item) => [item, 0]));
  for (const { marker } of counting) {
    const { cells } = entries.all.get(marker) ?? {};
    const [item, quantity] = [String(cells?.get('item')), Number(cells?.get('quantity') ?? 0)];
    const change = cells?.get('direction') === '出库' ? -quantity : quantity;
    replayed.set(item, (replayed.get(item) ?? 0) + change);
  }
  return [...stock].flatMap(([item, held]) =>
    held === replayed.get(item)
      ? []
      : [`the balance of ${item} is ${held}, the ledger replayed gives ${replayed.get(item)}`],
  );
}
