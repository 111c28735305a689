import { setTimeout as pause } from 'node:timers/promises';
import { GoogleSpreadsheet } from 'google-spreadsheet';
import { sheets } from 'googleapis/build/src/apis/sheets/index.js';

/** A way of writing a row that others take. */
export interface Rival {
  readonly key: 'append' | 'client';
  readonly title: string;
  /** Makes the way into one spreadsheet; what it answers writes one row, and throws when Google refuses. */
  open(
    googleRoot: string,
    spreadsheetId: string,
  ): Promise<(row: readonly string[]) => Promise<void>>;
}

const token = 'rival';

/** `values.append` for each submission, as most scripts do. */
const append: Rival = {
  key: 'append',
  title: 'values.append a submission',
  open: async (rootUrl, spreadsheetId) => {
    const { spreadsheets } = sheets({ version: 'v4' });
    return async (row) => {
      await spreadsheets.values.append(
        {
          spreadsheetId,
          range: 'A1',
          valueInputOption: 'RAW',
          requestBody: { values: [[...row]] },
        },
        { rootUrl: `${rootUrl}/`, headers: { authorization: `Bearer ${token}` }, retry: false },
      );
    };
  },
};

/** `addRow` of google-spreadsheet. It knows one Google only, so its calls are led to ours on the way. */
const client: Rival = {
  key: 'client',
  title: 'google-spreadsheet, addRow',
  open: async (googleRoot, spreadsheetId) => {
    const real = globalThis.fetch;
    globalThis.fetch = (input, init) => {
      const request = new Request(input, init);
      const { pathname, search } = new URL(request.url);
      return real(new Request(`${googleRoot}${pathname}${search}`, request));
    };
    const document = new GoogleSpreadsheet(spreadsheetId, { token });
    await document.loadInfo();
    const [sheet] = document.sheetsByIndex;
    if (!sheet) throw new Error('intake: the rival has no tab');
    return async (row) => {
      await sheet.addRow([...row]);
    };
  },
};

export const rivals: readonly Rival[] = [append, client];

/** The rows a rival writes a minute. */
export interface Rate {
  readonly perMinute: number;
}

/**
 * Has so many connections send rows by a rival's way, each again and again with the pauses that Google advises, and
 * counts those of three minutes after the first minute, whose allowance is spent by then.
 */
export async function measureRival(
  rival: Rival,
  googleRoot: string,
  spreadsheetId: string,
  connections: number,
): Promise<Rate> {
  const write = await rival.open(googleRoot, spreadsheetId);
  // Google counts by full minutes.
  await pause(60_000 - (Date.now() % 60_000));
  const began = performance.now();
  const minutes = 4;
  let counted = 0;
  const isOver = () => performance.now() - began > minutes * 60_000;
  await Promise.all(
    Array.from({ length: connections }, async (_, connection) => {
      for (let turn = 0; !isOver(); turn += 1) {
        for (let tries = 0; !isOver(); tries += 1) {
          try {
            await write([`${connection}-${turn}`, '教学楼 A201', '后排第三盏灯不亮', '已受理']);
            if (performance.now() - began > 60_000) counted += 1;
            break;
          } catch {
            // Truncated exponential back-off, as Google's guide to quotas has it.
            const seconds = Math.min(64, 2 ** tries + Math.random());
            await pause(
              Math.min(seconds * 1000, minutes * 60_000 - (performance.now() - began) + 1),
            );
          }
        }
      }
    }),
  );
  return { perMinute: counted / (minutes - 1) };
}
