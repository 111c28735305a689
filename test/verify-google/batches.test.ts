import { describe, expect, it } from 'vitest';
import { freshId, openScratch, rowData, withTab, writeRows } from './scratch.ts';

const scratch = await openScratch();

describe('B1 a batch', () => {
  it('B1a of which one request is refused changes nothing', () =>
    withTab(scratch, [['编号']], async ({ refusal, values, sheetId }) => {
      const refused = await refusal([
        writeRows(sheetId, 1, [['r-1']]),
        { deleteNamedRange: { namedRangeId: 'nobody' } },
      ]);
      expect(refused).toMatch(/^400 /);
      expect(refused).toContain('requests[1]');
      expect((await values('A1:A9')).flat()).toEqual(['编号']);
    }));

  it('B1b answers ranges by the title a tab has after it', () =>
    withTab(scratch, [['编号']], async ({ batch, sheetId, title }) => {
      const renamed = `${title} 新`;
      const answer = await batch(
        [
          { updateSheetProperties: { properties: { sheetId, title: renamed }, fields: 'title' } },
          writeRows(sheetId, 1, [['r-1']]),
        ],
        { responseRanges: [`'${renamed}'!A2:A2`] },
      );
      const sheet = answer.updatedSpreadsheet?.sheets?.find(
        (one) => one.properties?.sheetId === sheetId,
      );
      expect(sheet?.data?.[0]?.rowData?.[0]?.values?.[0]?.formattedValue).toBe('r-1');
    }));

  it('B1c shows in its answer what the cells hold after it', () =>
    withTab(scratch, [['编号']], async ({ batch, sheetId, title }) => {
      const answer = await batch(
        [
          {
            appendCells: { sheetId, rows: [rowData(['r-1'])], fields: 'userEnteredValue' },
          },
        ],
        { responseRanges: [`'${title}'!A1:A3`] },
      );
      const sheet = answer.updatedSpreadsheet?.sheets?.find(
        (one) => one.properties?.sheetId === sheetId,
      );
      expect(sheet?.data?.[0]?.rowData?.map((row) => row.values?.[0]?.formattedValue)).toEqual([
        '编号',
        'r-1',
      ]);
    }));
});

describe('B4 findReplace', () => {
  const replace = (find: string, range: object) => ({
    findReplace: { find, replacement: '', range, matchCase: true, matchEntireCell: true },
  });

  it('B4a takes away a text that is the whole of a cell of its range, and no other', () =>
    withTab(
      scratch,
      [
        ['等厂家', '等厂家'],
        ['等厂家周五来', ''],
        ['=1+1', ''],
      ],
      async ({ batch, values, sheetId }) => {
        const first = { sheetId, startColumnIndex: 0, endColumnIndex: 1 };
        await batch([replace('等厂家', { ...first, startRowIndex: 0, endRowIndex: 3 })]);
        expect(await values('A1:B3')).toEqual([['', '等厂家'], ['等厂家周五来'], ['=1+1']]);
        await batch([replace('=1+1', { ...first, startRowIndex: 2, endRowIndex: 3 })]);
        expect((await values('A3:A3')).flat()).toEqual([]);
      },
    ));

  it('B4b takes what it looks for as letters, not as a pattern', () =>
    withTab(scratch, [['a.c*(1)']], async ({ batch, values, sheetId }) => {
      const range = {
        sheetId,
        startRowIndex: 0,
        endRowIndex: 1,
        startColumnIndex: 0,
        endColumnIndex: 1,
      };
      await batch([replace('abc', range)]);
      expect((await values('A1:A1')).flat()).toEqual(['a.c*(1)']);
      await batch([replace('a.c*(1)', range)]);
      expect((await values('A1:A1')).flat()).toEqual([]);
    }));
});

describe('B5 filter views', () => {
  const view = (sheetId: number, filterViewId: number, title: string) => ({
    addFilterView: {
      filter: {
        filterViewId,
        title,
        range: { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: 2 },
        filterSpecs: [
          {
            columnIndex: 0,
            filterCriteria: {
              condition: {
                type: 'CUSTOM_FORMULA',
                values: [{ userEnteredValue: '=$A2>=TODAY()-7' }],
              },
            },
          },
        ],
      },
    },
  });

  it('B5a take an id of our own, and not twice', () =>
    withTab(
      scratch,
      [['报修时间', '状态']],
      async ({ batch, refusal, sheetId, describe: described }) => {
        const id = freshId();
        await batch([view(sheetId, id, '本周')]);
        const { filterViews = [] } = await described('filterViews(filterViewId)');
        expect(filterViews.map(({ filterViewId }) => filterViewId)).toEqual([id]);
        expect(await refusal([view(sheetId, id, '又一个')])).toMatch(/^400 /);
      },
    ));

  it('B5b keep a formula of our own as their condition', () =>
    withTab(scratch, [['报修时间', '状态']], async ({ batch, sheetId, describe: described }) => {
      await batch([view(sheetId, freshId(), '本周')]);
      const { filterViews = [] } = await described('filterViews(filterSpecs)');
      expect(filterViews[0]?.filterSpecs?.[0]?.filterCriteria?.condition).toMatchObject({
        type: 'CUSTOM_FORMULA',
        values: [{ userEnteredValue: '=$A2>=TODAY()-7' }],
      });
    }));
});

describe('B2 values', () => {
  it('B2a a text with a leading = stays a text', () =>
    withTab(scratch, [['=1+1', "'x"]], async ({ values }) => {
      expect(await values('A1:B1', 'FORMATTED_VALUE')).toEqual([['=1+1', "'x"]]);
    }));

  it('B2b a strict rule does not refuse what the API writes', () =>
    withTab(scratch, [['大小']], async ({ batch, values, sheetId }) => {
      const range = {
        sheetId,
        startRowIndex: 1,
        endRowIndex: 3,
        startColumnIndex: 0,
        endColumnIndex: 1,
      };
      const condition = { type: 'ONE_OF_LIST', values: [{ userEnteredValue: '大修' }] };
      await batch([{ setDataValidation: { range, rule: { condition, strict: true } } }]);
      await batch([writeRows(sheetId, 1, [['别的']])]);
      expect((await values('A2:A2')).flat()).toEqual(['别的']);
    }));

  it('B2c a formula finds in a whole column of another tab', () =>
    withTab(scratch, [['r-1', '超期']], async ({ values, title }) => {
      await withTab(scratch, [['r-1'], ['r-2']], async (register) => {
        const formula = (row: number) => ({
          values: [
            {
              userEnteredValue: {
                formulaValue: `=IFERROR(VLOOKUP(A${row},'${title}'!A:B,2,FALSE),"")`,
              },
            },
          ],
        });
        await register.batch([
          {
            updateCells: {
              start: { sheetId: register.sheetId, rowIndex: 0, columnIndex: 1 },
              rows: [formula(1), formula(2)],
              fields: 'userEnteredValue',
            },
          },
        ]);
        expect(await register.values('A1:B2')).toEqual([
          ['r-1', '超期'],
          ['r-2', ''],
        ]);
      });
      expect(await values('A1:A1')).toEqual([['r-1']]);
    }));
});

describe('B3 named ranges, the fall-back for tokens and fence', () => {
  const add = (name: string, sheetId: number) => ({
    addNamedRange: { namedRange: { name, range: { sheetId, startRowIndex: 0, endRowIndex: 1 } } },
  });

  it('B3a refuse a second of the same name, with the whole batch', () =>
    withTab(scratch, [], async ({ batch, refusal, values, sheetId }) => {
      const name = `houqin_${sheetId}`;
      await batch([add(name, sheetId)]);
      expect(await refusal([writeRows(sheetId, 0, [['写了']]), add(name, sheetId)])).toContain(
        'a named range with that name already exists',
      );
      expect(await values('A1:A1')).toEqual([]);
    }));

  it('B3b refuse an update of an id that nobody has', () =>
    withTab(scratch, [], async ({ refusal, sheetId }) => {
      const namedRange = { namedRangeId: `nobody_${sheetId}`, name: 'x_y' };
      expect(await refusal([{ updateNamedRange: { namedRange, fields: 'name' } }])).toMatch(
        /^400 .*No NamedRange with id/i,
      );
    }));
});
