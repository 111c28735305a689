import type { SheetsSchema as sheets_v4 } from '#platform/google/index.ts';
import { schoolYearOf } from '#platform/workbook/archives.ts';
import {
  type ClosedLine,
  closedCells,
  closedDigest,
  closedRowsRequest,
  readClosedLines,
} from '#platform/workbook/closed-rows.ts';
import { archivedRequests } from '#platform/workbook/closing-lines.ts';
import { rowDeletions } from '#platform/workbook/row-deletions.ts';
import { hyperlink, text } from '#platform/workbook/setup/frame-tabs.ts';
import { closedTab, homeTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { ClosingWorkbook } from './closing-workbook.ts';
import type { ClosingPorts } from './create-closing.ts';
import { mostRows } from './slices.ts';
import { createSteps } from './steps.ts';
import { problemsOf } from './verify-month.ts';

type Request = sheets_v4.Schema$Request;

/** What became of a month of one workbook. */
export interface ArchivedMonth {
  readonly rows: number;
  /** Why it stays where it is, in words for a person. */
  readonly problems: readonly string[];
}

const closedSheet = sheetIdOf(closedTab.key);

/**
 * Moves a closed month of one workbook to the archive of its school year: copies what the archive lacks, reads it back,
 * compares, and only then takes it out of 已结, in one batch that also says so in 月结. Whoever dies on the way left
 * copies that the next one finds.
 */
export async function archiveMonth(
  ports: ClosingPorts,
  workbook: ClosingWorkbook,
  month: string,
): Promise<ArchivedMonth> {
  const { sheets, archives, prolong } = ports;
  const { spreadsheetId } = workbook;
  await prolong();
  await workbook.begin();
  const lines = await workbook.lines(month);
  const rows = await readClosedLines(sheets, spreadsheetId, month);
  if (rows.length === 0) return { rows: 0, problems: [] };
  const problems = await problemsOf(ports, workbook, lines, rows, month, '已结');
  if (problems.length > 0) return { rows: 0, problems };
  const archiveId = await archives.open(spreadsheetId, month);
  const year = `${schoolYearOf(month)}档案`;
  const copied = await copyInto(ports, archiveId, month, rows);
  if (closedDigest(copied.map(({ hash }) => hash)) !== closedDigest(rows.map(({ hash }) => hash)))
    return { rows: 0, problems: [`${month} 抄进${year}的行与已结不符，已结未动`] };
  await prolong();
  await workbook.step([
    ...rowDeletions(
      closedSheet,
      rows.map(({ rowIndex }) => rowIndex),
    ),
    ...archivedRequests(lines, month, year),
    ...(await homeRequests(ports, spreadsheetId, archiveId, year)),
  ]);
  return { rows: rows.length, problems: [] };
}

/** Brings the archive to hold exactly these rows of a month, and answers what it holds then: whole rows alone. */
async function copyInto(
  ports: ClosingPorts,
  archiveId: string,
  month: string,
  rows: readonly ClosedLine[],
): Promise<readonly ClosedLine[]> {
  const { sheets, prolong } = ports;
  const steps = createSteps(ports, archiveId);
  await steps.begin();
  const wanted = new Set(rows.map(({ hash }) => hash));
  const held = new Set<string>();
  const stray: number[] = [];
  for (const { row, hash, rowIndex } of await readClosedLines(sheets, archiveId, month))
    if (row && wanted.has(hash) && !held.has(hash)) held.add(hash);
    else stray.push(rowIndex);
  // Copies from before the month was reopened: the archive did not count yet.
  if (stray.length > 0) await steps.take(rowDeletions(closedSheet, stray));
  const missing = rows.flatMap(({ row, hash }) => {
    const cells = row && !held.has(hash) ? closedCells(row) : undefined;
    return cells ? [cells] : [];
  });
  for (let start = 0; start < missing.length; start += mostRows) {
    await prolong();
    await steps.take([closedRowsRequest(missing.slice(start, start + mostRows))]);
  }
  const back = await readClosedLines(sheets, archiveId, month);
  return back.filter(({ row }) => row !== undefined);
}

const homeSheet = sheetIdOf(homeTab.key);

/** 首页 links the archive, once. */
async function homeRequests(
  { sheets, spreadsheetUrl }: ClosingPorts,
  spreadsheetId: string,
  archiveId: string,
  year: string,
): Promise<readonly Request[]> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, {
    fields: 'sheets(properties(sheetId))',
  });
  if (!tabs.some(({ properties }) => properties?.sheetId === homeSheet)) return [];
  const { valueRanges = [] } = await sheets.valuesByDataFilter(spreadsheetId, {
    dataFilters: [{ gridRange: { sheetId: homeSheet, startColumnIndex: 0, endColumnIndex: 1 } }],
  });
  const title = `已结 ${year}`;
  if (valueRanges[0]?.valueRange?.values?.some(([said]) => said === title)) return [];
  return [
    {
      appendCells: {
        sheetId: homeSheet,
        fields: 'userEnteredValue',
        rows: [
          {
            values: [
              text(title),
              text('这一学年月结后移出的行'),
              hyperlink(spreadsheetUrl(archiveId), '打开表格'),
            ],
          },
        ],
      },
    },
  ];
}
