import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { matterColumn, matterColumns } from '../matter-lines.ts';
import { severityWords } from '../open-matters.ts';
import { columnLetters, openMattersTab, sheetIdOf } from '../tabs.ts';
import { bold, row, text, width } from './frame-tabs.ts';
import { columnSpan, protect, severityColours } from './register-tab.ts';

type Request = sheets_v4.Schema$Request;

const sheetId = sheetIdOf(openMattersTab.key);

/**
 * 待办: the one place where a workbook's findings live. Staff may fill in the reason for which they accept one,
 * and nothing else. Ranges are whole columns: lines come and go at the top, and a range that began there would move.
 */
export function openMattersTabRequests(editors: readonly string[]): Request[] {
  return [
    {
      addSheet: {
        properties: {
          sheetId,
          title: openMattersTab.title,
          index: 1,
          gridProperties: {
            rowCount: 200,
            columnCount: matterColumns.length,
            frozenRowCount: 1,
          },
        },
      },
    },
    ...dressed(editors),
  ];
}

/** Requests that give a 待办 laid out before there were reasons the columns and protection that it has now. */
export function widenedRequests(
  tab: sheets_v4.Schema$Sheet,
  editors: readonly string[],
): Request[] {
  const length = matterColumns.length - (tab.properties?.gridProperties?.columnCount ?? 0);
  if (length <= 0) return [];
  return [
    { appendDimension: { sheetId, dimension: 'COLUMNS', length } },
    ...(tab.protectedRanges ?? []).flatMap(({ protectedRangeId }) =>
      typeof protectedRangeId === 'number' ? [{ deleteProtectedRange: { protectedRangeId } }] : [],
    ),
    ...dressed(editors),
  ];
}

/** Headers, widths, protection and colours. */
function dressed(editors: readonly string[]): Request[] {
  return [
    row(
      sheetId,
      0,
      matterColumns.map(({ key, title }) => ({
        ...text(title, bold),
        ...(key === 'reason' && { note: reasonNote }),
      })),
    ),
    ...matterColumns.map(({ width: pixels, ...column }, index) =>
      width(sheetId, index, pixels, 'hidden' in column),
    ),
    ...openMattersProtections(editors),
    ...severityColours({ sheetId, ...columnSpan(matterColumn('severity')) }),
    acceptedColour(),
  ];
}

/** What keeps staff from all of 待办 but its reasons. */
export function openMattersProtections(editors: readonly string[]): Request[] {
  return [
    {
      addProtectedRange: {
        protectedRange: {
          range: { sheetId },
          unprotectedRanges: [{ sheetId, ...columnSpan(matterColumn('reason')) }],
          description: '待办由系统填写，只有“接受原因”可以填；问题改好后会自己消失',
          editors: { users: [...editors] },
        },
      },
    },
    protect({ sheetId, startRowIndex: 0, endRowIndex: 1 }, '待办的表头由系统填写', editors),
  ];
}

const reasonNote =
  '确实不用改的，写明原因即可接受，提示不再标在那一行；往下填充可一次接受许多条。那一行改动后要重新写。';

/** Lines that somebody accepted are grey all over. */
function acceptedColour(): Request {
  const severity = columnLetters(matterColumn('severity'));
  return {
    addConditionalFormatRule: {
      index: 0,
      rule: {
        ranges: [{ sheetId, startColumnIndex: 0, endColumnIndex: matterColumns.length }],
        booleanRule: {
          condition: {
            type: 'CUSTOM_FORMULA',
            values: [{ userEnteredValue: `=$${severity}1="${severityWords.accepted}"` }],
          },
          format: {
            backgroundColorStyle: { rgbColor: { red: 0.96, green: 0.96, blue: 0.96 } },
            textFormat: {
              foregroundColorStyle: { rgbColor: { red: 0.45, green: 0.45, blue: 0.45 } },
            },
          },
        },
      },
    },
  };
}
