import type { Register } from '../register.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { minutesLater } from '../time.ts';
import type { RowId } from '../values.ts';
import { teamOf } from './looks-after.ts';
import type { Matter } from './matters.ts';
import { deputyDirectorOf, directorOf, type StaffMember, staffToday } from './staff.ts';

/** Why somebody is told: it names them, their team answers for it, or it waited too long below them. */
export type Told = 'own' | 'team' | 'above';

/** One line of somebody's reminder. */
export interface OwnMatter extends Matter {
  readonly told: Told;
}

/** What one person is told today; nothing of anybody else. */
export interface PersonsMatters {
  readonly person: StaffMember;
  readonly matters: readonly OwnMatter[];
}

/**
 * Who is told what: whoever a row names; the leader of the team that answers for it (班长负责制, R2); when it waited
 * past its promise, or past the hours after which those above are told, the deputy director, and after the hours of
 * 设置 the director too. Whoever acts for somebody (代理人) is told instead. What nobody answers for goes to the director.
 *
 * @param matters everything that is open, the most urgent first; each person's keep that order
 */
export function ownMatters(matters: readonly Matter[], world: World): readonly PersonsMatters[] {
  const staff = staffToday(world);
  const told = new Map<RowId, OwnMatter[]>();
  const addressees = addresseesIn(staff, world);
  for (const matter of matters)
    for (const [person, why] of addressees(matter)) {
      const own = told.get(person.id) ?? [];
      told.set(person.id, own);
      own.push({ ...matter, told: why });
    }
  return staff.flatMap((person) => {
    const own = told.get(person.id);
    return own === undefined ? [] : [{ person, matters: own }];
  });
}

function addresseesIn(
  staff: readonly StaffMember[],
  world: World,
): (matter: Matter) => ReadonlyMap<StaffMember, Told> {
  const byName = new Map(staff.map((person) => [person.name, person]));
  const director = directorOf(staff, world);
  const deputy = deputyDirectorOf(staff);
  const teams = new Map<string, string | undefined>();
  const directorHours = world.settings.number('reminders.directorHours');
  const timeZone = world.settings.text('timeZone');

  const teamOfRegister = (register: Register): string | undefined => {
    if (!teams.has(register.key)) teams.set(register.key, teamOf(register, world));
    return teams.get(register.key);
  };
  const leadersOf = (team: string | undefined): readonly StaffMember[] =>
    team === undefined
      ? []
      : staff.filter((person) => person.leader && person.team === plain(team));
  const acting = (person: StaffMember): StaffMember =>
    (person.actedForBy && byName.get(person.actedForBy)) || person;

  return (matter) => {
    const { register, row, tellAbove } = matter;
    const named = row === undefined ? [] : namedIn(register, row, staff);
    const team =
      (row && inColumns(register, row, 'teams')[0]) ??
      teamOfRegister(register) ??
      named.find(({ team: own }) => own !== '')?.team;
    const leaders = leadersOf(team);
    const waited = (hours: number): boolean =>
      tellAbove !== undefined && minutesLater(tellAbove, hours * 60, timeZone) <= world.now;
    const above = [
      ...(waited(0) ? [deputy ?? director] : []),
      ...(waited(directorHours) || (named.length === 0 && leaders.length === 0) ? [director] : []),
    ];
    const told = new Map<StaffMember, Told>();
    const tell = (persons: readonly (StaffMember | undefined)[], why: Told) => {
      for (const person of persons) {
        const reader = person && acting(person);
        if (reader && !told.has(reader)) told.set(reader, why);
      }
    };
    tell(named, 'own');
    tell(leaders, 'team');
    tell(above, 'above');
    return told;
  };
}

/** The values of the columns that refer to a register. */
function inColumns(register: Register, row: Row, to: string): readonly string[] {
  return Object.entries(register.columns).flatMap(([name, column]) =>
    column.kind === 'reference' && column.to === to && !column.personal
      ? textAt(row, name) || []
      : [],
  );
}

/** Staff whom a row names, by name, or by position in a column for whoever is responsible. */
function namedIn(
  register: Register,
  row: Row,
  staff: readonly StaffMember[],
): readonly StaffMember[] {
  // In 人员 itself a row is about somebody; it is not theirs to mend.
  if (register.key === 'people') return [];
  const names = new Set(inColumns(register, row, 'people').map(plain));
  const owner = register.columns.owner?.kind === 'text' ? plain(textAt(row, 'owner')) : '';
  return staff.filter(
    ({ name, post }) => names.has(name) || (owner !== '' && (owner === name || owner === post)),
  );
}
