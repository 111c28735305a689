import { systemClock } from '#platform/clock.ts';
import { createLocalGoogle } from '#scripts/local-google/create-local-google.ts';
import { addPages } from '#scripts/local-google/pages/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { listen } from '#scripts/local-google/server.ts';
import { clientsOf } from '../local-google/clients.ts';

export const repairsTab = 11;

const header = ['检查结果', '地点', '故障情况', '状态', '费用'];
const rows = [
  ['', '食堂', '水龙头漏水', '待修', 30],
  ['', '宿舍1号楼', '灯不亮', '已修好', 5],
  ['', '教学楼', '门锁坏', '待修', 120],
];

/**
 * A stand-in on a port of its own with one spreadsheet: a table 报修 of three rows and two blank ones,
 * its header protected with a warning, and a tab 待办 that only the check may write.
 */
export async function openGridSchool() {
  const google = createLocalGoogle({
    clock: systemClock,
    random: seededRandom('grid'),
    checkAnswers: true,
    // The tests read until what they wait for is there.
    quota: 'off',
  });
  addPages(google, { clock: systemClock });
  const server = await listen(google, 0);
  const { drive, sheets } = clientsOf('owner', { rootUrl: server.url });
  const made = await drive.drives.create({ requestId: 'r', requestBody: { name: '青山中学后勤' } });
  const file = await drive.files.create({
    requestBody: {
      name: '服务与安全',
      mimeType: 'application/vnd.google-apps.spreadsheet',
      parents: [made.data.id ?? ''],
    },
    supportsAllDrives: true,
  });
  const spreadsheetId = file.data.id ?? '';
  const sheetId = repairsTab;
  const editors = { users: ['check@houqin.iam.gserviceaccount.com'] };
  await sheets.spreadsheets.batchUpdate({
    spreadsheetId,
    requestBody: {
      requests: [
        {
          addSheet: {
            properties: {
              sheetId,
              title: '报修',
              gridProperties: { rowCount: 8, columnCount: 6, frozenRowCount: 1 },
            },
          },
        },
        { addSheet: { properties: { sheetId: 12, title: '待办' } } },
        { deleteSheet: { sheetId: 0 } },
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 0 },
            rows: [header, ...rows].map((cells) => ({
              values: cells.map((cell) => ({
                userEnteredValue:
                  typeof cell === 'number' ? { numberValue: cell } : { stringValue: cell },
              })),
            })),
            fields: 'userEnteredValue',
          },
        },
        {
          addTable: {
            table: {
              name: '报修',
              range: {
                sheetId,
                startRowIndex: 0,
                endRowIndex: 4,
                startColumnIndex: 0,
                endColumnIndex: 5,
              },
              columnProperties: header.map((columnName, columnIndex) => ({
                columnIndex,
                columnName,
                ...(columnName === '状态' && {
                  columnType: 'DROPDOWN',
                  dataValidationRule: {
                    condition: {
                      type: 'ONE_OF_LIST',
                      values: [{ userEnteredValue: '待修' }, { userEnteredValue: '已修好' }],
                    },
                  },
                }),
              })),
            },
          },
        },
        {
          updateDimensionProperties: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 5, endIndex: 6 },
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
        {
          addProtectedRange: {
            protectedRange: {
              range: { sheetId, startRowIndex: 0, endRowIndex: 1 },
              description: '表头：改之前请想一想',
              warningOnly: true,
            },
          },
        },
        {
          addProtectedRange: {
            protectedRange: { range: { sheetId: 12 }, description: '待办由系统填写', editors },
          },
        },
      ],
    },
  });
  return {
    url: `${server.url}spreadsheets/d/${spreadsheetId}/edit#gid=${sheetId}`,
    spreadsheetId,
    sheets,
    /** The rows of 报修 as the API shows them. */
    values: async (range = "'报修'!A1:E8") =>
      (await sheets.spreadsheets.values.get({ spreadsheetId, range })).data.values ?? [],
    close: async () => {
      google.stop();
      await server.close();
    },
  };
}

export type GridSchool = Awaited<ReturnType<typeof openGridSchool>>;
