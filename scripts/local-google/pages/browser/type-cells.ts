import { type Area, cellArea, rangeName } from './a1.ts';
import { blocks, nothing, type Sheet, values, written } from './answers.ts';
import type { Google } from './google.ts';
import type { Undoable } from './undo.ts';
import { areaOf } from './view.ts';
import type { Typed } from './worksheet.ts';

/**
 * Enters texts as if somebody typed them, all or none. A row typed directly below a table joins it.
 * Rejects if Google refuses.
 */
export async function typeCells(
  google: Google,
  sheet: Sheet,
  cells: readonly Typed[],
): Promise<Undoable> {
  const area = boundsOf(cells);
  const before = await readCells(google, sheet, area);
  await widenTable(google, sheet, cells);
  const answer = await google.send(
    '/values:batchUpdate',
    {
      valueInputOption: 'USER_ENTERED',
      includeValuesInResponse: true,
      responseValueRenderOption: 'FORMULA',
      data: runsOf(cells).map((run) => ({
        range: rangeName(sheet.properties.title, boundsOf(run)),
        values: [run.map(({ text }) => text)],
      })),
    },
    written,
  );
  const left = JSON.stringify((answer.responses ?? []).map((one) => one.updatedData?.values ?? []));
  return {
    async undo() {
      const now = await readAgain(google, sheet, cells);
      if (JSON.stringify(now) !== left) return '之后又有人改过这里，不能撤销。';
      await google.send(
        ':batchUpdate',
        {
          requests: [
            {
              updateCells: {
                start: {
                  sheetId: sheet.properties.sheetId,
                  rowIndex: area.top,
                  columnIndex: area.left,
                },
                rows: before,
                fields: 'userEnteredValue',
              },
            },
          ],
        },
        nothing,
      );
      return undefined;
    },
  };
}

/** The smallest area with all these cells. */
export function boundsOf(cells: readonly Typed[]): Area {
  const rows = cells.map(({ row }) => row);
  const columns = cells.map(({ column }) => column);
  return {
    top: Math.min(...rows),
    bottom: Math.max(...rows) + 1,
    left: Math.min(...columns),
    right: Math.max(...columns) + 1,
  };
}

/** Cells that stand side by side, in one piece each. */
function runsOf(cells: readonly Typed[]): Typed[][] {
  const runs: Typed[][] = [];
  for (const cell of cells.toSorted((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    const end = last?.at(-1);
    if (last && end?.row === cell.row && end.column === cell.column - 1) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

async function readCells(google: Google, sheet: Sheet, area: Area) {
  const ranges = rangeName(sheet.properties.title, area);
  const fields = 'sheets(data(rowData(values(userEnteredValue))))';
  const answer = await google.get('', { ranges, fields }, blocks);
  const rows = answer.sheets?.[0]?.data?.[0]?.rowData ?? [];
  const width = area.right - area.left;
  return Array.from({ length: area.bottom - area.top }, (_, offset) => {
    const found = rows[offset]?.values ?? [];
    return { values: Array.from({ length: width }, (_, at) => found[at] ?? {}) };
  });
}

async function readAgain(google: Google, sheet: Sheet, cells: readonly Typed[]) {
  const runs = runsOf(cells).map(async (run) => {
    const range = rangeName(sheet.properties.title, boundsOf(run));
    const query = { valueRenderOption: 'FORMULA' };
    const answer = await google.get(`/values/${encodeURIComponent(range)}`, query, values);
    return answer.values ?? [];
  });
  return Promise.all(runs);
}

/** As Google's page does: whoever types below a table means its next row. */
async function widenTable(google: Google, sheet: Sheet, cells: readonly Typed[]): Promise<void> {
  const filled = cells.filter(({ text }) => text !== '');
  for (const { tableId, range } of sheet.tables ?? []) {
    const table = areaOf(range);
    let bottom = table.bottom;
    const isTyped = (row: number) =>
      filled.some((cell) => {
        const { left, right } = cellArea(cell.row, cell.column);
        return cell.row === row && left >= table.left && right <= table.right;
      });
    while (isTyped(bottom)) bottom += 1;
    if (bottom === table.bottom) continue;
    await google.send(
      ':batchUpdate',
      {
        requests: [
          {
            updateTable: {
              table: { tableId, range: { ...range, endRowIndex: bottom } },
              fields: 'range',
            },
          },
        ],
      },
      nothing,
    );
  }
}
