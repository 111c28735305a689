import { type Row, textAt, valueAt } from '../row.ts';
import { plain } from '../spelling.ts';
import { type LocalDate, localDate } from '../values.ts';
import type { DutyPost } from './posts.ts';

/** Somebody who can be put on a roster. */
export interface DutyPerson {
  readonly name: string;
  readonly team: string;
  readonly joined?: LocalDate;
  /** The last day at work. */
  readonly left?: LocalDate;
}

/** Days on which somebody is away, both included. */
export interface Absence {
  readonly person: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** The people of 人员, in the order of their rows. */
export function dutyPeople(rows: readonly Row[]): readonly DutyPerson[] {
  return rows.flatMap((row): DutyPerson[] => {
    const name = plain(textAt(row, 'name'));
    const joined = localDate.safeParse(valueAt(row, 'joined'));
    const left = localDate.safeParse(valueAt(row, 'left'));
    if (name === '') return [];
    return [
      {
        name,
        team: plain(textAt(row, 'team')),
        ...(joined.success ? { joined: joined.data } : {}),
        ...(left.success ? { left: left.data } : {}),
      },
    ];
  });
}

/** The absences of 请假换班 that were approved. */
export function absences(rows: readonly Row[]): readonly Absence[] {
  return rows.flatMap((row): Absence[] => {
    const from = localDate.safeParse(valueAt(row, 'from'));
    const to = localDate.safeParse(valueAt(row, 'to') ?? valueAt(row, 'from'));
    if (textAt(row, 'state') !== 'approved' || !from.success || !to.success) return [];
    return [{ person: plain(textAt(row, 'person')), from: from.data, to: to.data }];
  });
}

/** Whether somebody is on the staff on a day. */
export function isOnStaff(person: DutyPerson, day: LocalDate): boolean {
  return (person.joined ?? day) <= day && day <= (person.left ?? day);
}

/** Whether somebody is away on a day. */
export function isAway(name: string, day: LocalDate, away: readonly Absence[]): boolean {
  return away.some(({ person, from, to }) => person === name && from <= day && day <= to);
}

/** Whether a post is somebody's to take: named on it, or of its team when it names nobody. */
export function mayTake(person: DutyPerson, post: DutyPost): boolean {
  return post.may.length > 0 ? post.may.includes(person.name) : person.team === post.team;
}
