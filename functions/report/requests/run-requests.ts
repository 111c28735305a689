import { recordedRun } from '#platform/documents/index.ts';
import { type Message, MessageFailure } from '#platform/messages/index.ts';
import type { Register } from '#schema/register.ts';
import { quietHour } from '#schema/reminders/quiet.ts';
import type { Row } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { frameSettings } from '#schema/settings.ts';
import { localMoment } from '#schema/time.ts';
import { localDate } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';
import { type Claim, createOnceADay } from '../reminders/once-a-day.ts';
import type { ReminderPorts } from '../reminders/run-reminders.ts';
import { dueLinkMails } from './link-mails.ts';
import { dueRequestMails } from './request-mails.ts';

/** A mail that is due, under a name by which it is sent once. */
export interface DueMail {
  readonly name: string;
  readonly address: string;
  readonly message: Message;
  /** Notes in the sheet that it went. */
  readonly sent?: () => Promise<void>;
}

/** What a run sent, and what a person should know of it, in Chinese. */
export interface RequestRun {
  readonly sent: number;
  readonly problems: readonly string[];
}

/** So many at once; the next run takes the rest. */
const mostMails = 50;
const frame = ['settings', 'calendar', 'people', 'teams', 'reminders', 'links'];

/**
 * Mails requests to those who decide about them, and personal links to whom they belong, each once. In quiet hours
 * nothing goes out. A run that has nothing to send leaves no trace: it comes every few minutes.
 *
 * @throws WorkbookFailure when the spreadsheets cannot be read; GoogleFailure when the bucket cannot
 */
export async function runRequests(ports: ReminderPorts): Promise<RequestRun> {
  const { world, registers } = await readWorld(ports);
  if (quietHour(world)) return { sent: 0, problems: [] };
  const due = [
    ...dueRequestMails(ports, registers, world),
    ...dueLinkMails(ports, registers, world),
  ];
  const once = createOnceADay(ports.google.storage, ports.bucket, ports.clock);
  const claimed: { readonly mail: DueMail; readonly claim: Mine }[] = [];
  for (const mail of due.slice(0, mostMails)) {
    const claim = await once.claim(mail.name, everyDay);
    if (claim.is === 'mine') claimed.push({ mail, claim });
  }
  if (claimed.length === 0) return { sent: 0, problems: [] };
  return recordedRun(ports, 'requests', async (progress) => {
    let sent = 0;
    for (const { mail, claim } of claimed) {
      try {
        await ports.messages.send(mail.message, { way: 'mail', address: mail.address });
      } catch (failure) {
        if (!(failure instanceof MessageFailure)) throw failure;
        ports.log.error('request-not-sent', { kind: failure.kind });
        progress.problem(`有一封审批邮件没有发出：${failure.label.zh}`);
        await (failure.kind === 'unclear' ? claim.unclear() : claim.release());
        continue;
      }
      sent += 1;
      progress.sent(1);
      await claim.sent();
      await mail.sent?.();
    }
    return { sent, problems: progress.problems };
  });
}

type Mine = Extract<Claim, { readonly is: 'mine' }>;

/** The name of a mail says all of it, so every one has the same day. */
const everyDay = localDate.parse('2026-01-01');

async function readWorld(
  ports: ReminderPorts,
): Promise<{ readonly world: World; readonly registers: readonly Register[] }> {
  const { workbooks, clock, publicHolidays } = ports;
  const all = workbooks.registers;
  const wanted = all.filter(({ key, approval }) => approval !== undefined || frame.includes(key));
  const reads = await workbooks.read(wanted.map(({ key }) => key));
  const rows = new Map<string, readonly Row[]>(
    [...reads].map(([key, read]) => [key, read.rows] as const),
  );
  const at = (timeZone: string): World =>
    worldOf({ registers: all, rows, now: localMoment(clock.now(), timeZone), publicHolidays });
  const world = at(at(frameSettings.timeZone.default).settings.text('timeZone'));
  return { world, registers: all.filter(({ key }) => world.register(key) !== undefined) };
}
