import { dutyPeople, isOnStaff } from '../roster/people.ts';
import { namesIn } from '../roster/posts.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import type { LocalDate } from '../values.ts';

/** Words that mean the whole office. */
const everybody = new Set(['全体', '全员', '后勤全体', '全体后勤人员', '全体人员']);

/**
 * Whom a text means on a day: `全体` all staff but the school's leaders, a team everybody in it, a name that person;
 * several are listed with 、. People who have not joined yet or have left are not meant.
 */
export function peopleMeant(world: World): (said: string, day: LocalDate) => readonly string[] {
  const staff = dutyPeople(world.rows('people'));
  const leaders = plain(world.settings.text('roster.leadersTeam'));
  return (said, day) => {
    const words = new Set(namesIn(said));
    const all = [...words].some((word) => everybody.has(word));
    return staff
      .filter(
        (person) =>
          isOnStaff(person, day) &&
          (words.has(person.name) || words.has(person.team) || (all && person.team !== leaders)),
      )
      .map(({ name }) => name);
  };
}

/** Words of a text that are neither everybody nor a team nor a person. */
export function wordsMeaningNobody(world: World): (said: string) => readonly string[] {
  const staff = dutyPeople(world.rows('people'));
  const known = new Set([
    ...everybody,
    ...staff.flatMap(({ name, team }) => [name, team]),
    ...world.rows('teams').map((row) => plain(String(row.values.name ?? ''))),
  ]);
  return (said) => namesIn(said).filter((word) => !known.has(word));
}
