import { actLine } from '#schema/acts.ts';
import { isDecided, isWaiting } from '#schema/approval.ts';
import type { Columns } from '#schema/columns.ts';
import type { FollowUp, Promised } from '#schema/follow-up.ts';
import { decidersOf } from '#schema/reminders/deciders.ts';
import { teamOf } from '#schema/reminders/looks-after.ts';
import { type Row, textAt, type Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import type { LocalDateTime } from '#schema/values.ts';
import type { FormRegister } from './access.ts';

/** What a tracking page tells beside the tracked columns, and what can be said on it now. */
export interface Following {
  readonly promised?: Promised;
  /** A name or a team; never a number or an address. */
  readonly owner?: string;
  readonly mayReopen: boolean;
  readonly mayRate: boolean;
  /** Stars that were given. */
  readonly stars?: number;
}

/** What whoever sent a row says on its page. */
export type Feedback =
  | { readonly say: 'again'; readonly words: string }
  | { readonly say: 'stars'; readonly stars: number };

/** How a row stands for whoever sent it. */
export function followingOf(register: FormRegister, row: Row, world: World): Following {
  const { followUp } = register;
  const promised = followUp?.promise?.(row, world);
  const owner = ownerOf(register, row, world);
  const stars = followUp?.stars && Number(row.values[followUp.stars.column]);
  return {
    ...(promised && { promised }),
    ...(owner !== '' && { owner }),
    mayReopen: followUp?.again?.when(row, world) === true,
    mayRate: followUp?.stars?.when(row) === true && !stars,
    ...(stars && { stars }),
  };
}

function ownerOf(register: FormRegister, row: Row, world: World): string {
  if (isDecided(register) && isWaiting(register, row))
    return decidersOf(register, row, world)
      .map(({ name }) => name)
      .join('、');
  const column = register.followUp?.owner;
  const named = column === undefined ? '' : textAt(row, column).trim();
  return named === '' ? (teamOf(register, world) ?? '') : named;
}

const sender = '填报人';

/** What a row says after a feedback; nothing when that cannot be said of it now. */
export function afterFeedback(
  followUp: FollowUp,
  feedback: Feedback,
  row: Row,
  world: World,
): Values<Columns> | undefined {
  const now: LocalDateTime = world.now;
  const keep = (said: string, words = '') => ({
    [followUp.said]: [textAt(row, followUp.said), actLine(now, sender, said, words)]
      .filter((line) => line !== '')
      .join('\n'),
  });
  if (feedback.say === 'again') {
    const { again } = followUp;
    if (!again?.when(row, world)) return undefined;
    return {
      ...again.sets,
      ...(again.stamps !== undefined && { [again.stamps]: now }),
      ...keep(again.label.zh, feedback.words),
    };
  }
  const { stars } = followUp;
  if (!stars?.when(row) || textAt(row, stars.column) !== '') return undefined;
  const { words } = stars;
  const said = words?.byStars[feedback.stars - 1];
  return {
    [stars.column]: feedback.stars,
    ...(words &&
      said !== undefined &&
      textAt(row, words.column) === '' && { [words.column]: said }),
    ...keep(`${'★'.repeat(feedback.stars)}${'☆'.repeat(5 - feedback.stars)}`),
  };
}
