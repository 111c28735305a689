import type { Sheets } from '#platform/google/index.ts';
import { readTabs } from '#platform/workbook/read-tabs.ts';
import type { Register } from '#schema/register.ts';
import type { LocalDate } from '#schema/values.ts';

/**
 * 试运行: rows of a register from before a day get no findings. Written into the value cell of the register's line in
 * 设置 and read back; staff may take it out there.
 *
 * @throws when 设置 has no such line
 */
export async function putOnTrial(
  sheets: Sheets,
  spreadsheetId: string,
  settings: Register,
  register: Register,
  until: LocalDate,
): Promise<void> {
  const key = `${register.key}.quietUntil`;
  for (let attempt = 1; attempt <= 5; attempt += 1) {
    const tab = (await readTabs(sheets, spreadsheetId, [settings])).tabs.get(settings.key);
    const row = tab?.sheet.find(({ values }) => values.key === key);
    const columnIndex = tab?.resolved.layout.columns.get('value');
    if (!tab || !row || columnIndex === undefined) throw new Error(`设置里没有“${key}”这一行`);
    if (String(row.values.value ?? '') >= until) return;
    const start = { sheetId: tab.resolved.layout.sheetId, rowIndex: row.rowIndex, columnIndex };
    await sheets.batchUpdate(spreadsheetId, {
      requests: [
        {
          updateCells: {
            start,
            rows: [{ values: [{ userEnteredValue: { stringValue: until } }] }],
            fields: 'userEnteredValue',
          },
        },
      ],
    });
  }
  throw new Error('设置这一页一直在变动，请稍后再导入');
}
