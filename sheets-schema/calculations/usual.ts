import type { Row } from '../row.ts';

/** How many earlier values say what is usual. */
const remembered = 9;
/** With fewer earlier values than this the declared usual value counts. */
const enough = 3;
/** A value of exactly the limit is within it, whatever binary fractions make of it. */
const rounding = 1e-9;

/** A value of a row, and whose it is. */
export interface Measured {
  readonly row: Row;
  readonly of: string;
  readonly value: number;
}

/**
 * The values that lie far from what is usual: the median of the last few values of the same thing, or the declared
 * usual value while there are too few. A median, so that one slip of the pen does not become the custom.
 *
 * @param measured values in their order
 * @param declared what is usual for a thing before it has a history
 * @param percent how far a value may lie from the usual one
 * @param least a difference of no more than this is no matter, whatever it is in percent
 */
export function farFromUsual<M extends Measured>({
  measured,
  declared = () => undefined,
  percent,
  least = 0,
}: {
  readonly measured: readonly M[];
  readonly declared?: (of: string) => number | undefined;
  readonly percent: number;
  readonly least?: number;
}): (M & { readonly usual: number })[] {
  const histories = new Map<string, readonly number[]>();
  return measured.flatMap((one) => {
    const history = histories.get(one.of) ?? [];
    histories.set(one.of, [...history, one.value].slice(-remembered));
    const usual = history.length < enough ? declared(one.of) : median(history);
    if (usual === undefined) return [];
    const allowed = Math.max(least, (usual * percent) / 100) + rounding;
    return Math.abs(one.value - usual) <= allowed ? [] : [{ ...one, usual }];
  });
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? upper;
  return (lower + upper) / 2;
}
