import { describe, expect, it } from 'vitest';
import { assignIds } from '#platform/workbook/assign-ids.ts';
import type { KnownRow } from '#platform/workbook/known-rows.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { cellsByColumn, contentsOf } from '#platform/workbook/row-content.ts';
import { type BlankRow, identify, type SheetRow } from '#platform/workbook/sheet-rows.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { type RowId, rowId, type Sequence, sequence } from '#schema/values.ts';

const id = (number: number): RowId =>
  rowId.parse(`00000000-0000-4000-8000-${String(number).padStart(12, '0')}`);
const place = (number: number): Sequence =>
  sequence.parse(`0mwu1rnk0-aaaa-${String(number).padStart(4, '0')}`);

interface Given {
  readonly fault: string;
  readonly has?: number;
  readonly place?: number;
  readonly sent?: string;
  /** The number of the row as which code wrote it. */
  readonly born?: number;
  /** Its place then, where that was not the number. */
  readonly bornAt?: number;
}

function row(
  { fault, has, place: at = has, sent, born, bornAt = born }: Given,
  index: number,
): SheetRow {
  return {
    rowIndex: index + 1,
    id: has === undefined ? undefined : id(has),
    sequence: at === undefined ? undefined : place(at),
    sent,
    birth:
      born === undefined || bornAt === undefined
        ? undefined
        : { sent: 'x', id: id(born), sequence: place(bornAt) },
    shownFinding: '',
    origin: undefined,
    values: { place: '操场', fault },
    unreadable: [],
    isStray: false,
  };
}

function tabOf(given: readonly Given[], blanks: readonly BlankRow[] = []): TabRead {
  const sheet = given.map(row);
  const layout = { sheetId: 1, title: '报修', columns: new Map() };
  const found = { unmarked: new Map(), headless: new Map() };
  return {
    register: repairs,
    resolved: { layout, ...found, missing: [], lacking: [] },
    sheet,
    blanks,
    identified: identify(sheet),
    copies: [],
  };
}

/** Rows as they were last seen: the number of a row is its id and its place. */
const seen = (...rows: readonly (readonly [number, string, boolean?])[]) =>
  new Map(
    rows.map(([number, fault, isCleared = false]): [RowId, KnownRow] => {
      const content = contentsOf(repairs)(cellsByColumn(row({ fault }, 0)));
      return [id(number), { sequence: place(number), content, isCleared }];
    }),
  );

/** What is written into which row: the number of an id, or 新 for a new one. */
function written(given: readonly Given[], known: ReadonlyMap<RowId, KnownRow>) {
  return assignIds(tabOf(given), known)
    .placements.toSorted((one, other) => one.row.rowIndex - other.row.rowIndex)
    .map(
      (one) => `${one.row.values.fault} ${one.id === undefined ? '新' : Number(one.id.slice(-4))}`,
    );
}

describe('which row is which', () => {
  it('nothing is written where each row has its own', () => {
    const rows = [
      { fault: '甲', has: 1 },
      { fault: '乙', has: 2 },
    ];
    expect(written(rows, seen([1, '甲'], [2, '乙']))).toEqual([]);
  });

  it('a row that was edited keeps its id', () => {
    expect(written([{ fault: '甲二', has: 1 }], seen([1, '甲']))).toEqual([]);
  });

  it('ids that stand beside other rows go back to theirs', () => {
    const rows = [
      { fault: '乙', has: 1 },
      { fault: '丙', has: 2 },
      { fault: '甲', has: 3 },
    ];
    const known = seen([1, '甲'], [2, '乙'], [3, '丙']);
    expect(written(rows, known)).toEqual(['乙 2', '丙 3', '甲 1']);
  });

  it('also where one of the rows was edited at the same time', () => {
    const rows = [
      { fault: '乙', has: 1 },
      { fault: '丙', has: 2 },
      { fault: '甲改过', has: 3 },
    ];
    const known = seen([1, '甲'], [2, '乙'], [3, '丙']);
    expect(written(rows, known)).toEqual(['乙 2', '丙 3', '甲改过 1']);
  });

  it('and where a form has come in meanwhile, whose id stands beside another row', () => {
    const rows = [
      { fault: '乙', has: 1 },
      { fault: '表单', has: 2 },
      { fault: '甲', has: 9, sent: 'x' },
    ];
    expect(written(rows, seen([1, '甲'], [2, '乙']))).toEqual(['乙 2', '表单 9', '甲 1']);
  });

  it('a row without an id that says what a lost one said is that one', () => {
    expect(written([{ fault: '甲' }], seen([1, '甲']))).toEqual(['甲 1']);
  });

  it('so is one over whose id a check that died has written another', () => {
    const rows = [
      { fault: '甲', has: 1 },
      { fault: '乙', has: 9 },
    ];
    expect(written(rows, seen([1, '甲'], [2, '乙']))).toEqual(['乙 2']);
  });

  it('of a row that was edited, a copy is a new row', () => {
    const rows = [{ fault: '甲二', has: 1 }, { fault: '甲' }];
    expect(written(rows, seen([1, '甲']))).toEqual(['甲 新']);
  });

  it('of two with one id, the one that still says the same keeps it, wherever it stands', () => {
    const rows = [
      { fault: '甲二', has: 1 },
      { fault: '甲', has: 1 },
    ];
    expect(written(rows, seen([1, '甲']))).toEqual(['甲二 新']);
  });

  it('a form that says what a deleted row said has its own id', () => {
    expect(written([{ fault: '甲', has: 9, sent: 'x' }], seen([1, '甲']))).toEqual([]);
  });

  it('what is typed where a row was cleared is a new row, what comes back is the old one', () => {
    const known = seen([1, '甲', true]);
    expect(written([{ fault: '乙', has: 1 }], known)).toEqual(['乙 新']);
    expect(written([{ fault: '甲', has: 1 }], known)).toEqual([]);
  });

  it('a sequence that went astray alone is put back', () => {
    const rows = [
      { fault: '甲', has: 1, place: 2 },
      { fault: '乙', has: 2, place: 1 },
    ];
    const { placements } = assignIds(tabOf(rows), seen([1, '甲'], [2, '乙']));
    expect(placements.map((one) => one.sequence)).toEqual([place(1), place(2)]);
  });

  it('a form whose sequence was exchanged for that of another row gets a new one', () => {
    const rows = [
      { fault: '甲', has: 1, place: 9 },
      { fault: '表单', has: 9, place: 1, sent: 'x' },
    ];
    const { placements } = assignIds(tabOf(rows), seen([1, '甲']));
    expect(placements.map((one) => [one.id, one.sequence])).toEqual([
      [id(1), place(1)],
      [id(9), undefined],
    ]);
  });

  it('one submission written twice is left alone; a copy with the sequence of a third row is not one', () => {
    const twice = [
      { fault: '甲', has: 1 },
      { fault: '甲', has: 1, place: 7 },
    ];
    expect(written(twice, seen([1, '甲']))).toEqual([]);
    const copied = [
      { fault: '甲', has: 1 },
      { fault: '甲', has: 1, place: 2 },
      { fault: '乙', has: 2 },
    ];
    expect(written(copied, seen([1, '甲'], [2, '乙']))).toEqual(['甲 新']);
  });

  it('a copy of one row never takes the id of another that was edited', () => {
    const copied = [
      { fault: '甲', has: 1 },
      { fault: '乙改', has: 2 },
      { fault: '甲', has: 1 },
    ];
    expect(written(copied, seen([1, '甲'], [2, '乙']))).toEqual(['甲 新']);
  });

  describe('what a row was born with', () => {
    it('gives a row that nobody has seen its id back where another was written over it', () => {
      const over = [
        { fault: '甲', has: 1 },
        { fault: '表单', has: 7, born: 2 },
      ];
      expect(written(over, seen([1, '甲']))).toEqual(['表单 2']);
    });

    it('tells two that say the same and that nobody has seen', () => {
      const same = [
        { fault: '表单', has: 7, born: 1 },
        { fault: '表单', has: 7, born: 2 },
      ];
      expect(written(same, seen())).toEqual(['表单 1', '表单 2']);
    });

    it('comes after what a row says: ids go back to their rows, and with them what those were born with', () => {
      const sorted = [
        { fault: '乙', has: 1, born: 1 },
        { fault: '甲', has: 2, born: 2 },
      ];
      const { placements } = assignIds(tabOf(sorted), seen([1, '甲'], [2, '乙']));
      expect(
        placements.map(({ row: { values }, sent }) => `${values.fault} ${sent}`).toSorted(),
      ).toEqual([`乙 x/${id(2)}/${place(2)}`, `甲 x/${id(1)}/${place(1)}`]);
    });

    it('comes before an id that strayed to another row, of a form that nobody has seen', () => {
      const rows = [
        { fault: '半行', has: 5, place: 2 },
        { fault: '表单', has: 1, place: 5, born: 5 },
      ];
      expect(written(rows, seen([1, '甲'], [2, '乙']))).toEqual(['半行 新', '表单 5']);
    });

    it('tells the second row of a submission written twice, where another id was written over it', () => {
      const rows = [
        { fault: '甲', has: 1, born: 1 },
        { fault: '甲', has: 9, born: 1, bornAt: 5 },
      ];
      for (const known of [seen(), seen([1, '甲'])]) {
        expect(written(rows, known)).toEqual(['甲 1']);
        expect(assignIds(tabOf(rows), known).placements).toMatchObject([
          { row: { rowIndex: 2 }, id: id(1), sequence: place(5), isTwice: true },
        ]);
      }
    });

    it('does not stay with what is typed where the row was cleared', () => {
      const typed = [{ fault: '新', has: 1, born: 1 }];
      const { placements } = assignIds(tabOf(typed), seen([1, '甲', true]));
      expect(placements.map((one) => [one.id, one.sent])).toEqual([[undefined, undefined]]);
    });

    it('does not make a row of the one that was deleted, where its cells were sorted alone', () => {
      const left = [{ fault: '甲', has: 2, born: 2 }];
      const { placements } = assignIds(tabOf(left), seen([1, '甲'], [2, '乙']));
      expect(placements.map((one) => [one.id, one.sent])).toEqual([[id(1), undefined]]);
    });
  });

  it('an id that was left behind in a blank row is taken away there', () => {
    const blank = { rowIndex: 5, id: id(1), sequence: place(1), sent: undefined };
    const { placements, leftBehind } = assignIds(
      tabOf([{ fault: '甲' }], [blank]),
      seen([1, '甲']),
    );
    expect(placements.map((one) => one.id)).toEqual([id(1)]);
    expect(leftBehind).toEqual([blank]);
  });
});
