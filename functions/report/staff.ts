import { textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { LocalDate } from '#schema/values.ts';

/** Everybody on the staff list, past and present. */
export function staffNames(world: World): readonly string[] {
  return world.rows('people').flatMap((row) => textAt(row, 'name') || []);
}

/** One team on a day: a line of 表1. */
export interface Team {
  readonly name: string;
  readonly people: number;
  readonly leader: string;
  readonly duty: string;
  /** People on the last day that is compared with; absent in the first term. */
  readonly before?: number;
}

/** The teams with somebody in them, in the order of 班组. */
export function teamsOn(
  world: World,
  day: LocalDate,
  before: LocalDate | undefined,
): readonly Team[] {
  const people = world.rows('people');
  const there = (team: string, on: LocalDate) =>
    people.filter((row) => {
      const left = textAt(row, 'left');
      return (
        textAt(row, 'team') === team && textAt(row, 'joined') <= on && (left === '' || left >= on)
      );
    });
  return world.rows('teams').flatMap((row) => {
    const name = textAt(row, 'name');
    const members = there(name, day);
    if (members.length === 0) return [];
    return [
      {
        name,
        people: members.length,
        leader: members
          .filter((member) => member.values.leader === true)
          .map((member) => textAt(member, 'name'))
          .join('、'),
        duty: textAt(row, 'duty'),
        ...(before === undefined ? {} : { before: there(name, before).length }),
      },
    ];
  });
}
