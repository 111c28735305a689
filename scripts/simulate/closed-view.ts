import * as z from 'zod';
import { closedTab, closingTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import { findSpreadsheet } from '../local-google/sheets/kept.ts';
import type { GoogleState } from '../local-google/state.ts';
import { type Entered, tabOf } from './sheet-view.ts';

/** A row as 已结 holds it. */
export interface ClosedEnd {
  /** From 0; the header is row 0. */
  readonly rowIndex: number;
  /** The closing that took it. */
  readonly month: string;
  readonly register: string;
  readonly id: string;
  readonly sequence: string;
  /** What it says, by column. */
  readonly cells: Readonly<Record<string, Entered>>;
}

const contentShape = z.object({ sequence: z.string(), cells: z.record(z.string(), z.unknown()) });
const cellShape = z.union([z.string(), z.number(), z.boolean()]);

/** The rows of 已结 of a workbook at this moment; none where nothing was ever closed. */
export function closedRowsOf(state: GoogleState, spreadsheetId: string): readonly ClosedEnd[] {
  return linesOf(state, spreadsheetId, closedTab.key).map(({ rowIndex, line }) => {
    const { sequence, cells } = contentShape.parse(JSON.parse(String(line[4])));
    const plain = Object.entries(cells).map(([column, cell]): [string, Entered] => [
      column,
      cellShape.safeParse(cell).data,
    ]);
    return {
      rowIndex,
      month: String(line[0]),
      register: String(line[6]),
      id: String(line[5]),
      sequence,
      cells: Object.fromEntries(plain),
    };
  });
}

/** What a closing or reopening left under way in a workbook, in words; nothing when all was finished. */
export function leftUnderWay(state: GoogleState, spreadsheetId: string): readonly string[] {
  const said = linesOf(state, spreadsheetId, closingTab.key).filter(({ line }) =>
    String(line[3]).startsWith('正在'),
  );
  const locked = (findSpreadsheet(state, spreadsheetId)?.sheets ?? []).filter(
    ({ protectedRanges }) =>
      protectedRanges.some(({ description }) => description?.includes('正在月结')),
  );
  return [
    ...said.map(({ line }) => `月结 says of ${line[0]} for good: ${line[3]}`),
    ...locked.map(({ properties }) => `${properties.title} stays protected`),
  ];
}

function linesOf(state: GoogleState, spreadsheetId: string, key: string) {
  const sheetId = sheetIdOf(key);
  const isThere = findSpreadsheet(state, spreadsheetId)?.sheets.some(
    ({ properties }) => properties.sheetId === sheetId,
  );
  return isThere
    ? tabOf(state, spreadsheetId, key)
        .map((line, rowIndex) => ({ rowIndex, line }))
        .filter(({ rowIndex, line: [month] }) => rowIndex > 0 && month !== undefined)
    : [];
}
