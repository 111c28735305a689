import { sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import { findSpreadsheet } from '#scripts/local-google/sheets/kept.ts';
import type { School } from './open-school.ts';

/** What “Revert to unformatted data” does, which the API has no request for: the table goes, its cells stay. */
export function revertTable(school: School, { key, workbook }: Register): void {
  const { spreadsheets } = school.localGoogle.state;
  const id = school.spreadsheetId(workbook);
  const before = findSpreadsheet(school.localGoogle.state, id);
  if (!before) throw new Error(`no spreadsheet of ${key}`);
  spreadsheets.set(id, {
    ...before,
    sheets: before.sheets.map((sheet) =>
      sheet.properties.sheetId === sheetIdOf(key) ? { ...sheet, tables: [] } : sheet,
    ),
  });
}
