import type { Drive, Sheets } from '../google/index.ts';
import { GoogleFailure } from '../google/index.ts';
import { archiveTabRequests } from './setup/closing-tabs.ts';
import { closedTab, sheetIdOf } from './tabs.ts';

/** The spreadsheets to which closed rows go in the end: one a workbook and school year. */
export interface Archives {
  /** The archive that holds a month of a workbook, if it was made. */
  find(spreadsheetId: string, month: string): Promise<string | undefined>;
  /** The same, made with its protected tab where it is not there yet. */
  open(spreadsheetId: string, month: string): Promise<string>;
}

const spreadsheetType = 'application/vnd.google-apps.spreadsheet';
const property = 'houqinArchive';

/** The school year of a month, as people name it: it turns with August. */
export function schoolYearOf(month: string): string {
  const [year = 0, of = 0] = month.split('-').map(Number);
  const first = of >= 8 ? year : year - 1;
  return `${first}—${first + 1}学年`;
}

/** The archive that holds a month of a workbook, if it was made. */
export async function findArchive(
  drive: Pick<Drive, 'listFiles'>,
  spreadsheetId: string,
  month: string,
): Promise<string | undefined> {
  const value = `${spreadsheetId} ${schoolYearOf(month)}`;
  const [found] = await drive.listFiles(
    `properties has { key='${property}' and value='${value}' } and trashed = false`,
    'id',
  );
  return found?.id ?? undefined;
}

/**
 * Archives are found by a property of their file, whatever people call it, so that one whose making was not answered is
 * found again.
 */
export function createArchives({
  sheets,
  drive,
  driveId,
  editors,
}: {
  readonly sheets: Pick<Sheets, 'get' | 'batchUpdate'>;
  readonly drive: Pick<Drive, 'listFiles' | 'createFile' | 'getFile'>;
  /** The shared drive of the workbooks; without one an archive lies beside its workbook. */
  readonly driveId: string | undefined;
  readonly editors: readonly string[];
}): Archives {
  const make = async (spreadsheetId: string, month: string): Promise<string> => {
    const { name, parents } = await drive.getFile(spreadsheetId, 'name,parents');
    const place = driveId === undefined ? parents : [driveId];
    const { id } = await drive.createFile({
      name: `${name ?? ''}·已结档案 ${schoolYearOf(month)}`,
      mimeType: spreadsheetType,
      properties: { [property]: `${spreadsheetId} ${schoolYearOf(month)}` },
      ...(place && { parents: place }),
    });
    if (!id)
      throw new GoogleFailure({ kind: 'unclear', message: 'an archive was made without id' });
    return id;
  };

  const layOut = async (archiveId: string): Promise<void> => {
    const { sheets: tabs = [] } = await sheets.get(archiveId, {
      fields: 'sheets(properties(sheetId))',
    });
    if (tabs.some(({ properties }) => properties?.sheetId === sheetIdOf(closedTab.key))) return;
    const requests = [
      {
        updateSpreadsheetProperties: {
          properties: { locale: 'zh_CN', timeZone: 'Asia/Shanghai' },
          fields: 'locale,timeZone',
        },
      },
      ...archiveTabRequests(editors),
      ...tabs.flatMap(({ properties }) =>
        properties?.sheetId === 0 ? [{ deleteSheet: { sheetId: 0 } }] : [],
      ),
    ];
    await sheets.batchUpdate(archiveId, { requests }, { fields: 'spreadsheetId' });
  };

  return {
    find: (spreadsheetId, month) => findArchive(drive, spreadsheetId, month),
    async open(spreadsheetId, month) {
      const archiveId =
        (await findArchive(drive, spreadsheetId, month)) ?? (await make(spreadsheetId, month));
      await layOut(archiveId);
      return archiveId;
    },
  };
}
