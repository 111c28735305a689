import { describe, expect, it } from 'vitest';
import { hasOther, openScratch, type Scratch, withTab, writeRows } from './scratch.ts';

const scratch = await openScratch();

/** The client of somebody else, who may edit the spreadsheet. */
function someoneElse({ other }: Scratch) {
  if (!other) throw new Error('These probes need a second account.');
  return other;
}

const protect = (protectedRange: object) => ({ addProtectedRange: { protectedRange } });
const rows = [['编号'], ['b'], ['a']];
const words = 'You are trying to edit a protected cell or object.';

if (hasOther) {
  describe('P1 a protected range', () => {
    const middle = (sheetId: number) => ({
      range: { sheetId, startRowIndex: 1, endRowIndex: 2 },
      editors: { users: [scratch.owner] },
    });

    it('P1a refuses the writes of others with 400', () =>
      withTab(scratch, rows, async ({ batch, refusal, sheetId }) => {
        await batch([protect(middle(sheetId))]);
        const refused = await refusal([writeRows(sheetId, 1, [['改']])], {
          as: someoneElse(scratch),
        });
        expect(refused).toMatch(/^400 /);
        expect(refused).toContain(words);
      }));

    it('P1b refuses others to sort or delete rows across it', () =>
      withTab(scratch, rows, async ({ batch, refusal, sheetId }) => {
        await batch([protect(middle(sheetId))]);
        const sort = {
          sortRange: {
            range: { sheetId, startRowIndex: 1, endRowIndex: 3 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
          },
        };
        const remove = {
          deleteDimension: {
            range: { sheetId, dimension: 'ROWS', startIndex: 0, endIndex: 3 },
          },
        };
        const as = someoneElse(scratch);
        expect(await refusal([sort], { as })).toContain(words);
        expect(await refusal([remove], { as })).toContain(words);
      }));

    it('P1c with a mere warning refuses nobody through the API', () =>
      withTab(scratch, rows, async ({ batch, sheetId }) => {
        await batch([
          protect({ range: { sheetId, startRowIndex: 0, endRowIndex: 1 }, warningOnly: true }),
        ]);
        await expect(
          batch([writeRows(sheetId, 0, [['号']])], { as: someoneElse(scratch) }),
        ).resolves.toBeDefined();
      }));

    it('P3a leaves open parts of a whole tab open, but for what a second protection covers', () =>
      withTab(scratch, rows, async ({ batch, refusal, sheetId }) => {
        const open = { sheetId, startColumnIndex: 1, endColumnIndex: 2 };
        const editors = { users: [scratch.owner] };
        const header = { sheetId, startRowIndex: 0, endRowIndex: 1 };
        await batch([
          protect({ range: { sheetId }, unprotectedRanges: [open], editors }),
          protect({ range: header, editors }),
        ]);
        const as = someoneElse(scratch);
        const write = (rowIndex: number, columnIndex: number) => ({
          updateCells: {
            start: { sheetId, rowIndex, columnIndex },
            rows: [{ values: [{ userEnteredValue: { stringValue: '写' } }] }],
            fields: 'userEnteredValue',
          },
        });
        await expect(batch([write(1, 1)], { as })).resolves.toBeDefined();
        expect(await refusal([write(1, 0)], { as })).toContain(words);
        expect(await refusal([write(0, 1)], { as })).toContain(words);
      }));

    it('P1d without a list of editors refuses nobody who may edit the spreadsheet', () =>
      withTab(scratch, rows, async ({ batch, sheetId }) => {
        await batch([protect({ range: { sheetId, startRowIndex: 0, endRowIndex: 1 } })]);
        await expect(
          batch([writeRows(sheetId, 0, [['号']])], { as: someoneElse(scratch) }),
        ).resolves.toBeDefined();
      }));

    it('P1e takes no list of editors without the one who protects', () =>
      withTab(scratch, rows, async ({ refusal, sheetId }) => {
        const without = { ...middle(sheetId), editors: { users: [scratch.owner] } };
        expect(await refusal([protect(without)], { as: someoneElse(scratch) })).toMatch(/^400 /);
      }));
  });
}

describe('P3 a whole tab', () => {
  it('P3b takes one protection, whose open parts can be closed', () =>
    withTab(scratch, rows, async ({ batch, refusal, sheetId, describe: described }) => {
      const open = { sheetId, startColumnIndex: 1, endColumnIndex: 2 };
      const editors = { users: [scratch.owner] };
      const whole = { range: { sheetId }, unprotectedRanges: [open], editors };
      const { replies = [] } = await batch([protect(whole)]);
      expect(await refusal([protect({ range: { sheetId }, editors })])).toContain(
        'already has sheet protection',
      );
      const protectedRangeId = replies[0]?.addProtectedRange?.protectedRange?.protectedRangeId;
      await batch([
        {
          updateProtectedRange: {
            protectedRange: { protectedRangeId: protectedRangeId ?? 0, unprotectedRanges: [] },
            fields: 'unprotectedRanges',
          },
        },
      ]);
      const { protectedRanges = [] } = await described('protectedRanges');
      expect(protectedRanges[0]?.unprotectedRanges ?? []).toEqual([]);
    }));
});

describe('P2 the owner', () => {
  it('P2a may edit what is protected for nobody else', () =>
    withTab(scratch, rows, async ({ batch, sheetId }) => {
      await batch([protect({ range: { sheetId }, editors: { users: [scratch.owner] } })]);
      await expect(batch([writeRows(sheetId, 1, [['改']])])).resolves.toBeDefined();
    }));
});
