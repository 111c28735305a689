import { earlier, eventfulOf } from '#schema/demo/full/stretches.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import type { Register } from '#schema/register.ts';
import type { Row } from '#schema/row.ts';
import { localDate, localDateTime, sequence } from '#schema/values.ts';

const today = localDate.parse('2026-11-24');
export const benchNow = localDateTime.parse('2026-11-24T10:00:00');
const seed = 20260901;

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
  const eventful = eventfulOf(registers);
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
        (back) => rows.map((row) => earlierRow(register, row, back, stretches, eventful)),
      );
      return [register.key, all] as const;
    }),
  );
}

function earlierRow(
  register: Register,
  row: Row,
  back: number,
  stretches: number,
  eventful: ReadonlySet<string>,
): Row {
  const order = (stretches - back).toString(36).padStart(4, '0');
  return {
    ...row,
    ...earlier(register, row, back, eventful),
    sequence: sequence.parse(`${order}${row.sequence.slice(4)}`),
  };
}
