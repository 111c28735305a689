import { daysOfMonth, plusMonths } from '../time.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

function roundOf(school: Pick<DemoSchool, 'today'>) {
  const month = plusMonths(school.today.slice(0, 7), -1);
  return { round: `${month.slice(0, 4)}年${Number(month.slice(5))}月`, day: daysOfMonth(month).to };
}

const membersOf = (team: string) =>
  demoPeople.filter((person) => person.team === team && person.leftDaysAgo === undefined);

/** Last month the guards and the canteen rated each other. */
export function demoPeerTicks(school: DemoSchool) {
  const { round, day } = roundOf(school);
  return ['保安', '食堂'].flatMap((team) =>
    membersOf(team).map(({ name }) => ({ day, round, team, person: name })),
  );
}

/** Each ballot rates some of its team; one canteen ballot too many was handed in. */
export function demoPeerRatings(school: DemoSchool) {
  const chance = school.chance('peerRatings');
  const { round } = roundOf(school);
  const rate = (team: string, letter: string, extra: number) => {
    const members = membersOf(team);
    return Array.from({ length: members.length + extra }, (_, index) =>
      members
        .filter(({ name }) => name !== members[index]?.name)
        .map(({ name }) => ({
          round,
          ballot: `${letter}${String(((index * 5) % (members.length + extra)) + 11)}`,
          team,
          person: name,
          work: chance.between(3, 5),
          help: chance.between(3, 5),
          attitude: chance.between(3, 5),
        })),
    ).flat();
  };
  return [...rate('保安', 'A', 0), ...rate('食堂', 'B', 1)].toSorted((a, b) =>
    a.ballot < b.ballot ? -1 : a.ballot > b.ballot ? 1 : 0,
  );
}
