import { describe, expect, test } from 'vitest';
import { assetMoves } from '#schema/registers/assets/asset-moves.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { findingsOf, rowsOf } from '../../made.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const move = (day: number, kind: string, more = {}) => ({
  moved: `2026-11-${String(day).padStart(2, '0')}T10:00:00`,
  asset: 'XC-1',
  kind,
  handedBy: '周敏',
  ...more,
});
const loan = (day: number, due: string, more = {}) =>
  move(day, 'loan', { borrower: '体育组', due, ...more });

describe('校产变动', () => {
  test('of an asset that is in 校产', () => {
    const rows = rowsOf(move(2, 'return', { asset: 'XC-9' }), move(3, 'return'));
    const world = worldAround(assetMoves, rows, { others: { assets: [{ number: 'XC-1' }] } });
    const unlisted = frameRules(assetMoves).filter(({ key }) => key === 'unlisted');
    expect(
      unlisted
        .flatMap((rule) => findingsOf(rule, assetMoves, rows, world))
        .map(({ place, column }) => [place, column]),
    ).toEqual([[0, 'asset']]);
  });

  test('each kind says what it must', () => {
    expect(says(assetMoves, 'needed-handed-over', [move(2, 'transfer')])).toEqual([
      [0, '移交，请补填新地点'],
    ]);
    expect(
      says(assetMoves, 'needed-lent', [loan(2, '2026-12-01', { borrower: undefined })]),
    ).toEqual([[0, '借出，请补填借用人']]);
    expect(says(assetMoves, 'needed-disposed', [move(2, 'disposal', { reason: '报废' })])).toEqual([
      [0, '处置，请补填批准人'],
    ]);
    for (const rule of ['needed-handed-over', 'needed-lent', 'needed-disposed'])
      expect(says(assetMoves, rule, [move(2, 'return')])).toEqual([]);
  });

  test('nobody approves what they hand over', () => {
    const by = (approvedBy: string) =>
      says(assetMoves, 'second-person-approvedBy', [move(2, 'disposal', { approvedBy })]);
    expect(by('周敏')).toHaveLength(1);
    expect(by('陈志远')).toEqual([]);
  });

  describe('follows from the move before', () => {
    const follows = (...rows: readonly ReturnType<typeof move>[]) =>
      says(assetMoves, 'follows', rows);

    test('lent, returned and lent again is well', () => {
      expect(follows(loan(2, ''), move(5, 'return'), loan(9, ''), move(11, 'transfer'))).toEqual(
        [],
      );
    });

    test('lent twice', () => {
      expect(follows(loan(2, ''), loan(5, ''))).toEqual([[1, '这件还借在外面，请先登记归还']]);
      expect(follows(loan(2, ''), loan(5, '', { asset: 'XC-2' }))).toEqual([]);
    });

    test('returned without a loan', () => {
      expect(follows(move(2, 'return'))).toEqual([[0, '没有借出记录，请核对编号或补借出']]);
    });

    test('moved after it was disposed of, by the days and not by the order of writing', () => {
      expect(follows(move(9, 'transfer'), move(5, 'disposal'))).toEqual([
        [0, '这件已处置，请核对编号'],
      ]);
      expect(follows(move(5, 'transfer'), move(9, 'disposal'))).toEqual([]);
    });
  });

  test('a loan past its day that is not back', () => {
    const late = loan(2, '2026-11-23');
    expect(says(assetMoves, 'not-returned', [late])).toEqual([
      [0, '11月23日该还没还，请催还或改期'],
    ]);
    expect(says(assetMoves, 'not-returned', [late, move(24, 'return')])).toEqual([]);
    expect(says(assetMoves, 'not-returned', [loan(2, '2026-11-24')])).toEqual([]);
  });

  test('moves, disposals, and loans that are back or not due', () => {
    const rows = [
      loan(2, '2026-11-10'),
      loan(3, '2026-11-10', { asset: 'XC-2' }),
      move(4, 'return', { asset: 'XC-2' }),
      loan(5, '2026-12-10', { asset: 'XC-3' }),
      move(6, 'disposal', { asset: 'XC-4' }),
    ];
    expect(measured(assetMoves, 'moves', rows)).toBe(5);
    expect(measured(assetMoves, 'disposed', rows)).toBe(1);
    expect(measured(assetMoves, 'returned', rows)).toEqual([2, 3]);
  });

  test('a loan that falls due is in the plan', () => {
    const rows = [
      loan(2, '2026-11-10'),
      loan(3, '2026-12-31', { asset: 'XC-2' }),
      loan(5, '2027-01-01', { asset: 'XC-3' }),
    ];
    expect(planned(assetMoves, rows)).toEqual([
      ['收回借出校产 XC-1', '周敏', '2026-12-01'],
      ['收回借出校产 XC-2', '周敏', '2026-12-31'],
    ]);
  });
});
