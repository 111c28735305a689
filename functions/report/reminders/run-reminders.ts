import type { Clock } from '#platform/clock.ts';
import { readSchool, recordedRun } from '#platform/documents/index.ts';
import type { Storage } from '#platform/google/index.ts';
import type { Links } from '#platform/links/index.ts';
import type { Log } from '#platform/log/index.ts';
import {
  type Addressee,
  type Message,
  MessageFailure,
  type Messages,
} from '#platform/messages/index.ts';
import type { Random } from '#platform/random.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import { choiceOf, mayStop } from '#schema/reminders/choices.ts';
import { dayText } from '#schema/reminders/day-text.ts';
import { openMatters } from '#schema/reminders/matters.ts';
import { type OwnMatter, ownMatters, type PersonsMatters } from '#schema/reminders/own-matters.ts';
import { quietNow } from '#schema/reminders/quiet.ts';
import type { World } from '#schema/rule.ts';
import type { PublicHoliday } from '#schema/school-calendar.ts';
import { dayOf, type LocalDate } from '#schema/values.ts';
import { digestMail } from './digest-mail.ts';
import { missedReminders } from './missed-reminders.ts';
import { createOnceADay } from './once-a-day.ts';

export interface ReminderPorts {
  readonly workbooks: Workbooks;
  readonly google: { readonly storage: Storage };
  /** The school's bucket: it keeps who was told on which day. */
  readonly bucket: string;
  readonly links: Links;
  readonly messages: Messages;
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  /** The public holiday or make-up workday of a day, if it is one. */
  readonly publicHolidays: (day: LocalDate) => PublicHoliday | undefined;
  /** The public address of the functions. */
  readonly baseUrl: string;
}

/** What a run of the reminders did. */
export interface ReminderRun {
  readonly day: LocalDate;
  /** Why nobody was to be disturbed, in Chinese. */
  readonly quiet?: string;
  readonly mailed: number;
  /** Groups whose robot said the day's text. */
  readonly groups: readonly string[];
  /** Told before on this day. */
  readonly already: number;
  /** What a person should know, in Chinese. */
  readonly problems: readonly string[];
}

/** What a person should know of messages of which not everything is sure. */
const unsure = [
  ['claimed', '另一次运行正在发，它若已中断，十分钟后再运行会补发'],
  ['takenOver', '上次发到一半中断，这次已补发，个别可能收到两封一样的'],
  ['unclear', '上次发送时断线，可能没有收到，今天不再发，明天照常'],
] as const;

/** A link in a mail opens for so long; each morning's mail brings a new one. */
const linkDays = 31;

/**
 * Tells each person with a mail address their own open matters, and the groups that have a robot the day's text.
 * Nobody is told twice on a day, on days off, or in quiet hours. Leaves one row in 运行记录, also when it fails.
 *
 * @throws WorkbookFailure when the spreadsheets cannot be read; GoogleFailure when the bucket cannot
 */
export async function runReminders(ports: ReminderPorts): Promise<ReminderRun> {
  return recordedRun(ports, 'digest', async (progress) => {
    const school = await readSchool(ports);
    progress.read(school);
    const { world, registers } = school;
    const day = dayOf(world.now);
    const counts = { mailed: 0, sent: 0, claimed: 0, unclear: 0, takenOver: 0 };
    const groups: string[] = [];
    const done = (quiet?: string): ReminderRun => ({
      day,
      ...(quiet === undefined ? {} : { quiet }),
      mailed: counts.mailed,
      groups,
      already: counts.sent,
      problems: progress.problems,
    });
    const quiet = quietNow(world);
    if (quiet) return done(quiet.zh);
    const missed = missedReminders(world);
    if (missed !== undefined) progress.problem(missed);

    const once = createOnceADay(ports.google.storage, ports.bucket, ports.clock);
    const tell = async (name: string, message: Message, to: Addressee): Promise<boolean> => {
      const claim = await once.claim(name, day);
      if (claim.is !== 'mine') {
        counts[claim.is] += 1;
        return false;
      }
      if (claim.isTakenOver) counts.takenOver += 1;
      try {
        await ports.messages.send(message, to);
      } catch (failure) {
        if (!(failure instanceof MessageFailure)) throw failure;
        ports.log.error('reminder-not-sent', { way: to.way, kind: failure.kind });
        progress.problem(`有一条提醒没有发出：${failure.label.zh}`);
        await (failure.kind === 'unclear' ? claim.unclear() : claim.release());
        return false;
      }
      progress.sent(1);
      await claim.sent();
      return true;
    };

    const accepted = await ports.workbooks.accepted();
    const isAccepted = (finding: Finding) => accepted.has(findingKey(finding));
    const matters = openMatters(registers, world, isAccepted);
    for (const own of ownMatters(matters, world)) {
      const { person } = own;
      if (person.mail === '' || choiceOf(person, world).mail === 'none') continue;
      const message = await mailTo(own, world, ports);
      if (await tell(person.id, message, { way: 'mail', address: person.mail })) counts.mailed += 1;
    }
    const text = dayText(matters, world);
    if (text !== '')
      for (const way of ports.messages.groups)
        if (await tell(`group-${way}`, { subject: '', text }, { way })) groups.push(way);
    for (const [state, words] of unsure)
      if (counts[state] > 0) progress.problem(`${counts[state]} 条提醒${words}`);
    return done();
  });
}

async function mailTo(own: PersonsMatters, world: World, ports: ReminderPorts): Promise<Message> {
  const { links, clock, baseUrl } = ports;
  const { person } = own;
  const { language } = choiceOf(person, world);
  const expires = new Date(clock.now().getTime() + linkDays * 86_400_000).toISOString();
  // Each opens its one page and nothing else: no register has such a key.
  const tokenFor = (what: 'today' | 'unsubscribe') =>
    links.sign({ kind: 'personal', registers: [what], row: person.id, expires, language });
  return digestMail({
    ...own,
    day: dayOf(world.now),
    language,
    page: `${baseUrl}/intake/today?t=${tokenFor('today')}`,
    ...(mayStop(person, world) && {
      unsubscribe: `${baseUrl}/intake/unsubscribe?t=${tokenFor('unsubscribe')}`,
    }),
    openedBy: ({ register, row }: OwnMatter) => {
      if (row === undefined) return undefined;
      const opens = links.sign({ kind: 'post', registers: [register.key], row: row.id, expires });
      return `${baseUrl}/intake/open/${register.key}/${row.id}?t=${opens}`;
    },
    host: new URL(baseUrl).hostname,
  });
}
