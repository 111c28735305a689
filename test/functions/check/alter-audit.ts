import type { School } from '../../school/open-school.ts';

/** Somebody writes over a value in the first line of the audit of the service workbook. */
export async function alterAudit(school: School, month: string): Promise<void> {
  const { drive, sheets } = school.google('owner');
  const [file] = await drive.listFiles(`name = '审计 ${month}'`, 'id');
  const { sheets: tabs = [] } = await sheets.get(file?.id ?? '', {
    fields: 'sheets(properties(sheetId,title))',
  });
  const sheetId = tabs.find(({ properties }) => properties?.title === 'service')?.properties
    ?.sheetId;
  await sheets.batchUpdate(file?.id ?? '', {
    requests: [
      {
        updateCells: {
          start: { sheetId: sheetId ?? 0, rowIndex: 2, columnIndex: 8 },
          rows: [{ values: [{ userEnteredValue: { stringValue: '改过的' } }] }],
          fields: 'userEnteredValue',
        },
      },
    ],
  });
}
