import type { Promised } from '../follow-up.ts';
import type { Label } from '../language.ts';
import { momentAt, type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import { minutesBetween, minutesLater } from '../time.ts';

/** Hours within which it is mended, and that promise in words. */
interface RepairPromise {
  readonly hours: number;
  readonly promise: Label;
}

/** Whether it is mended. */
export const isDone = (row: Row): boolean => valueAt(row, 'state') === 'done';

/** Whether it is a minor or a major one; neither while nobody has said. */
export const isScale =
  (scale: 'minor' | 'major') =>
  (row: Row): boolean =>
    valueAt(row, 'scale') === scale;

/** 小修不过夜，大修不过三 (R3). A repair whose scale nobody has set yet is held to the longer promise. */
function promised(row: Row, world: World): RepairPromise {
  return isScale('minor')(row)
    ? {
        hours: world.settings.number('repairs.minorHours'),
        promise: { zh: '小修不过夜', en: 'minor: same day' },
      }
    : {
        hours: world.settings.number('repairs.majorHours'),
        promise: { zh: '大修不过三天', en: 'major: three days' },
      };
}

/** Who waits for the maker or for parts, and says so, has longer; what was handed up is watched elsewhere. */
export function promisedNow(row: Row, world: World): RepairPromise | undefined {
  const state = valueAt(row, 'state');
  if (state === 'handedUp') return undefined;
  if (state !== 'waiting' || textAt(row, 'waitingFor') === '') return promised(row, world);
  const days = world.settings.number('repairs.waitDays');
  return {
    hours: days * 24,
    promise: { zh: `等待不超${days}天`, en: `waiting: ${days} days at most` },
  };
}

/** Whether it was mended within the promise of its scale. */
export function keptPromise(row: Row, world: World): boolean {
  const from = momentAt(row, 'reported');
  const until = momentAt(row, 'done');
  if (from === undefined || until === undefined) return false;
  const took = minutesBetween(from, until, world.settings.text('timeZone'));
  return took <= promised(row, world).hours * 60;
}

/** Whether a repair is past the promise of its scale and not done, for whatever reason. */
export function isStuck(row: Row, world: World): boolean {
  const from = momentAt(row, 'reported');
  if (from === undefined || isDone(row)) return false;
  const took = minutesBetween(from, world.now, world.settings.text('timeZone'));
  return took > promised(row, world).hours * 60;
}

/** By when whoever reported it was promised that it is mended; counted again from the day on which it still failed. */
export function repairPromise(row: Row, world: World): Promised | undefined {
  const [reported, again, done] = ['reported', 'reopened', 'done'].map((name) =>
    momentAt(row, name),
  );
  const from = again !== undefined && (done === undefined || again > done) ? again : reported;
  const now = promisedNow(row, world);
  if (from === undefined || now === undefined || isDone(row)) return undefined;
  const by = minutesLater(from, now.hours * 60, world.settings.text('timeZone'));
  return { by, promise: now.promise };
}
