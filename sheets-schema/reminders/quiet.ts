import type { Label } from '../language.ts';
import type { World } from '../rule.ts';
import { dayOf } from '../values.ts';

/** Why nobody is to be disturbed now: a day off by the school's calendar, or quiet hours; nothing when they may be. */
export function quietNow(world: World): Label | undefined {
  const { calendar, now } = world;
  const today = dayOf(now);
  if (!calendar.isWorkday(today) || calendar.holidayOn(today) !== undefined)
    return { zh: '今天休息，不发提醒', en: 'A day off: nobody is reminded' };
  return quietHour(world);
}

/** Why nobody is to be disturbed at this hour, on whatever day. */
export function quietHour({ settings, now }: World): Label | undefined {
  const time = now.slice(11, 16);
  const [from, until] = [settings.text('reminders.from'), settings.text('reminders.until')];
  return time < from || time >= until
    ? { zh: `${from}到${until}才发提醒`, en: `Reminders go out from ${from} to ${until}` }
    : undefined;
}
