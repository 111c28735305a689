import { expect, test } from 'vitest';
import { standIn } from './stand-in.ts';

test('of many spreadsheets those used last are open, and each still holds what it held', async () => {
  const { google, as } = standIn();
  const { sheets } = as('wang');
  const ids: string[] = [];
  for (let year = 2000; year < 2020; year += 1) {
    const made = await sheets.spreadsheets.create({
      requestBody: { properties: { title: `${year}` } },
    });
    const spreadsheetId = made.data.spreadsheetId ?? '';
    ids.push(spreadsheetId);
    await sheets.spreadsheets.values.update({
      spreadsheetId,
      range: 'A1:B1',
      valueInputOption: 'RAW',
      requestBody: { values: [['年', year]] },
    });
  }
  const packed = () => [...google.state.spreadsheets].filter(([, kept]) => 'packed' in kept).length;
  expect(packed()).toBe(4);
  const shown = await Promise.all(
    ids.map(async (spreadsheetId) => {
      const { data } = await sheets.spreadsheets.values.get({ spreadsheetId, range: 'B1' });
      return data.values?.[0]?.[0];
    }),
  );
  expect(shown).toEqual(ids.map((_, index) => String(2000 + index)));
  expect(packed()).toBe(4);
});
