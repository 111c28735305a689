import type { ApprovalRegister } from '#schema/approval.ts';
import { decidersOf } from '#schema/reminders/deciders.ts';
import { staffToday } from '#schema/reminders/staff.ts';
import type { World } from '#schema/rule.ts';
import type { RowId } from '#schema/values.ts';

/** A request, whoever is asked as 人员 says now, and whether they still decide about it. */
export function requestFound(register: ApprovalRegister, id: RowId, person: string, world: World) {
  const row = world.rows(register.key).find((one) => one.id === id);
  const self = staffToday(world).find((one) => one.id === person);
  // Asked for whether there is a row or not, so that all that is needed is read at once.
  const deciders = row ? decidersOf(register, row, world) : [];
  return { row, self, isDecider: deciders.some((one) => one.id === person) };
}
