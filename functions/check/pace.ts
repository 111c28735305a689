import type { LocalDateTime } from '#schema/values.ts';

/** What the pace of looking follows from. */
export interface Situation {
  readonly now: LocalDateTime;
  /** Whether the school works on this day. */
  readonly isWorkday: boolean;
  /** Since somebody last changed something, as far as is known. */
  readonly secondsSinceActivity?: number | undefined;
  /** 全天, or `07:00-18:00`, as 设置 says. */
  readonly hours: string;
  /** Seconds between two looks while people work, as 设置 says. */
  readonly liveSeconds: number;
  /** Spreadsheets that one look reads, with a call each. */
  readonly workbooks: number;
}

/** After somebody changed something the check looks often for so long, at whatever hour. */
const keenSeconds = 600;
const idleSeconds = 60;
const leastSeconds = 10;
/** Reads a minute that looking by itself may take of the account's sixty; the rest is for hints, audit and sweep. */
const readsAMinute = 30;

/**
 * Seconds until the check looks by itself again: often in working hours and for ten minutes after any activity, each
 * minute otherwise (hard point 13), and never oftener than the account's quota bears. Pure.
 */
export function secondsToNextLook(situation: Situation): number {
  const { liveSeconds, workbooks, secondsSinceActivity = Number.POSITIVE_INFINITY } = situation;
  if (!isWorkingTime(situation) && secondsSinceActivity >= keenSeconds) return idleSeconds;
  const bearable = Math.ceil((workbooks * 60) / readsAMinute);
  return Math.min(idleSeconds, Math.max(leastSeconds, bearable, Math.round(liveSeconds)));
}

function isWorkingTime({ now, isWorkday, hours }: Situation): boolean {
  if (hours === '全天') return true;
  const [from = '', until = ''] = hours.split('-');
  const time = now.slice(11, 16);
  return isWorkday && from <= time && time < until;
}

/**
 * When the next look is due (milliseconds): the end of the window of so many seconds that the clock stands in, so that
 * whoever asks for it names it alike. Pure.
 */
export function nextDue(now: number, seconds: number): number {
  const window = seconds * 1000;
  return (Math.floor(now / window) + 1) * window;
}
