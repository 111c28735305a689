import { drawRooms } from '#schema/calculations/dorm-draw.ts';
import { type Row, textAt } from '#schema/row.ts';
import { plain } from '#schema/spelling.ts';
import { plusDays } from '#schema/time.ts';
import type { LocalDate } from '#schema/values.ts';
import type { ReadWorld } from '../read-world.ts';
import { nameColumn, type Sheet } from './sheet.ts';

/** What tells rows of a grid apart, in the order of the rows. */
type Named = readonly Readonly<Record<string, unknown>>[];

/** A sheet kept on a telephone without a network may arrive so many days after it was drawn. */
const daysOnTheWay = 7;

/** The draw of one sheet: which of its rows need what only drawn rows need. */
export interface Draw {
  /** The places of the rows drawn on a day: the same however often the page is opened that day. */
  on(rows: Named, day: LocalDate): ReadonlySet<number>;
  /**
   * Places of drawn rows that lack what drawn rows need; none when the draw of any recent day was obeyed. Among no
   * more rows than are drawn there is nothing to draw from: a program may send a sheet in parts.
   */
  blank(rows: Named, today: LocalDate): readonly number[];
}

/** Draws rows of sheets by a secret, so that nobody knows them beforehand, and leaves none out for long. */
export interface Draws {
  /** Throws what reading earlier draws throws. */
  of(sheet: Sheet): Promise<Draw>;
}

const none: Draw = { on: () => new Set(), blank: () => [] };

/** @param secret known to the program alone; whoever changes it changes the draws of the day */
export function createDraws({
  readWorld,
  secret,
}: {
  readonly readWorld: ReadWorld;
  readonly secret: string;
}): Draws {
  return {
    async of(sheet) {
      const { drawn, register, key } = sheet;
      if (!drawn) return none;
      const { history } = drawn;
      const { result: past } = await readWorld((world) => ({
        checks: history ? world.rows(register.key) : [],
        mostDays: history?.mostDays(world) ?? 0,
      }));
      const name = nameColumn(sheet) ?? '';
      const nameOf = (row: Named[number]): string => plain(String(row[name] ?? ''));

      const on = (rows: Named, day: LocalDate): ReadonlySet<number> => {
        const last = history?.last(before(past.checks, register.happened, day));
        const names = drawRooms({
          rooms: rows.map((row) => {
            const lastDrawn = last?.get(nameOf(row));
            return { room: nameOf(row), ...(lastDrawn && { lastDrawn }) };
          }),
          count: drawn.rows,
          day,
          mostDays: past.mostDays,
          secret: `${secret}\n${register.key}\n${key}`,
        });
        return new Set(
          names.map((drawnName) => rows.findIndex((row) => nameOf(row) === drawnName)),
        );
      };

      return {
        on,
        blank(rows, today) {
          if (rows.length <= drawn.rows) return [];
          const blankOf = (day: LocalDate): readonly number[] =>
            [...on(rows, day)].filter((place) => (rows[place]?.[drawn.column] ?? '') === '');
          const blanks = Array.from({ length: daysOnTheWay + 1 }, (_, days) =>
            blankOf(plusDays(today, -days)),
          );
          return blanks.some((blank) => blank.length === 0) ? [] : (blanks[0] ?? []);
        },
      };
    },
  };
}

/** What was so before a day: the draw must not change while the sheets of the day come in. */
function before(
  rows: readonly Row[],
  happened: string | undefined,
  day: LocalDate,
): readonly Row[] {
  return happened === undefined
    ? rows
    : rows.filter((row) => textAt(row, happened).slice(0, 10) < day);
}
