import type { Register } from '#schema/register.ts';
import { type Clock, systemClock } from './clock.ts';
import type { Configuration } from './configuration.ts';
import { createGoogle, type Google } from './google/index.ts';
import { createLinks, type Links } from './links/index.ts';
import { createLog, type Log } from './log/index.ts';
import { createGmailMail } from './mail/gmail.ts';
import type { Mail } from './mail/port.ts';
import { createSmtpMail } from './mail/smtp.ts';
import { createMessages, type Messages } from './messages/index.ts';
import { createPhotos, type Photos } from './photos/index.ts';
import { type Random, systemRandom } from './random.ts';
import { createRowPage } from './row-page.ts';
import { createSeals } from './seals/index.ts';
import { createClosedIds } from './workbook/closed-ids.ts';
import { type Directory, readDirectory } from './workbook/directory.ts';
import {
  createWorkbooks,
  type RowPage,
  WorkbookFailure,
  type Workbooks,
} from './workbook/index.ts';

/** What a deployed function stands on, made once from its environment. */
export interface Platform {
  readonly clock: Clock;
  readonly random: Random;
  readonly log: Log;
  readonly google: Google;
  readonly links: Links;
  readonly mail: Mail;
  readonly messages: Messages;
  readonly workbooks: Workbooks;
  readonly photos: Photos;
  directory(): Promise<Directory>;
  readonly rowPage: RowPage;
  /** Opens a spreadsheet in a browser. */
  spreadsheetUrl(spreadsheetId: string): string;
}

/** The check writes all day, twice a look: more of the sixty a minute spread out, fewer at once. */
const steadyPace = { capacity: 7, perSecond: 0.85 } as const;

/**
 * Makes the ports of one function.
 *
 * @param account the function's own service account; with a Google root set it is the bearer token `service:NAME`
 */
export function openPlatform(
  configuration: Configuration,
  account: 'intake' | 'check' | 'plan' | 'report',
  registers: readonly Register[],
): Platform {
  const { googleRoot, googleToken, bucket, linkKeys, smtpUrl, mailFrom, robots } = configuration;
  const clock = systemClock;
  const random = systemRandom;
  const log = createLog({ write: (line) => process.stdout.write(line), clock });
  const token = googleToken ?? (googleRoot === undefined ? undefined : `service:${account}`);
  const google = createGoogle({
    clock,
    log,
    random,
    ...(googleRoot === undefined ? {} : { root: googleRoot }),
    ...(token === undefined ? {} : { token }),
    ...(account === 'check' && { sheetsWrites: steadyPace }),
  });
  const directory = async (): Promise<Directory> => {
    const known = await readDirectory(google, bucket);
    if (known) return known;
    throw new WorkbookFailure({
      zh: '还没有安装：找不到表格目录，请先运行安装',
      en: `Nothing is set up yet: the bucket ${bucket} has no directory of spreadsheets`,
    });
  };
  const spreadsheetUrl = (spreadsheetId: string): string =>
    `${(googleRoot ?? 'https://docs.google.com').replace(/\/$/, '')}/spreadsheets/d/${encodeURIComponent(spreadsheetId)}/edit`;
  const links = createLinks({ keys: linkKeys, clock });
  const rowPage = createRowPage({ links, url: configuration.url, registers });
  const from = mailFrom ?? '后勤 <houqin@localhost>';
  const mail =
    smtpUrl === undefined
      ? createGmailMail({ google, from })
      : createSmtpMail({ url: smtpUrl, from });
  return {
    clock,
    random,
    log,
    google,
    links,
    rowPage,
    mail,
    messages: createMessages({ mail, clock, log, ...(robots === undefined ? {} : { robots }) }),
    workbooks: createWorkbooks({
      google,
      directory,
      registers,
      clock,
      random,
      log,
      spreadsheetUrl,
      rowPage,
      closedIds: createClosedIds({ storage: google.storage, bucket }),
      seals: createSeals({ storage: google.storage, bucket, random }),
    }),
    photos: createPhotos({ google, bucket, parent: async () => (await directory()).driveId }),
    directory,
    spreadsheetUrl,
  };
}
