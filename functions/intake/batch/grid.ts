import type { Columns } from '#schema/columns.ts';
import type { Values } from '#schema/row.ts';
import { dayOf } from '#schema/values.ts';
import { typedText } from '../pages/field.ts';
import { switchedOff } from '../problems.ts';
import type { ReadWorld } from '../read-world.ts';
import { mostRows } from './body.ts';
import type { Draws } from './drawn.ts';
import type { Sheet } from './sheet.ts';

/** A row that the grid begins with, as its fields show it. */
export interface GridRow {
  readonly values: Readonly<Record<string, string>>;
  /** The draw fell on it. */
  readonly drawn: boolean;
}

/** What a grid begins with, once the shared values are known. Throws what reading throws. */
export async function gridRows(
  { readWorld, draws }: { readonly readWorld: ReadWorld; readonly draws: Draws },
  sheet: Sheet,
  shared: Values<Columns>,
): Promise<readonly GridRow[]> {
  const { result: rows, world } = await readWorld((world) => sheet.rows(world, shared));
  if (!world.register(sheet.register.key)) throw switchedOff(sheet.register);
  const first = rows.slice(0, mostRows);
  const drawn = (await draws.of(sheet)).on(first, dayOf(world.now));
  return first.map((row, place) => ({
    values: Object.fromEntries(
      sheet.each.flatMap((name) => {
        const column = sheet.register.columns[name];
        const text = column ? typedText(column, row[name]) : '';
        return text === '' ? [] : [[name, text]];
      }),
    ),
    drawn: drawn.has(place),
  }));
}
