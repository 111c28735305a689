import { frameSettings } from '#schema/settings.ts';
import { localMoment } from '#schema/time.ts';
import { monthOf } from '#schema/values.ts';
import { isMonthly, type WorkbookKey } from '#schema/workbooks.ts';
import type { Clock } from '../clock.ts';
import { type Directory, filesIn, spreadsheetIdOf } from './directory.ts';

/** The file in which a workbook is written now. */
export interface FilesNow {
  readonly id: string;
  /** Files of past months and years, the oldest first; none where a workbook is one file. */
  readonly past: readonly string[];
  /** Accounts that may write what is protected. */
  readonly editors: readonly string[];
}

const askAgainMilliseconds = 60_000;

/**
 * Tells the file of a workbook. The directory is asked once; again when it could not be read, lacks a workbook, or a
 * month has begun of which it knows no file, then once a minute at most. A workbook that is a file a month changes its
 * file by the clock, so that nobody has to be told: the next one was made ahead.
 *
 * @throws WorkbookFailure when set-up has not made the workbook
 */
export function createFilesNow({
  directory: ask,
  clock,
}: {
  readonly directory: () => Promise<Directory>;
  readonly clock: Clock;
}): (workbook: WorkbookKey) => Promise<FilesNow> {
  let directory: Promise<Directory> | undefined;
  let askedAt = 0;

  const known = (): Promise<Directory> => {
    if (directory) return directory;
    askedAt = clock.now().getTime();
    directory = ask();
    return directory;
  };

  const looked = async (workbook: WorkbookKey): Promise<FilesNow> => {
    const now = clock.now();
    const month = monthOf(localMoment(now, frameSettings.timeZone.default));
    const found = filesIn(await known(), workbook, month);
    const lacks = isMonthly(workbook) && (found?.month ?? '') < month;
    if (lacks && now.getTime() - askedAt >= askAgainMilliseconds) directory = undefined;
    const { editors, ...held } = await known();
    const files = filesIn({ editors, ...held }, workbook, month);
    return {
      id: files?.id ?? spreadsheetIdOf({ editors, ...held }, workbook),
      past: files?.past ?? [],
      editors,
    };
  };

  return async (workbook) => {
    try {
      return await looked(workbook);
    } catch (failure) {
      directory = undefined;
      throw failure;
    }
  };
}
