import * as z from 'zod';
import { type WorkbookKey, workbooks } from '#schema/workbooks.ts';
import type { Google } from '../google/index.ts';
import { WorkbookFailure } from './port.ts';

const fileShape = z.object({
  driveId: z.string().optional(),
  /** A shared drive of its own for drafts of plan and report: the director reads them first, and alone. */
  draftsDriveId: z.string().optional(),
  /** A shared drive of its own for the audit, which staff cannot open. */
  auditDriveId: z.string().optional(),
  /** Accounts that may write what is protected. */
  editors: z.array(z.string()).default([]),
  /** Spreadsheet id by workbook key. */
  spreadsheets: z.record(z.string(), z.string()),
});

/** Which spreadsheet is which: set-up writes it into the school's bucket, every function reads it there. */
export type Directory = z.infer<typeof fileShape>;

const directoryObject = 'workbooks.json';

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

/** Stores the directory. */
export async function writeDirectory(
  google: Pick<Google, 'storage'>,
  bucket: string,
  directory: Directory,
): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(directory, undefined, 2));
  await google.storage.write(bucket, directoryObject, bytes, { contentType: 'application/json' });
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
