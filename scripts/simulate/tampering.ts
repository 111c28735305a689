import { closedTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Chance } from './chance.ts';
import { closedRowsOf } from './closed-view.ts';
import type { Gate } from './gate.ts';
import { cellRequest } from './staff-requests.ts';

const summaryColumn = 3;

/**
 * The owner of the files, whom nothing keeps out, changes what 已结 says of a row.
 *
 * @returns the month and the id of the row; nothing where no row was ever closed
 */
export function tamper(
  { google, inside }: Gate,
  chance: Chance,
  spreadsheets: readonly string[],
): Promise<{ readonly month: string; readonly id: string } | undefined> {
  return inside(async () => {
    const found = chance.pickAny(
      spreadsheets.flatMap((spreadsheetId) =>
        closedRowsOf(google.state, spreadsheetId).map((row) => ({ spreadsheetId, ...row })),
      ),
    );
    if (!found) return undefined;
    const { spreadsheetId, rowIndex, month, id } = found;
    const request = cellRequest(sheetIdOf(closedTab.key), rowIndex, summaryColumn, '没有这回事');
    const response = await google.byHand(
      new Request(`http://google.local/v4/spreadsheets/${spreadsheetId}:batchUpdate`, {
        method: 'POST',
        headers: { authorization: 'Bearer owner', 'content-type': 'application/json' },
        body: JSON.stringify({ requests: [request] }),
      }),
    );
    if (!response.ok) throw new Error(`the owner may not write: ${await response.text()}`);
    return { month, id };
  });
}
