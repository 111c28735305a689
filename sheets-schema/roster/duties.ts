import { type Row, textAt, valueAt } from '../row.ts';
import { type Span, spanOnDay } from '../span.ts';
import { plain } from '../spelling.ts';
import { minutesBetween } from '../time.ts';
import { type LocalDate, localDate, localTime } from '../values.ts';
import type { DutyPost } from './posts.ts';

/** One person on one post on one day. */
export interface Duty extends Span {
  readonly day: LocalDate;
  readonly post: string;
  readonly person: string;
}

/**
 * The duty that a row of 值班表 plans; a row without its own times has those of its post.
 * @returns `undefined` while day, post or times are not known
 */
export function dutyOf(row: Row, posts: ReadonlyMap<string, DutyPost>): Duty | undefined {
  const day = localDate.safeParse(valueAt(row, 'day'));
  const name = plain(textAt(row, 'post'));
  const post = posts.get(name);
  const from = localTime.safeParse(valueAt(row, 'from') ?? post?.from);
  const until = localTime.safeParse(valueAt(row, 'until') ?? post?.until);
  if (!day.success || name === '' || !from.success || !until.success) return undefined;
  return {
    day: day.data,
    post: name,
    person: plain(textAt(row, 'person')),
    ...spanOnDay(day.data, from.data, until.data),
  };
}

/** Posts by name. */
export function byName(posts: readonly DutyPost[]): ReadonlyMap<string, DutyPost> {
  return new Map(posts.map((post) => [post.name, post]));
}

/** How much rest a duty asks for. */
export interface Rest {
  /** Hours free before and after a duty that asks for rest. */
  readonly hours: number;
  /** A duty of so many hours or more asks for rest; one through midnight always does. */
  readonly longDutyHours: number;
  readonly timeZone: string;
}

/** Whether a duty asks for rest before the next: through midnight, or long. */
function tires(duty: Span, rest: Rest): boolean {
  return (
    duty.from.slice(0, 10) !== duty.until.slice(0, 10) ||
    minutesBetween(duty.from, duty.until, rest.timeZone) >= rest.longDutyHours * 60
  );
}

/** The rest, in minutes, between two duties in either order; `undefined` when it suffices or they overlap. */
export function shortRest(a: Span, b: Span, rest: Rest): number | undefined {
  const [first, second] = a.from <= b.from ? [a, b] : [b, a];
  if (second.from < first.until || !(tires(first, rest) || tires(second, rest))) return undefined;
  const minutes = minutesBetween(first.until, second.from, rest.timeZone);
  return minutes < rest.hours * 60 ? minutes : undefined;
}
