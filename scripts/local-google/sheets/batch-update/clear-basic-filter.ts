import type { RequestHandler } from './index.ts';

/** Takes the filter buttons of a tab away. */
export const clearBasicFilter: RequestHandler<'clearBasicFilter'> = ({ sheetId }, edit) => {
  const home = sheetId ?? 0;
  const { basicFilter: _basicFilter, ...rest } = edit.sheet(home);
  edit.changeSpreadsheet({
    sheets: edit
      .spreadsheet()
      .sheets.map((sheet) => (sheet.properties.sheetId === home ? rest : sheet)),
  });
};
