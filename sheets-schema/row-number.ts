import type { Column, Columns, Numbering } from './columns.ts';
import type { Register } from './register.ts';
import type { Values } from './row.ts';
import { plain } from './spelling.ts';
import { type LocalDate, localDate, type RowId, type Value } from './values.ts';

/** Four digits can be said on the telephone; with the day before them two rows seldom share one. */
const most = 10_000;

/** Columns of a register whose numbers code gives. */
export function numberedColumns({
  columns,
}: Pick<Register, 'columns'>): readonly (readonly [string, Numbering])[] {
  return Object.entries(columns).flatMap(([name, column]) => {
    const numbering = numberingOf(column);
    return numbering ? [[name, numbering] as const] : [];
  });
}

/** How code numbers a column, if it does. */
function numberingOf(column: Column): Numbering | undefined {
  return column.kind === 'text' || column.kind === 'code' ? column.numbered : undefined;
}

/** The number a cell begins with, in one spelling: `SG-1124-0382` of `sg-1124-0382 抽纸`. */
export function numberIn(said: string): string {
  return plain(said).split(' ')[0]?.toUpperCase() ?? '';
}

/**
 * The numbers that a row lacks: prefix, month and day, four digits that follow from its id. Nothing must be read to
 * make one (hard point 6), and whoever makes it again makes the same.
 *
 * A row waits for its number until it says what the number is to name. The day is that on which it happened.
 *
 * @param today for rows that do not say when they happened; those wait when absent
 * @param taken numbers of other rows as {@link numberIn} spells them, for a writer that has read them
 */
export function missingNumbers(
  register: Pick<Register, 'columns' | 'happened'>,
  { id, values }: { readonly id: RowId; readonly values: Values<Columns> },
  { today, taken }: { readonly today?: LocalDate; readonly taken?: ReadonlySet<string> } = {},
): Values<Columns> {
  const day = dayIn(register.happened === undefined ? undefined : values[register.happened]);
  const on = day ?? today;
  const found: Record<string, string> = {};
  for (const [column, { prefix, names }] of numberedColumns(register)) {
    const named = names === undefined ? '' : String(values[names] ?? '').trim();
    const waits = on === undefined || (names !== undefined && named === '');
    if (waits || String(values[column] ?? '').trim() !== '') continue;
    const number = freeNumber(`${prefix}-${on.slice(5, 7)}${on.slice(8, 10)}`, id, taken);
    found[column] = named === '' ? number : `${number} ${named}`;
  }
  return found;
}

function freeNumber(head: string, id: RowId, taken: ReadonlySet<string> | undefined): string {
  const own = Number.parseInt(id.slice(0, 8), 16) % most;
  for (let step = 0; step < most; step += 1) {
    const number = `${head}-${String((own + step) % most).padStart(4, '0')}`;
    if (!taken?.has(number.toUpperCase())) return number;
  }
  return `${head}-${id.slice(0, 8)}`;
}

function dayIn(value: Value | undefined): LocalDate | undefined {
  return localDate.safeParse(String(value ?? '').slice(0, 10)).data;
}
