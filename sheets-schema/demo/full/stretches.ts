import type { Register } from '../../register.ts';
import { plusDays } from '../../time.ts';
import { localDate, type RowId, rowId, type Value } from '../../values.ts';
import type { DemoEntry } from '../entry.ts';

/** Eight weeks: a little less than the demo school's two months, and the same days of the week. */
const stretchDays = 56;

/** Registers whose rows happen on a day: these repeat, while lists (people, places, items) stay as they are. */
export function eventfulOf(registers: readonly Register[]): ReadonlySet<string> {
  return new Set(registers.filter(({ happened }) => happened !== undefined).map(({ key }) => key));
}

/**
 * A row as it happened so many stretches earlier: its days moved, what it names of the same time named with the stretch
 * (`BX-1123-1·3`), so that rows that belong together still do.
 */
export function earlier(
  register: Register,
  entry: DemoEntry,
  back: number,
  eventful: ReadonlySet<string>,
): DemoEntry {
  if (back === 0) return entry;
  const values = Object.fromEntries(
    Object.entries(entry.values).map(([key, value]) => [
      key,
      typeof value === 'string' ? moved(register, key, value, back, eventful) : value,
    ]),
  );
  return { id: idInStretch(entry.id, back), values };
}

function moved(
  register: Register,
  key: string,
  value: string,
  back: number,
  eventful: ReadonlySet<string>,
): Value {
  const column = register.columns[key];
  const namesAnEvent =
    (key === register.label && column?.kind !== 'reference') ||
    (column?.kind === 'reference' && eventful.has(column.to));
  switch (column?.kind) {
    case 'date':
    case 'moment':
      return `${plusDays(localDate.parse(value.slice(0, 10)), -stretchDays * back)}${value.slice(10)}`;
    case 'rowLink':
      return withStretch(value, back);
    case 'code':
      return isNumbered(register, key) ? numberInStretch(value, back) : value;
    default: {
      const inItsMonth = value.replaceAll(monthWords, (_, year, month) =>
        monthEarlier(Number(year), Number(month), back),
      );
      return namesAnEvent ? `${inItsMonth}·${back}` : inItsMonth;
    }
  }
}

const monthWords = /(\d{4})年(\d{1,2})月/g;

function monthEarlier(year: number, month: number, back: number): string {
  const middle = localDate.parse(`${year}-${String(month).padStart(2, '0')}-15`);
  const day = plusDays(middle, -stretchDays * back);
  return `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月`;
}

/** Numbers that somebody outside gives once and never again: of an invoice, of a receipt. */
function isNumbered({ rules }: Register, column: string): boolean {
  return rules.some(({ key, columns }) => key.startsWith('unique') && columns.includes(column));
}

function numberInStretch(number: string, back: number): string {
  return /^\d{8,}$/.test(number)
    ? `${number.slice(0, 4)}${back}${number.slice(5)}`
    : `${number}-${back}`;
}

function withStretch(id: string, back: number): string {
  return `${back.toString(16).padStart(8, '0')}${id.slice(8)}`;
}

function idInStretch(id: RowId, back: number): RowId {
  return rowId.parse(withStretch(id, back));
}
