import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { plusDays } from '#schema/time.ts';
import { localDate, localDateTime, rowId, sequence, type Value } from '#schema/values.ts';

const today = localDate.parse('2026-11-24');
export const benchNow = localDateTime.parse('2026-11-24T10:00:00');
const seed = 20260901;
/** Eight weeks: a little less than the demo school's two months, and the same days of the week. */
const stretchDays = 56;

/**
 * About so many rows over all registers: the demo school's two months again and again, each eight weeks earlier, as a
 * school has them that has kept its records for years. Its lists (people, places, items) stay as they are.
 */
export function manyYears(
  registers: readonly Register[],
  atLeast: number,
): ReadonlyMap<string, readonly Row[]> {
  const school = makeDemoSchool({ seed, today, now: benchNow, registers });
  const recent = new Map(registers.map(({ key }) => [key, demoRows(school, key)] as const));
  const eventful = new Set(
    registers.filter(({ happened }) => happened !== undefined).map(({ key }) => key),
  );
  const perStretch = [...recent].reduce(
    (sum, [key, rows]) => sum + (eventful.has(key) ? rows.length : 0),
    0,
  );
  const stretches = Math.max(1, Math.round(atLeast / perStretch));
  return new Map(
    registers.map((register) => {
      const rows = recent.get(register.key) ?? [];
      if (!eventful.has(register.key)) return [register.key, rows] as const;
      const all = Array.from({ length: stretches }, (_, index) => stretches - 1 - index).flatMap(
        (back) => rows.map((row) => earlier(register, row, back, stretches, eventful)),
      );
      return [register.key, all] as const;
    }),
  );
}

function earlier(
  register: Register,
  row: Row,
  back: number,
  stretches: number,
  eventful: ReadonlySet<string>,
): Row {
  const values: Record<string, Value | undefined> = {};
  for (const [key, value] of Object.entries(row.values)) {
    const column = register.columns[key];
    const isNameOfAnEvent =
      (key === register.label && register.columns[key]?.kind !== 'reference') ||
      (column?.kind === 'reference' && eventful.has(column.to));
    values[key] =
      typeof value !== 'string' || back === 0
        ? value
        : column?.kind === 'date' || column?.kind === 'moment'
          ? shifted(value, back)
          : column?.kind === 'rowLink'
            ? ofStretch(value, back)
            : isNameOfAnEvent
              ? `${value}·${back}`
              : value;
  }
  const order = (stretches - back).toString(36).padStart(4, '0');
  return {
    ...row,
    id: rowId.parse(ofStretch(row.id, back)),
    sequence: sequence.parse(`${order}${row.sequence.slice(4)}`),
    values,
  };
}

function shifted(value: string, back: number): string {
  return `${plusDays(localDate.parse(value.slice(0, 10)), -stretchDays * back)}${value.slice(10)}`;
}

/** The id of a row in another stretch. */
function ofStretch(id: string, back: number): string {
  return back === 0 ? id : `${back.toString(16).padStart(8, '0')}${id.slice(8)}`;
}
