import type { ApprovalRegister } from '../approval.ts';
import { namesIn } from '../roster/posts.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { deputyDirectorOf, directorOf, type StaffMember, staffToday } from './staff.ts';

/**
 * Who may decide about a request today: those whom 设置 names, else the deputy director or the director, and whoever
 * acts for them (代理人); never the one who asked.
 */
export function decidersOf(
  register: ApprovalRegister,
  row: Row,
  world: World,
): readonly StaffMember[] {
  const staff = staffToday(world);
  const named = namesIn(world.settings.text(`${register.key}.deciders`));
  const asker = plain(textAt(row, register.approval.asker));
  const director = directorOf(staff, world);
  const deputy = deputyDirectorOf(staff);
  const byPosition = (person: StaffMember | undefined) => person && person.name !== asker;
  const usual = register.approval.by === 'deputy' && byPosition(deputy) ? deputy : director;
  const chosen =
    named.length > 0 ? staff.filter(({ name }) => named.includes(name)) : usual ? [usual] : [];
  const acting = chosen.flatMap((person) =>
    person.actedForBy === undefined ? [] : staff.filter(({ name }) => name === person.actedForBy),
  );
  return [...new Set([...chosen, ...acting])].filter(({ name }) => name !== asker);
}

/** Those of {@link decidersOf} who are told: whoever acts for somebody is told instead. */
export function decidersToTell(
  register: ApprovalRegister,
  row: Row,
  world: World,
): readonly StaffMember[] {
  const deciders = decidersOf(register, row, world);
  return deciders.filter(({ actedForBy }) => !deciders.some((other) => other.name === actedForBy));
}
