import type { Sheets } from '#platform/google/index.ts';
import type { WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { writeCells } from '#platform/workbook/write-cells.ts';
import { settings, settingsToNote } from '#schema/registers/school/settings.ts';
import type { LocalDateTime } from '#schema/values.ts';

/**
 * Enters beside each setting that was changed what it was before and when the change was seen.
 *
 * @param reads what was read, by spreadsheet
 * @param only the one spreadsheet that may be written; any when absent
 * @returns the spreadsheet that was written, as it is then; nothing when all is noted
 */
export async function noteSettings(
  sheets: Sheets,
  reads: ReadonlyMap<string, WorkbookRead>,
  only: string | undefined,
  now: LocalDateTime,
): Promise<readonly [string, WorkbookRead] | undefined> {
  const [found] = [...reads].filter(([, { tabs }]) => tabs.has(settings.key));
  const tab = found?.[1].tabs.get(settings.key);
  if (!found || !tab || tab.resolved.missing.length > 0) return undefined;
  const [spreadsheetId, read] = found;
  if (only !== undefined && only !== spreadsheetId) return undefined;
  const values = new Map(
    Array.from(settingsToNote(tab.identified.rows, now), ([id, entry]) => [id, { ...entry }]),
  );
  if (values.size === 0) return undefined;
  const written = await writeCells(sheets, spreadsheetId, tab, values);
  return [spreadsheetId, { ...read, tabs: new Map(read.tabs).set(settings.key, written) }];
}
