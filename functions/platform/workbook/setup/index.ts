import type { Register } from '#schema/register.ts';
import { isMonthly, type WorkbookKey, workbooks } from '#schema/workbooks.ts';
import type { Google } from '../../google/index.ts';
import type { Log } from '../../log/index.ts';
import { type Directory, readDirectory, writeDirectory } from '../directory.ts';
import { layOutWorkbook } from './lay-out-workbook.ts';

export interface SetUpOptions {
  readonly google: Google;
  readonly project: string;
  readonly bucket: string;
  readonly schoolName: string;
  readonly registers: readonly Register[];
  /** Accounts of the functions, and the one that runs set-up: Google lets nobody protect a range against himself. */
  readonly editors: readonly string[];
  /** Who may open drafts of plan and report: their functions and the director; the editors unless told otherwise. */
  readonly draftReaders?: readonly string[];
  readonly formUrl: (register: string) => string | undefined;
  /** Registers that a new school does not use yet: their tabs begin hidden. */
  readonly startsOff?: ReadonlySet<string>;
  readonly log: Log;
}

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';

/**
 * Makes the school's shared drive, bucket and spreadsheets, or finds and upgrades them. Running it twice
 * changes nothing (hard point 15: files are made in a shared drive, since a service account owns no storage).
 */
export async function setUpWorkbooks(options: SetUpOptions): Promise<Directory> {
  const {
    google,
    project,
    bucket,
    registers,
    editors,
    draftReaders = editors,
    formUrl,
    startsOff,
    log,
  } = options;
  await google.storage.createBucket(project, bucket);
  const known = await readDirectory(google, bucket);
  const driveId =
    known?.driveId ??
    (await sharedDrive(google, `${options.schoolName}后勤`, `${bucket}-school`, editors));
  const draftsDriveId =
    known?.draftsDriveId ??
    (await sharedDrive(
      google,
      `${options.schoolName}后勤·主任稿件`,
      `${bucket}-drafts`,
      draftReaders,
    ));
  const auditDriveId =
    known?.auditDriveId ??
    (await sharedDrive(google, `${options.schoolName}后勤·审计`, `${bucket}-audit`, editors));
  const spreadsheets: Record<string, string> = { ...known?.spreadsheets };
  for (const workbook of Object.keys(workbooks).filter(isWorkbookKey)) {
    const own = registers.filter((register) => register.workbook === workbook);
    if (own.length === 0) continue;
    const name = `${options.schoolName}·${workbooks[workbook].title.zh}`;
    const spreadsheetId = spreadsheets[workbook] ?? (await makeSpreadsheet(google, driveId, name));
    spreadsheets[workbook] = spreadsheetId;
    const changes = await layOutWorkbook({
      sheets: google.sheets,
      spreadsheetId,
      workbook,
      registers: own,
      editors,
      formUrl,
      ...(startsOff && { startsOff }),
    });
    log.info('workbook-laid-out', { workbook, spreadsheetId, changes });
  }
  const directory: Directory = {
    ...known,
    schoolName: options.schoolName,
    forms: formsOfMonthly(registers, formUrl),
    driveId,
    draftsDriveId,
    auditDriveId,
    editors: [...editors],
    spreadsheets,
  };
  if (JSON.stringify(directory) !== JSON.stringify(known))
    await writeDirectory(google, bucket, directory);
  return directory;
}

/** A shared drive by its name, made when it is not there, with its members. */
async function sharedDrive(
  google: Google,
  name: string,
  requestId: string,
  members: readonly string[],
): Promise<string> {
  const existing = (await google.drive.listDrives()).find((drive) => drive.name === name);
  const driveId = existing?.id ?? (await google.drive.createDrive(requestId, name)).id;
  if (!driveId) throw new Error('Drive made a shared drive without an id');
  // Sharing with somebody who is a member already, as the account that made the drive is, may demote him.
  const already = new Set(await google.drive.members(driveId));
  for (const emailAddress of members.filter((member) => !already.has(member)))
    await google.drive.share(driveId, { type: 'user', role: roleOf(emailAddress), emailAddress });
  return driveId;
}

/**
 * In a shared drive only an organizer deletes a file for good; the check does so with files whose personal data is past
 * its time. Its account is the one named `check`; under another name such files wait in the bin for thirty days.
 */
function roleOf(emailAddress: string): 'organizer' | 'fileOrganizer' {
  return emailAddress.startsWith('check@') ? 'organizer' : 'fileOrganizer';
}

/** Pages of the forms of workbooks that are a file a month. */
function formsOfMonthly(
  registers: readonly Register[],
  formUrl: SetUpOptions['formUrl'],
): Record<string, string> {
  const forms: Record<string, string> = {};
  for (const { key, workbook, form } of registers) {
    const url = form && isMonthly(workbook) ? formUrl(key) : undefined;
    if (url !== undefined) forms[key] = url;
  }
  return forms;
}

/**
 * Makes an empty spreadsheet in a folder or shared drive. A crash between making a file and noting it leaves one
 * behind: it is found by its name.
 */
export async function makeSpreadsheet(
  google: Pick<Google, 'drive' | 'sheets'>,
  parent: string,
  name: string,
): Promise<string> {
  const [existing] = await google.drive.listFiles(
    `name = '${name.replaceAll("'", "\\'")}' and mimeType = '${spreadsheetType}' and '${parent}' in parents and trashed = false`,
    'id',
  );
  const file =
    existing ??
    (await google.drive.createFile({ name, mimeType: spreadsheetType, parents: [parent] }));
  if (!file.id) throw new Error('Drive made a spreadsheet without an id');
  await google.sheets.batchUpdate(
    file.id,
    {
      requests: [
        {
          updateSpreadsheetProperties: {
            properties: { locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
            fields: 'locale,timeZone',
          },
        },
      ],
    },
    { fields: 'spreadsheetId' },
  );
  return file.id;
}

function isWorkbookKey(key: string): key is WorkbookKey {
  return key in workbooks;
}
