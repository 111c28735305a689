import readExcelFile from 'read-excel-file/node';
import type { Cell } from '#schema/values.ts';
import { inspectXlsx } from './inspect-xlsx.ts';
import { FileRefused } from './refused.ts';

/** One sheet of a workbook as cells; days are text as `YYYY-MM-DD` or with their time. */
export interface ImportSheet {
  readonly name: string;
  readonly rows: readonly (readonly Cell[])[];
}

/** Reads the sheets of an .xlsx file. @throws FileRefused with the reason */
export async function readXlsx(file: string): Promise<readonly ImportSheet[]> {
  await inspectXlsx(file);
  const sheets = await readExcelFile(file).catch(() => {
    throw new FileRefused(
      '文件已损坏，请在 Excel 或 WPS 里打开后另存一份',
      'The file is damaged: open it and save it anew',
    );
  });
  return sheets.map(({ sheet, data }) => ({
    name: String(sheet),
    rows: data.map((row) => row.map(cellOf)),
  }));
}

function cellOf(value: unknown): Cell {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date && !Number.isNaN(value.getTime())) {
    const moment = value.toISOString().slice(0, 19);
    return moment.endsWith('T00:00:00') ? moment.slice(0, 10) : moment.replace('T', ' ');
  }
  return undefined;
}
