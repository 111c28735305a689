import { plusDays } from '../../time.ts';
import type { DemoEntry } from '../entry.ts';
import type { DemoSchool } from '../school.ts';
import { stretchDays } from './stretches.ts';

/** Columns that only ever rise, by register; `of` names what has the counter: a meter, a vehicle. */
const counters: Readonly<
  Record<string, { readonly of: string; readonly columns: readonly string[] }>
> = {
  meterReadings: { of: 'meter', columns: ['reading'] },
  trips: { of: 'vehicle', columns: ['outKm', 'backKm'] },
  fuel: { of: 'vehicle', columns: ['odometer'] },
  vehicleMaintenance: { of: 'vehicle', columns: ['odometer', 'serviceKm'] },
};

/** What each counter rises in a stretch: a meter by its readings, a vehicle by its trips. */
export function risesOf(school: DemoSchool): (of: string) => number {
  const rises = new Map<string, number>();
  const until = plusDays(school.from, stretchDays);
  const series = [
    ...school.rows('meterReadings').map(({ at, meter, reading }) => [meter, at, reading]),
    ...school.rows('trips').map(({ out, vehicle, outKm }) => [vehicle, out, outKm]),
  ].filter(([, , value]) => value !== undefined);
  for (const [name, some] of Map.groupBy(series, ([of]) => String(of))) {
    const ordered = some.toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1));
    const first = ordered[0]?.[2];
    const next = ordered.find(([, when]) => String(when) >= until) ?? ordered.at(-1);
    rises.set(name, Number(next?.[2] ?? 0) - Number(first ?? 0));
  }
  return (of) => rises.get(of) ?? 0;
}

/** A row of so many stretches earlier, with its counters as they stood then. */
export function countedDown(
  register: string,
  entry: DemoEntry,
  back: number,
  rise: (of: string) => number,
): DemoEntry {
  const counter = counters[register];
  if (!counter) return entry;
  const by = rise(String(entry.values[counter.of])) * back;
  const values = Object.fromEntries(
    Object.entries(entry.values).map(([key, value]) => [
      key,
      counter.columns.includes(key) && typeof value === 'number'
        ? Number((value - by).toFixed(2))
        : value,
    ]),
  );
  return { ...entry, values };
}
