import { describe, expect, it } from 'vitest';
import { openScratch, rowData, type Tab, withTab, writeRows } from './scratch.ts';

const scratch = await openScratch();

const header = ['编号', '大小', '件数'];
const list = {
  condition: {
    type: 'ONE_OF_LIST',
    values: [{ userEnteredValue: '小修' }, { userEnteredValue: '大修' }],
  },
};
const dropDown = {
  columnIndex: 1,
  columnName: '大小',
  columnType: 'DROPDOWN',
  dataValidationRule: list,
};

const rangeOf = (sheetId: number, endRowIndex: number) => ({
  sheetId,
  startRowIndex: 0,
  endRowIndex,
  startColumnIndex: 0,
  endColumnIndex: 3,
});

/** Makes a table of the first rows; answers its id. */
async function addTable(
  { batch, sheetId }: Tab,
  endRowIndex: number,
  columnProperties: object[] = [],
): Promise<string> {
  const name = `表_${sheetId}`;
  const answer = await batch([
    { addTable: { table: { name, range: rangeOf(sheetId, endRowIndex), columnProperties } } },
  ]);
  return answer.replies?.[0]?.addTable?.table?.tableId ?? '';
}

async function tableOf(tab: Tab) {
  return (await tab.describe('tables')).tables?.[0];
}

describe('T1 appending to a table', () => {
  it('T1a with its id extends the table', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      const tableId = await addTable(tab, 2);
      await tab.batch([
        {
          appendCells: {
            tableId,
            rows: [rowData(['r-2', '大修', 2]), rowData(['r-3', '小修', 3])],
            fields: 'userEnteredValue',
          },
        },
      ]);
      expect((await tableOf(tab))?.range?.endRowIndex).toBe(4);
      expect((await tab.values('A1:A9')).flat()).toEqual(['编号', 'r-1', 'r-2', 'r-3']);
    }));

  it('T1b moves what lies below it down', () =>
    withTab(scratch, [header, ['r-1', '小修', 1], ['合计']], async (tab) => {
      const tableId = await addTable(tab, 2);
      await tab.batch([
        {
          appendCells: {
            tableId,
            rows: [rowData(['r-2', '大修', 2])],
            fields: 'userEnteredValue',
          },
        },
      ]);
      expect((await tab.values('A1:A9')).flat()).toEqual(['编号', 'r-1', 'r-2', '合计']);
    }));

  it('T1c can be twice in one batch, in order', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      const tableId = await addTable(tab, 2);
      const append = (id: string) => ({
        appendCells: { tableId, rows: [rowData([id])], fields: 'userEnteredValue' },
      });
      await tab.batch([append('r-2'), append('r-3')]);
      expect((await tab.values('A2:A9')).flat()).toEqual(['r-1', 'r-2', 'r-3']);
    }));
});

describe('T2 typed columns', () => {
  it('T2a refuse a validation rule of their own', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      await addTable(tab, 2, [dropDown]);
      const range = {
        ...rangeOf(tab.sheetId, 2),
        startRowIndex: 1,
        startColumnIndex: 1,
        endColumnIndex: 2,
      };
      expect(
        await tab.refusal([{ setDataValidation: { range, rule: { ...list, strict: true } } }]),
      ).toContain('This operation is not allowed on cells in typed columns.');
    }));

  it('T2b take a drop-down from a range only without a type', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      await addTable(tab, 2, [dropDown]);
      const range = {
        ...rangeOf(tab.sheetId, 2),
        startRowIndex: 1,
        startColumnIndex: 2,
        endColumnIndex: 3,
      };
      const rule = {
        condition: {
          type: 'ONE_OF_RANGE',
          values: [{ userEnteredValue: `='${tab.title}'!F1:F9` }],
        },
      };
      await expect(tab.batch([{ setDataValidation: { range, rule } }])).resolves.toBeDefined();
    }));

  it('T2c that are drop-downs need their list, and only they have one', () =>
    withTab(scratch, [header], async (tab) => {
      const range = rangeOf(tab.sheetId, 3);
      const bare = { columnIndex: 1, columnName: '大小', columnType: 'DROPDOWN' };
      const wrong = { ...dropDown, columnType: 'TEXT' };
      const add = (column: object) => ({
        addTable: { table: { name: `表_${tab.sheetId}`, range, columnProperties: [column] } },
      });
      expect(await tab.refusal([add(bare)])).toMatch(/^400 /);
      expect(await tab.refusal([add(wrong)])).toMatch(/^400 /);
    }));

  it('T2d that are checkboxes put FALSE into empty cells', () =>
    withTab(scratch, [header, ['r-1', '小修']], async (tab) => {
      await addTable(tab, 3, [{ columnIndex: 2, columnName: '件数', columnType: 'BOOLEAN' }]);
      expect((await tab.values('C2:C3')).flat()).toEqual([false, false]);
    }));

  it('T2e can be had in eight tables of one spreadsheet', () =>
    withTab(scratch, [], async (tab) => {
      for (let number = 0; number < 8; number += 1) {
        const startRowIndex = number * 4;
        await tab.batch([
          writeRows(tab.sheetId, startRowIndex, [header]),
          {
            addTable: {
              table: {
                name: `表_${tab.sheetId}_${number}`,
                range: {
                  ...rangeOf(tab.sheetId, startRowIndex + 3),
                  startRowIndex,
                },
                columnProperties: [dropDown],
              },
            },
          },
        ]);
      }
      expect((await tab.describe('tables')).tables).toHaveLength(8);
    }));
});

describe('T3 headers', () => {
  it('T3a name the columns of the table when they are written', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      await addTable(tab, 2, [dropDown]);
      await tab.batch([writeRows(tab.sheetId, 0, [['编号', '规模', '件数']])]);
      const columns = (await tableOf(tab))?.columnProperties;
      expect(columns?.map((column) => column.columnName)).toEqual(['编号', '规模', '件数']);
      expect(columns?.[1]?.columnType).toBe('DROPDOWN');
    }));

  it('T3b keep the type of their column when columns are inserted and moved', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      await addTable(tab, 2, [dropDown]);
      const { sheetId } = tab;
      await tab.batch([
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            destinationIndex: 3,
          },
        },
      ]);
      const columns = (await tableOf(tab))?.columnProperties;
      expect(columns?.map((column) => column.columnType ?? '')).toEqual(['', '', 'DROPDOWN']);
    }));

  it('T3c lose the types that an update leaves out', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      const tableId = await addTable(tab, 2, [dropDown]);
      await tab.batch([
        {
          updateTable: {
            table: { tableId, columnProperties: [{ columnIndex: 0, columnName: '号' }] },
            fields: 'columnProperties',
          },
        },
      ]);
      const columns = (await tableOf(tab))?.columnProperties;
      expect(columns?.map((column) => [column.columnName, column.columnType ?? ''])).toEqual([
        ['号', ''],
        ['大小', ''],
        ['件数', ''],
      ]);
    }));
});

describe('T4 sorting a table', () => {
  it('T4a takes a hidden column inside it along', () =>
    withTab(scratch, [header, ['b', '小修', 1], ['a', '大修', 2]], async (tab) => {
      await addTable(tab, 3);
      const { sheetId } = tab;
      await tab.batch([
        {
          updateDimensionProperties: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
            properties: { hiddenByUser: true },
            fields: 'hiddenByUser',
          },
        },
        {
          sortRange: {
            range: { ...rangeOf(sheetId, 3), startRowIndex: 1 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
          },
        },
      ]);
      expect(await tab.values('A2:C3')).toEqual([
        ['a', '大修', 2],
        ['b', '小修', 1],
      ]);
    }));

  it('T4b lets a look-up formula of a row follow its row', () =>
    withTab(scratch, [['编号', '发现'], ['b'], ['a']], async (tab) => {
      const { sheetId, title } = tab;
      const formula = (row: number) => ({
        userEnteredValue: {
          formulaValue: `=IFERROR(VLOOKUP(A${row},'${title}'!F:G,2,FALSE),"")`,
        },
      });
      await tab.batch([
        {
          updateCells: {
            start: { sheetId, rowIndex: 1, columnIndex: 1 },
            rows: [{ values: [formula(2)] }, { values: [formula(3)] }],
            fields: 'userEnteredValue',
          },
        },
        {
          updateCells: {
            start: { sheetId, rowIndex: 0, columnIndex: 5 },
            rows: [rowData(['b', '超期'])],
            fields: 'userEnteredValue',
          },
        },
        {
          sortRange: {
            range: {
              sheetId,
              startRowIndex: 1,
              endRowIndex: 3,
              startColumnIndex: 0,
              endColumnIndex: 2,
            },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
          },
        },
      ]);
      expect(await tab.values('A2:B3')).toEqual([
        ['a', ''],
        ['b', '超期'],
      ]);
    }));
});

describe('T5 deleting a table', () => {
  it('T5a takes its values along', () =>
    withTab(scratch, [header, ['r-1', '小修', 1]], async (tab) => {
      const tableId = await addTable(tab, 2);
      await tab.batch([{ deleteTable: { tableId } }]);
      expect(await tab.values('A1:C2')).toEqual([]);
    }));
});
