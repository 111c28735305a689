import type { SchoolCalendar } from '../calendar.ts';
import { overlaps } from '../span.ts';
import { daysFrom, daysOfMonth, plusDays } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { type Duty, type Rest, shortRest } from './duties.ts';
import { type Absence, type DutyPerson, isAway, isOnStaff, mayTake } from './people.ts';
import { type DayKind, type DutyPost, dayKind, dutySpan } from './posts.ts';
import { createTally, type Share, type Tally } from './tally.ts';
import { type Hindrance, notFilled, type Unfilled } from './unfilled.ts';

/** A duty that was given to somebody; `place` counts the people of a post on a day from 1. */
export interface Assignment extends Duty {
  readonly place: number;
}

export interface RosterRequest {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly posts: readonly DutyPost[];
  readonly people: readonly DutyPerson[];
  readonly calendar: SchoolCalendar;
  readonly absences?: readonly Absence[];
  /** Duties of earlier months: the last days count for rest, all for whose turn it is. */
  readonly earlier?: readonly Duty[];
  readonly rest: Rest;
}

export interface MonthlyRoster {
  /** By day, then in the order of the posts. */
  readonly assignments: readonly Assignment[];
  readonly unfilled: readonly Unfilled[];
}

/**
 * Fills every post on every day of a month, by a simple rule: day by day, the post with the fewest free
 * people first, to whoever has had the least of that kind of day. Nobody is on two posts at once, without
 * rest, away, or on a post that is not theirs. The same request gives the same roster.
 *
 * What cannot be filled is said with the reason.
 */
export function assignDuties(request: RosterRequest): MonthlyRoster {
  const { from, to } = daysOfMonth(request.month);
  const kindOf = (day: LocalDate): DayKind => dayKind(day, request.calendar);
  const before = createTally(request.earlier ?? [], kindOf);
  const now = createTally([], kindOf);
  const theirs = new Map(
    request.posts.map((post) => [post, request.people.filter((person) => mayTake(person, post))]),
  );
  const assignments: Assignment[] = [];
  const unfilled: Unfilled[] = [];
  for (const day of daysFrom(from, to)) {
    const kind = kindOf(day);
    const taken: Assignment[] = [];
    const open = placesOn(request.posts, kind);
    while (open.length > 0) {
      const hardest = hardestOf(
        open.map((place) => ({
          place,
          candidates: (theirs.get(place.post) ?? []).map((person) => ({
            person,
            hindrance: hindranceOf(request, person, place.post, day, now, before),
          })),
        })),
      );
      open.splice(open.indexOf(hardest.place), 1);
      const { post, number } = hardest.place;
      const chosen = whoseTurn(freeOf(hardest), day, kind, now, before);
      if (!chosen) {
        unfilled.push(notFilled(day, post.name, hardest.candidates));
        continue;
      }
      const span = dutySpan(post, day);
      const given = { day, post: post.name, person: chosen.name, place: number, ...span };
      now.add(given);
      taken.push(given);
    }
    assignments.push(...inOrderOf(request.posts, taken));
  }
  return { assignments, unfilled: together(unfilled) };
}

interface Place {
  readonly post: DutyPost;
  readonly number: number;
}

interface Candidate {
  readonly person: DutyPerson;
  readonly hindrance: Hindrance | undefined;
}

interface Chance {
  readonly place: Place;
  readonly candidates: readonly Candidate[];
}

function placesOn(posts: readonly DutyPost[], kind: DayKind): Place[] {
  return posts.flatMap((post) =>
    Array.from({ length: post.needed[kind] }, (_, index) => ({ post, number: index + 1 })),
  );
}

function freeOf({ candidates }: Chance): DutyPerson[] {
  return candidates.filter(({ hindrance }) => !hindrance).map(({ person }) => person);
}

/** The place with the fewest people free for it; the first of several. */
function hardestOf(chances: readonly Chance[]): Chance {
  return chances.reduce((hardest, chance) =>
    freeOf(chance).length < freeOf(hardest).length ? chance : hardest,
  );
}

/** What keeps somebody from a post on a day, if anything. */
function hindranceOf(
  request: RosterRequest,
  person: DutyPerson,
  post: DutyPost,
  day: LocalDate,
  now: Tally,
  before: Tally,
): Hindrance | undefined {
  if (!isOnStaff(person, day)) return 'notOnStaff';
  if (isAway(person.name, day, request.absences ?? [])) return 'away';
  const span = dutySpan(post, day);
  const near = plusDays(day, -1 - Math.ceil(request.rest.hours / 24));
  const recent = [
    ...before.of(person.name).duties.filter((duty) => duty.day >= near),
    ...now.of(person.name).duties.filter((duty) => duty.day >= near),
  ];
  if (recent.some((duty) => overlaps(duty, span))) return 'busy';
  return recent.some((duty) => shortRest(duty, span, request.rest) !== undefined)
    ? 'tired'
    : undefined;
}

/** Whose turn it is: not on duty that day yet, least of this kind of day, least in all, longest ago. */
function whoseTurn(
  free: readonly DutyPerson[],
  day: LocalDate,
  kind: DayKind,
  now: Tally,
  before: Tally,
): DutyPerson | undefined {
  const turns = free.map((person) => {
    const own = now.of(person.name);
    const today = own.duties.filter((duty) => duty.day === day).length;
    const last = own.duties.at(-1)?.day ?? '';
    return { person, turn: [today, ...shareOf(kind, own, before.of(person.name)), last] };
  });
  return turns.reduce<(typeof turns)[number] | undefined>(
    (first, other) => (first && compareTurns(first.turn, other.turn) <= 0 ? first : other),
    undefined,
  )?.person;
}

/** Holidays are few, so they are shared over the months; other days within the month first. */
function shareOf(kind: DayKind, now: Share, before: Share): readonly number[] {
  const [total, totalBefore] = [now.duties.length, before.duties.length];
  switch (kind) {
    case 'holiday':
      return [now.holiday + before.holiday, total, totalBefore];
    case 'weekend':
      return [now.weekend, total, before.weekend, totalBefore];
    case 'workday':
      return [total, totalBefore];
  }
}

function compareTurns(a: readonly (number | string)[], b: readonly (number | string)[]): number {
  for (const [index, mine] of a.entries()) {
    const other = b[index] ?? mine;
    if (mine !== other) return mine < other ? -1 : 1;
  }
  return 0;
}

function inOrderOf(posts: readonly DutyPost[], taken: readonly Assignment[]): Assignment[] {
  return posts.flatMap(({ name }) =>
    taken.filter(({ post }) => post === name).toSorted((a, b) => a.place - b.place),
  );
}

/** One line for a post and day, however many people it lacks. */
function together(unfilled: readonly Unfilled[]): Unfilled[] {
  const groups = Map.groupBy(unfilled, ({ day, post }) => `${day} ${post}`);
  return Array.from(groups.values()).flatMap((group) =>
    group.slice(-1).map((last) => ({ ...last, lacking: group.length })),
  );
}
