import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SpreadsheetState } from '#scripts/local-google/sheets/model.ts';
import { batchOn } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const size = 12;

/**
 * Twelve by six cells with formulas, metadata, merges and names all over, or only with what hangs on
 * single cells and lines.
 */
function dense(what: 'ranges too' | 'single cells' = 'ranges too'): SpreadsheetState {
  const ranges = what === 'ranges too';
  const formulaOf = (row: number) =>
    `=${ranges ? `SUM(A${row + 1}:B${row + 1})` : `A${row + 1}`}+$C$${((row * 5) % size) + 1}`;
  const rows = Array.from({ length: size }, (_, row) =>
    Array.from({ length: 6 }, (_unused, column) =>
      column === 5 ? formulaOf(row) : `${row}.${column}`,
    ),
  );
  const at = (start: number, end: number) => ({
    sheetId: 7,
    startRowIndex: start,
    endRowIndex: end,
    startColumnIndex: 0,
    endColumnIndex: 2,
  });
  return spreadsheetOf(
    [
      sheetOf(7, 'S', rows, {
        merges: ranges ? [{ ...at(2, 4), startColumnIndex: 4, endColumnIndex: 5 }] : [],
        protectedRanges: ranges
          ? [{ protectedRangeId: 1, range: at(0, size), warningOnly: true }]
          : [],
      }),
      sheetOf(8, 'T', [['=S!A3', ranges ? '=SUM(S!A1:A12)' : '=S!$B$9']]),
    ],
    {
      namedRanges: ranges ? [{ namedRangeId: 'n', name: '全部', range: at(0, size) }] : [],
      developerMetadata: Array.from({ length: size }, (_, index) => ({
        metadataId: index + 1,
        metadataKey: 'row',
        visibility: 'DOCUMENT',
        location: { type: 'row', sheetId: 7, index },
      })),
    },
  );
}

/** What a spreadsheet holds, blank ends left out. */
function contents({ sheets, namedRanges, developerMetadata }: SpreadsheetState) {
  return {
    namedRanges,
    developerMetadata,
    sheets: sheets.map(({ rows, rowDimensions: _r, columnDimensions: _c, ...rest }) => ({
      ...rest,
      rows: rows
        .map((row) => row.slice(0, row.findLastIndex((cell) => cell !== undefined) + 1))
        .slice(0, rows.findLastIndex((row) => row.some((cell) => cell !== undefined)) + 1),
    })),
  };
}

const dimension = fc.constantFrom('ROWS', 'COLUMNS');
const linesOf = (name: string, startIndex: number, endIndex: number) => ({
  sheetId: 7,
  dimension: name,
  startIndex,
  endIndex,
});

describe('lines inserted and deleted again', () => {
  it('leave everything as it was', () => {
    fc.assert(
      fc.property(dimension, fc.nat(5), fc.integer({ min: 1, max: 4 }), (name, at, count) => {
        const before = dense();
        const range = linesOf(name, at, at + count);
        const { spreadsheet } = batchOn(before, [
          { insertDimension: { range } },
          { deleteDimension: { range } },
        ]);
        expect(contents(spreadsheet)).toEqual(contents(before));
      }),
    );
  });

  it('leave the state before untouched', () => {
    const before = dense();
    const copy = structuredClone(before);
    batchOn(before, [
      { deleteDimension: { range: linesOf('ROWS', 1, 5) } },
      { sortRange: { range: { sheetId: 7, endRowIndex: 8, endColumnIndex: 4 } } },
      { updateCells: { range: { sheetId: 7 }, fields: '*' } },
    ]);
    expect(before).toEqual(copy);
  });
});

describe('lines moved there and back', () => {
  it('leave everything as it was', () => {
    const spans = fc
      .tuple(fc.nat(4), fc.integer({ min: 1, max: 2 }), fc.nat(6))
      .filter(([start, length, to]) => to <= start || to >= start + length);
    fc.assert(
      fc.property(dimension, spans, (name, [start, length, to]) => {
        // A range that a move tears apart does not come together again; single cells do.
        const before = dense('single cells');
        const there = start < to ? to - length : to;
        const back = start < to ? start : start + length;
        const { spreadsheet } = batchOn(before, [
          { moveDimension: { source: linesOf(name, start, start + length), destinationIndex: to } },
          {
            moveDimension: {
              source: linesOf(name, there, there + length),
              destinationIndex: back,
            },
          },
        ]);
        expect(contents(spreadsheet)).toEqual(contents(before));
      }),
    );
  });
});
