import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFormulas } from '#scripts/local-google/sheets/formulas.ts';
import type {
  Cell,
  Row,
  SheetState,
  SpreadsheetState,
} from '#scripts/local-google/sheets/model.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

/**
 * Results are kept from one version of a spreadsheet to the next. Whatever is edited, they must be
 * what somebody who sees only the last version would compute.
 */
const clock = { now: () => new Date('2026-11-24T02:00:00Z'), sleep: () => Promise.resolve() };
const rowCount = 5;

/** Formulas of a row, told its number as people count. */
const formulas: readonly ((row: number) => string)[] = [
  (row) => `=IFERROR(VLOOKUP(A${row},'乙'!A:B,2,FALSE),"")`,
  (row) => `=IFERROR(VLOOKUP(A${row},A$1:B$${rowCount},2,FALSE),"无")`,
  () => '=IFERROR(VLOOKUP("丙",A:B,2,FALSE),"无")',
  (row) => `=A${row}&"/"&B${row}`,
  (row) => `=IF(B${row}="","空",C${row})`,
  (row) => `=COUNTIF(A:A,A${row})`,
  () => "=SUM('乙'!B:B)",
  (row) => `=B${row === 1 ? rowCount : row - 1}&"↑"`,
  (row) => `=INDEX(B:B,MATCH(A${row},A:A,0))`,
  () => '=ROW()',
  () => '=IFERROR(VLOOKUP(INDEX($A:$A,ROW()),\'乙\'!$A:$B,2,FALSE),"")',
  (row) => `=IFERROR(VLOOKUP(A${(row % rowCount) + 1},'乙'!A:B,2,FALSE),"")`,
  () => '=IFERROR(VLOOKUP(INDEX(A:A,2),\'乙\'!A:B,2,FALSE),"")',
  (row) => `=IF(TODAY()>0,A${row},"")`,
];

const cell = (row: number): fc.Arbitrary<Cell | undefined> =>
  fc.oneof(
    fc.constant(undefined),
    fc.constantFrom('甲', '乙', '丙', '').map((stringValue) => ({ value: { stringValue } })),
    fc.integer({ min: 0, max: 3 }).map((numberValue) => ({ value: { numberValue } })),
    fc.constantFrom(...formulas).map((formula) => ({ value: { formulaValue: formula(row + 1) } })),
  );

const edit = fc
  .record({
    tab: fc.nat(1),
    row: fc.nat(rowCount - 1),
    column: fc.nat(3),
    keepsList: fc.boolean(),
  })
  .chain((place) => cell(place.row).map((value) => ({ ...place, value })));

type Change = typeof edit extends fc.Arbitrary<infer T> ? T : never;

function withCell(row: Row | undefined, column: number, value: Cell | undefined): Row {
  return Array.from({ length: 4 }, (_, index) => (index === column ? value : row?.[index]));
}

/** Changes a tab as a batch does: in a new list of rows, or in the list that the tab has. */
function changed(spreadsheet: SpreadsheetState, change: Change): SpreadsheetState {
  const sheets = spreadsheet.sheets.map((sheet, index): SheetState => {
    if (index !== change.tab) return sheet;
    const after = withCell(sheet.rows[change.row], change.column, change.value);
    if (!change.keepsList) return { ...sheet, rows: sheet.rows.with(change.row, after) };
    if (Array.isArray(sheet.rows)) sheet.rows[change.row] = after;
    return sheet;
  });
  return { ...spreadsheet, sheets, revision: spreadsheet.revision + 1 };
}

function allValues(spreadsheet: SpreadsheetState, kept = createFormulas({ clock })) {
  const value = kept.evaluate(spreadsheet);
  return spreadsheet.sheets.map(({ properties, rows }) =>
    rows.map((row, index) => row.map((_, column) => value(properties.sheetId, index, column))),
  );
}

describe('formulas over many versions', () => {
  it('give what a fresh computation gives, after any edits', () => {
    const emptyRows = () => Array.from({ length: rowCount }, () => [null, null, null, null]);
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (changes) => {
        const kept = createFormulas({ clock });
        let spreadsheet = spreadsheetOf([
          sheetOf(0, '甲', emptyRows()),
          sheetOf(1, '乙', emptyRows()),
        ]);
        for (const change of changes) {
          spreadsheet = changed(spreadsheet, change);
          expect(allValues(spreadsheet, kept)).toEqual(allValues(spreadsheet));
        }
      }),
      { numRuns: 80, seed: 20261124 },
    );
  });
});
