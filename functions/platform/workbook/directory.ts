import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { type WorkbookKey, workbooks } from '#schema/workbooks.ts';
import { type Google, GoogleFailure } from '../google/index.ts';
import { WorkbookFailure } from './port.ts';

const fileShape = z.object({
  driveId: z.string().optional(),
  /** A shared drive of its own for drafts of plan and report: the director reads them first, and alone. */
  draftsDriveId: z.string().optional(),
  /** A shared drive of its own for the audit, which staff cannot open. */
  auditDriveId: z.string().optional(),
  /** Accounts that may write what is protected. */
  editors: z.array(z.string()).default([]),
  /** Spreadsheet id by workbook key; of one that is a file a month, the file that the check looks at. */
  spreadsheets: z.record(z.string(), z.string()),
  /** Files of workbooks that are a file a month, by month `YYYY-MM`: the one made ahead and those not yet deleted too. */
  monthFiles: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** What stays of their rows when they are deleted, by year `YYYY`. */
  yearFiles: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  schoolName: z.string().optional(),
  /** Pages of the forms by register, for 首页 of files that are made later. */
  forms: z.record(z.string(), z.string()).optional(),
});

/** Which spreadsheet is which: set-up writes it into the school's bucket, every function reads it there. */
export type Directory = z.infer<typeof fileShape>;

const directoryObject = 'workbooks.json';
const contentType = 'application/json';
const conditionNotMet = 412;

/** The directory, or `undefined` before set-up. */
export async function readDirectory(
  google: Pick<Google, 'storage'>,
  bucket: string,
): Promise<Directory | undefined> {
  const object = await google.storage.read(bucket, directoryObject);
  return object === undefined
    ? undefined
    : fileShape.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
}

/**
 * Changes the directory, whoever else does so meanwhile, and answers it as it is then.
 *
 * @throws WorkbookFailure before set-up
 */
export async function changeDirectory(
  google: Pick<Google, 'storage'>,
  bucket: string,
  change: (directory: Directory) => Directory,
): Promise<Directory> {
  for (let attempt = 1; ; attempt += 1) {
    const object = await google.storage.read(bucket, directoryObject);
    if (!object) throw noDirectory();
    const before = fileShape.parse(JSON.parse(new TextDecoder().decode(object.bytes)));
    const after = change(before);
    if (isDeepStrictEqual(after, before)) return before;
    try {
      const bytes = new TextEncoder().encode(JSON.stringify(after, undefined, 2));
      const ifGenerationMatch = object.generation;
      await google.storage.write(bucket, directoryObject, bytes, {
        contentType,
        ifGenerationMatch,
      });
      return after;
    } catch (failure) {
      const isRace = failure instanceof GoogleFailure && failure.status === conditionNotMet;
      if (!isRace || attempt === 5) throw failure;
    }
  }
}

function noDirectory(): WorkbookFailure {
  return new WorkbookFailure({
    zh: '还没有安装：找不到表格目录，请先运行安装',
    en: 'Nothing is set up yet: there is no directory of spreadsheets. Run the set-up.',
  });
}

/** Stores the directory. */
export async function writeDirectory(
  google: Pick<Google, 'storage'>,
  bucket: string,
  directory: Directory,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(directory, undefined, 2));
  await google.storage.write(bucket, directoryObject, bytes, { contentType });
}

/** Where a workbook that is a file a month is written in a month, and where else its rows may be. */
export interface FilesOfMonth {
  /** The file's own month; earlier than asked for when that month has none yet. */
  readonly month: string;
  readonly id: string;
  /** Files of the months before, and of years, the oldest first. */
  readonly past: readonly string[];
}

/** The files of a workbook in a month; nothing before its first month is known. */
export function filesIn(
  { spreadsheets, monthFiles, yearFiles }: Directory,
  workbook: WorkbookKey,
  month: string,
): FilesOfMonth | undefined {
  const files = Object.entries(monthFiles?.[workbook] ?? {}).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  // Never before the file that is looked at, even when the clock was ahead.
  const from = files.findIndex(([, id]) => id === spreadsheets[workbook]);
  const at = files.findLastIndex(([own], index) => own <= month || index === from);
  const [own, id] = files[at] ?? [];
  if (own === undefined || id === undefined) return undefined;
  const years = Object.entries(yearFiles?.[workbook] ?? {}).toSorted(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return { month: own, id, past: [...years, ...files.slice(0, at)].map(([, past]) => past) };
}

/** The spreadsheet of a workbook; throws with words for a person when set-up has not made it. */
export function spreadsheetIdOf(directory: Directory, workbook: WorkbookKey): string {
  const id = directory.spreadsheets[workbook];
  if (id === undefined)
    throw new WorkbookFailure({
      zh: `还没有“${workbooks[workbook].title.zh}”表格，请先运行安装`,
      en: `There is no spreadsheet for ${workbooks[workbook].title.en} yet: run the set-up`,
    });
  return id;
}
