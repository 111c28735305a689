import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { dayOf, type LocalDate, type RowId } from '../values.ts';

/** Somebody at work today, as reminders know them. */
export interface StaffMember {
  readonly id: RowId;
  readonly name: string;
  readonly team: string;
  readonly post: string;
  readonly leader: boolean;
  /** '' for those who have none. */
  readonly mail: string;
  /** Who acts for them today (代理人). */
  readonly actedForBy?: string;
}

/** Everybody of 人员 who is at work today, in the order of its rows. */
export function staffToday(world: World): readonly StaffMember[] {
  const today = dayOf(world.now);
  return world.rows('people').flatMap((row): StaffMember[] => {
    const name = plain(textAt(row, 'name'));
    if (name === '' || !isThere(row, today)) return [];
    const deputy = deputyOn(row, today);
    return [
      {
        id: row.id,
        name,
        team: plain(textAt(row, 'team')),
        post: plain(textAt(row, 'post')),
        leader: row.values.leader === true,
        mail: textAt(row, 'mail').trim(),
        ...(deputy === undefined ? {} : { actedForBy: deputy }),
      },
    ];
  });
}

function isThere(row: Row, today: LocalDate): boolean {
  const [joined, left] = [textAt(row, 'joined'), textAt(row, 'left')];
  return (joined === '' || joined <= today) && (left === '' || left >= today);
}

function deputyOn(row: Row, today: LocalDate): string | undefined {
  const deputy = plain(textAt(row, 'deputy'));
  const [from, until] = [textAt(row, 'deputyFrom'), textAt(row, 'deputyUntil')];
  const acts = deputy !== '' && from !== '' && from <= today && (until === '' || today <= until);
  return acts ? deputy : undefined;
}

/** The director: named in 设置, else by the position. */
export function directorOf(staff: readonly StaffMember[], world: World): StaffMember | undefined {
  const named = plain(world.settings.text('director'));
  return (
    staff.find(({ name }) => named !== '' && name === named) ??
    staff.find(({ post }) => post === '后勤主任')
  );
}

/** The deputy director 后勤副主任, by the position in 人员. */
export function deputyDirectorOf(staff: readonly StaffMember[]): StaffMember | undefined {
  return staff.find(({ post }) => post === '后勤副主任');
}
