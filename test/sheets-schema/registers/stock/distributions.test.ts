import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { distributions } from '#schema/registers/stock/distributions.ts';
import { handouts } from '#schema/registers/stock/handouts.ts';
import type { Values } from '#schema/row.ts';
import { measured, planned, says, worldAround } from '../../said.ts';

const items = [{ name: '粉笔', unit: '盒', packUnit: '箱', packFactor: 48 }];
const distribution = {
  name: '秋季粉笔',
  item: '粉笔',
  toWhom: 'classes',
  from: '2026-11-02',
  until: '2026-11-06',
};

describe('发放批次', () => {
  const out = (quantity: number, unit = '盒', direction = 'out') => ({
    direction,
    item: '粉笔',
    distribution: '秋季粉笔',
    quantity,
    unit,
  });
  const handed = (quantity: number) => ({ distribution: '秋季粉笔', item: '粉笔', quantity });
  const said = (movements: readonly Values<Columns>[], given: readonly Values<Columns>[]) =>
    says(distributions, 'as-taken-out', [distribution], {
      others: { items, movements, handouts: given },
    });

  test('what was handed out is what was taken out of stock, less what came back', () => {
    expect(said([out(1, '箱')], [handed(40), handed(8)])).toEqual([]);
    expect(said([out(1, '箱'), out(8, '盒', 'return')], [handed(40)])).toEqual([]);
    expect(said([out(1, '箱')], [handed(40)])).toEqual([[0, '库房出 48，发到 40，请核对']]);
    expect(said([], [handed(40)])).toEqual([[0, '库房出 0，发到 40，请核对']]);
  });

  test('not while it runs, nor before anything moved', () => {
    expect(said([], [])).toEqual([]);
    expect(
      says(distributions, 'as-taken-out', [{ ...distribution, until: '2026-11-24' }], {
        others: { items, movements: [out(5)] },
      }),
    ).toEqual([]);
  });

  test('one that lies ahead is in the plan of its month', () => {
    expect(
      planned(distributions, [
        { ...distribution, what: '复习资料', from: '2026-12-08', until: undefined },
        distribution,
      ]),
    ).toEqual([['发放复习资料', '库管员', '2026-12-13']]);
  });
});

describe('发放签收', () => {
  const served = { at: '2026-11-05T10:00:00', distribution: '秋季粉笔', class: '2026级1班' };

  test('signed for by the next day', () => {
    expect(
      says(handouts, 'signed-by-signedBy', [
        { at: '2026-11-22T10:00:00' },
        { at: '2026-11-23T10:00:00' },
        { at: '2026-11-22T10:00:00', signedBy: '方老师' },
      ]),
    ).toEqual([[0, '发放没有签收，请补签收人']]);
  });

  test('what is handed out is what the distribution is of', () => {
    const others = { distributions: [distribution] };
    expect(
      says(handouts, 'agrees-item-distribution', [served, { ...served, item: '黑板擦' }], {
        others,
      }),
    ).toEqual([[1, '发放批次上是“粉笔”，请核对物品']]);
  });

  test('each class once, or an office', () => {
    expect(says(handouts, 'unique-class-distribution', [served, served])).toEqual([
      [1, '2026级1班这批领过了，请核对'],
    ]);
    const office = { ...served, class: undefined };
    expect(says(handouts, 'needed-receiver', [office, { ...office, department: '食堂' }])).toEqual([
      [0, '没填部门，请补填班级'],
    ]);
  });

  test('the classes not served yet are listed', () => {
    const others = {
      classes: [{ name: '2026级1班' }, { name: '2026级2班' }],
      distributions: [distribution],
      handouts: [served],
    };
    const [sheet] = handouts.batches ?? [];
    const world = worldAround(distributions, [], {
      others: { ...others },
    });
    const around = {
      ...world,
      rows: (key: string) =>
        key === 'distributions' ? worldAround(handouts, [], { others }).rows(key) : world.rows(key),
    };
    expect(sheet?.rows(around, { distribution: '秋季粉笔' })).toEqual([{ class: '2026级2班' }]);
    expect(sheet?.rows(around, {})).toEqual([]);
  });

  test('figures: signed for, by the last day', () => {
    const rows = [
      { ...served, signedBy: '方老师' },
      { ...served, at: '2026-11-09T10:00:00' },
    ];
    expect(measured(handouts, 'signed', rows)).toEqual([1, 2]);
    expect(
      measured(handouts, 'inTime', rows, { others: { distributions: [distribution] } }),
    ).toEqual([1, 2]);
  });
});
