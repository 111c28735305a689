import { changeDirectory, spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { makeSpreadsheet } from '#platform/workbook/setup/index.ts';
import { layOutWorkbook } from '#platform/workbook/setup/lay-out-workbook.ts';
import { type WorkbookKey, workbooks } from '#schema/workbooks.ts';
import { type MonthFilePorts, registersIn } from './ports.ts';

/** Which of the two lists of the directory a file stands in. */
type FileList = 'monthFiles' | 'yearFiles';

/**
 * The file of a month or a year, made by the same code as set-up's and beside the file that is in use, so that whoever
 * may open that one's folder may open it; found when it is there.
 *
 * @param period `YYYY-MM` or `YYYY`
 */
export async function makeFile(
  ports: MonthFilePorts,
  workbook: WorkbookKey,
  list: FileList,
  period: string,
): Promise<string> {
  const { google, sheets, bucket, prolong } = ports;
  const directory = await ports.directory();
  const known = directory[list]?.[workbook]?.[period];
  if (known !== undefined) return known;
  const inUse = spreadsheetIdOf(directory, workbook);
  const [parent] = (await google.drive.getFile(inUse, 'parents')).parents ?? [];
  if (parent === undefined) throw new Error(`the folder of ${inUse} is not known`);
  const name = `${directory.schoolName ?? ''}·${workbooks[workbook].title.zh} ${period}`;
  const spreadsheetId = await makeSpreadsheet(google, parent, name);
  await prolong();
  await layOutWorkbook({
    sheets,
    spreadsheetId,
    workbook,
    registers: registersIn(ports, workbook),
    editors: directory.editors,
    formUrl: (register) => (list === 'monthFiles' ? directory.forms?.[register] : undefined),
  });
  await changeDirectory(google, bucket, (before) => ({
    ...before,
    [list]: {
      ...before[list],
      [workbook]: { ...before[list]?.[workbook], [period]: spreadsheetId },
    },
  }));
  ports.log.info('file-made', { workbook, period, spreadsheetId });
  return spreadsheetId;
}
