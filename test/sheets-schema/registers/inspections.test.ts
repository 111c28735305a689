import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { inspections } from '#schema/registers/safety/inspections.ts';
import type { Row, Values } from '#schema/row.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, row, rowsOf, ruleOf, worldWith } from '../made.ts';

const checklists = rowsOf(
  { name: '教学楼 灭火器', area: '教学楼', cadence: 'weekly', owner: '郑文博', risk: 'high' },
  { name: '操场 跑道', area: '操场', cadence: 'monthly', risk: 'low' },
);
const failed = (values: Values<Columns> = {}) => ({
  happened: '2026-11-20T09:30:00',
  item: '教学楼 灭火器',
  result: 'failed',
  inspector: '唐志刚',
  found: '二楼 1 具压力不足',
  ...values,
});
const opened = (inspection: Row, hazards: readonly Row[] = []) =>
  (inspections.opens ?? []).flatMap(({ from }) =>
    from(inspection, worldWith({ checklists, inspections: [inspection], hazards })),
  );

describe('检查记录', () => {
  test('a failed item says what was wrong', () => {
    const rows = rowsOf(failed({ found: ' ' }), failed(), failed({ result: 'passed', found: '' }));
    expect(
      findingsOf(ruleOf(inspections, 'needed-failed'), inspections, rows).map(({ place, says }) => [
        place,
        says,
      ]),
    ).toEqual([[0, '不合格，请补填发现的问题']]);
  });

  test('a failed item opens a hazard with the risk, owner and time of its checklist', () => {
    const inspection = row(0, failed());
    expect(opened(inspection)).toEqual([
      {
        part: 'hazard',
        values: {
          reported: '2026-11-20T09:30:00',
          place: '教学楼',
          what: '教学楼 灭火器：二楼 1 具压力不足',
          risk: 'high',
          reporter: '唐志刚',
          owner: '郑文博',
          due: '2026-11-21',
          state: 'reported',
          source: inspection.id,
        },
      },
    ]);
  });

  test('a low risk has a month, an item without owner no owner, a failure without words none', () => {
    const [hazard] = opened(row(0, failed({ item: '操场 跑道', found: undefined })));
    expect(hazard?.values).toMatchObject({ due: '2026-12-20', what: '操场 跑道：不合格' });
    expect(hazard?.values).not.toHaveProperty('owner');
  });

  test('nothing is opened by what passed, is unknown, has no time, or was opened before', () => {
    const inspection = row(0, failed());
    expect(opened(row(0, failed({ result: 'passed' })))).toEqual([]);
    expect(opened(row(0, failed({ item: '屋顶' })))).toEqual([]);
    expect(opened(row(0, failed({ happened: undefined })))).toEqual([]);
    expect(opened(inspection, [row(9, { source: inspection.id })])).toEqual([]);
  });

  test('what was due and done: from the first entry, and what the records lack before it', () => {
    const done = (on: string) => ({
      happened: `${on}T09:00:00`,
      item: '教学楼 灭火器',
      result: 'passed',
    });
    const rows = rowsOf(done('2026-11-02'), done('2026-11-10'));
    const world = worldWith({ checklists, inspections: rows, calendar: autumn });
    const period = { from: day('2026-10-12'), to: day('2026-11-30') };
    expect(inspections.figures.kept?.measure(rows, period, world)).toMatchObject({
      part: 2,
      whole: 3,
      expected: 7,
      recorded: 2,
    });
  });

  test('failures by area', () => {
    const rows = rowsOf(
      failed(),
      failed(),
      failed({ item: '操场 跑道' }),
      failed({ result: 'passed' }),
    );
    const world = worldWith({ checklists, inspections: rows });
    expect(
      inspections.breakdowns?.failuresByArea?.split(
        rows,
        { from: day('2026-11-01'), to: day('2026-11-30') },
        world,
      ),
    ).toEqual([
      { name: '教学楼', value: 2 },
      { name: '操场', value: 1 },
    ]);
  });
});
