import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { Cell } from '#schema/values.ts';
import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import { listsTab, sheetIdOf } from './tabs.ts';

/**
 * Requests that bring the names in 引用 up to date, for the drop-downs of a workbook (hard point 17); none when they
 * are. Its first row says which register's names a column holds.
 */
export function listsRequests(
  read: readonly (readonly Cell[])[],
  register: (key: string) => Register | undefined,
  rows: (key: string) => readonly Row[],
): sheets_v4.Schema$Request[] {
  const sheetId = sheetIdOf(listsTab.key);
  const changed = (read[0] ?? []).flatMap((cell, columnIndex) => {
    const source = register(String(cell ?? ''));
    if (!source?.label) return [];
    const names = namesOf(source, rows(source.key));
    const before = read.slice(1).map((cells) => String(cells[columnIndex] ?? ''));
    while (before.at(-1) === '') before.pop();
    return JSON.stringify(names) === JSON.stringify(before)
      ? []
      : [{ columnIndex, names, before: before.length }];
  });
  if (changed.length === 0) return [];
  const longest = Math.max(...changed.map(({ names, before }) => Math.max(names.length, before)));
  return [
    ...(longest > 900
      ? [
          {
            updateSheetProperties: {
              properties: { sheetId, gridProperties: { rowCount: longest + 200 } },
              fields: 'gridProperties.rowCount',
            },
          },
        ]
      : []),
    ...changed.map(({ columnIndex, names, before }) => ({
      updateCells: {
        start: { sheetId, rowIndex: 1, columnIndex },
        rows: Array.from({ length: Math.max(names.length, before) }, (_, index) => {
          const name = names[index];
          return {
            values: [name === undefined ? {} : { userEnteredValue: { stringValue: name } }],
          };
        }),
        fields: 'userEnteredValue',
      },
    })),
  ];
}

/** The names a drop-down offers: in the order of the register, those that have not left. */
export function namesOf(register: Register, rows: readonly Row[]): string[] {
  const { label } = register;
  if (label === undefined) return [];
  const current = rows.filter((row) => textAt(row, 'left') === '');
  return [...new Set(current.map((row) => textAt(row, label)).filter((name) => name !== ''))];
}
