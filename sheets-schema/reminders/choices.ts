import type { Language } from '../language.ts';
import { textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { deputyDirectorOf, directorOf, type StaffMember, staffToday } from './staff.ts';

/** What somebody chose about their morning mail. */
export interface MailChoice {
  readonly mail: 'daily' | 'none';
  readonly language: Language;
}

/** Whoever answers for others cannot do without the mail: leaders, the deputy director, the director. */
export function mayStop(person: StaffMember, world: World): boolean {
  const staff = staffToday(world);
  const above = [directorOf(staff, world), deputyDirectorOf(staff)];
  return !person.leader && above.every((other) => other?.id !== person.id);
}

/** The last choice of somebody in 提醒订阅; mail every workday, in Chinese, until they choose. */
export function choiceOf(person: StaffMember, world: World): MailChoice {
  const last = world
    .rows('reminders')
    .findLast((row) => plain(textAt(row, 'person')) === person.name);
  const isOff = last !== undefined && textAt(last, 'mail') === 'none';
  return {
    mail: isOff && mayStop(person, world) ? 'none' : 'daily',
    language: last !== undefined && textAt(last, 'language') === 'en' ? 'en' : 'zh',
  };
}
