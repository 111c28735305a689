import { v5 as uuidV5 } from 'uuid';
import type { Submission, Workbooks } from '#platform/workbook/index.ts';
import type { Columns } from '#schema/columns.ts';
import { textAt, type Values } from '#schema/row.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { writtenSurely } from './written-surely.ts';

/** Namespace of the ids of settings; never changed, or every setting would get a second row. */
const settingRows = 'e3a7d2b4-5f0c-4c8e-8a61-0c9f2d7b6e55';

/** The id of a setting's row in 设置: the same in every school, whoever writes it. */
function settingRowId(key: string): RowId {
  return rowId.parse(uuidV5(key, settingRows));
}

/**
 * Writes the rows of 设置 that are not there yet; what stands there is left as it is.
 *
 * @param rows a row for each setting, as `settingRows` or the demo makes them
 * @returns how many were written
 * @throws WorkbookFailure when 设置 cannot be read
 */
export async function seedSettings(
  workbooks: Workbooks,
  rows: readonly Values<Columns>[],
): Promise<number> {
  const read = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
  const keys = new Set(read.map((row) => textAt(row, 'key').trim()));
  const ids = new Set(read.map((row) => row.id));
  const missing = rows.flatMap((values): Submission[] => {
    const key = String(values.key);
    const id = settingRowId(key);
    return keys.has(key) || ids.has(id) ? [] : [{ register: 'settings', id, values }];
  });
  await Promise.all(missing.map((submission) => writtenSurely(workbooks, submission)));
  return missing.length;
}
