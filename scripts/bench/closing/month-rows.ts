import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';

/** A row as a form would send it. */
export interface BusyRow {
  readonly register: Register;
  readonly values: Values<Columns>;
}

interface Kind {
  /** Rows a month, spread evenly over its first 28 days. */
  readonly perMonth: number;
  /** What a row says besides its form's example and its time; `at` is its moment. */
  readonly values?: (index: number, at: string) => Values<Columns>;
}

const items = ['A4复印纸 70g 500张', '抽纸 200抽', '洗手液 500ml', '大盘纸 700g'];

/**
 * What a busy school writes in a month: finished matters, as they are once the month is over; not the gate's, whose rows
 * end with their file. Receipts and issues take
 * turns, so that the stock never runs out.
 */
const kinds: Readonly<Record<string, Kind>> = {
  movements: {
    perMonth: 2400,
    values: (index) => {
      const item = items[Math.floor(index / 2) % items.length] ?? '';
      return index % 2 === 0
        ? { direction: 'in', item, quantity: 2, unit: undefined, donor: '校友会' }
        : { item, unit: undefined };
    },
  },
  meterReadings: { perMonth: 400 },
  deliveries: { perMonth: 900 },
  processing: { perMonth: 600 },
  disinfection: { perMonth: 600 },
  additives: { perMonth: 300 },
  morningChecks: { perMonth: 300 },
  patrols: { perMonth: 1500 },
  inspections: { perMonth: 1200 },
  cleaning: { perMonth: 400 },
  doors: { perMonth: 400 },
  electricity: { perMonth: 300 },
  favours: { perMonth: 300 },
  repairs: {
    perMonth: 400,
    values: (index, at) => ({
      state: 'done',
      scale: 'minor',
      worker: '赵永福',
      done: at,
      labour: 1,
      parts: '无',
      fault: `后排第 ${index} 盏灯不亮`,
      number: `BX-${at.slice(0, 4)}${at.slice(5, 7)}-${index}`,
    }),
  },
};

/** Keys of the registers that the busy school writes into. */
export const busyRegisters: readonly string[] = Object.keys(kinds);

/** Rows that the busy school writes in a month. */
export const rowsPerMonth = Object.values(kinds).reduce((sum, { perMonth }) => sum + perMonth, 0);

/** The rows of one month, register by register. Pure. */
export function monthRows(registers: readonly Register[], month: string): readonly BusyRow[] {
  const { from } = daysOfMonth(month);
  return Object.entries(kinds).flatMap(([key, { perMonth, values }]) => {
    const register = registers.find((one) => one.key === key);
    if (!register) throw new Error(`closing: there is no register ${key} any more`);
    return Array.from({ length: perMonth }, (_, index): BusyRow => {
      const day = `${from.slice(0, 8)}${String(1 + Math.floor((index * 28) / perMonth)).padStart(2, '0')}`;
      const minute = index % 480;
      const at = `${day}T${two(8 + Math.floor(minute / 60))}:${two(minute % 60)}:00`;
      const said: Values<Columns> = register.form?.example ?? {};
      const timed = Object.fromEntries(
        Object.entries(register.columns).flatMap(([name, { kind }]) => {
          if (said[name] === undefined && name !== register.happened) return [];
          if (kind === 'moment') return [[name, at]];
          return kind === 'date' ? [[name, day]] : [];
        }),
      );
      return { register, values: { ...said, ...timed, ...values?.(index, at) } };
    });
  });
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
