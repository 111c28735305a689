import { type Row, textAt } from '../row.ts';
import { plain } from '../spelling.ts';

/** Who has read and signed a version of a regulation. */
export function readersOf(
  readings: readonly Row[],
): (title: string, version: string) => ReadonlySet<string> {
  const readers = new Map<string, Set<string>>();
  for (const row of readings) {
    const key = keyOf(textAt(row, 'regulation'), textAt(row, 'version'));
    const own = readers.get(key) ?? new Set<string>();
    own.add(plain(textAt(row, 'person')));
    readers.set(key, own);
  }
  return (title, version) => readers.get(keyOf(title, version)) ?? new Set<string>();
}

function keyOf(title: string, version: string): string {
  return JSON.stringify([plain(title), plain(version).toLowerCase()]);
}
