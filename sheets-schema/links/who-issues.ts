import type { Register } from '../register.ts';
import { deputyDirectorOf, directorOf, staffToday } from '../reminders/staff.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** The registers that the school uses, in their order. */
export function registersIn(world: World): readonly Register[] {
  const ending = '.quietUntil';
  return [...world.settings.declared.keys()]
    .filter((key) => key.endsWith(ending))
    .flatMap((key) => world.register(key.slice(0, -ending.length)) ?? []);
}

/** Whether a line of 链接 was issued: by us at set-up or earlier, or now by a team leader or a director. */
export function mayIssueLinks(row: Row, world: World): boolean {
  if (textAt(row, 'issued') !== '') return true;
  const issuer = plain(textAt(row, 'issuer'));
  const staff = staffToday(world);
  const above = [directorOf(staff, world), deputyDirectorOf(staff)];
  return staff.some(
    (person) => person.name === issuer && (person.leader || above.includes(person)),
  );
}
