import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { hazards } from '#schema/registers/safety/hazards.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';
import { told } from '../rules/told.ts';
import { measured, november, worldAround } from '../said.ts';

const says = (rule: string, ...rows: readonly Values<Columns>[]) =>
  findingsOf(ruleOf(hazards, rule), hazards, rowsOf(...rows)).map(({ place, says: message }) => [
    place,
    message,
  ]);

describe('隐患整改', () => {
  test('an owner and a risk within a day of the report', () => {
    const fresh = { reported: '2026-11-23T09:00:00', state: 'reported' };
    const old = { reported: '2026-11-23T08:59:00', state: 'reported' };
    expect(
      says('needed-open', fresh, old, { ...old, owner: '李国强' }, { ...old, state: 'closed' }),
    ).toEqual([
      [1, '还没定人定风险，请补填责任人'],
      [2, '还没定人定风险，请补填风险'],
    ]);
  });

  test('handed on by whoever leaves, and handed up no further than an answer', () => {
    const people = rowsOf({ name: '钱守义', left: '2026-10-30' }, { name: '李国强' });
    const open = { state: 'reported', owner: '钱守义' };
    const rows = rowsOf(open, { ...open, owner: '李国强' }, { ...open, state: 'closed' });
    expect(
      findingsOf(
        ruleOf(hazards, 'handed-over-owner'),
        hazards,
        rows,
        worldWith({ people, hazards: rows }),
      ).map(({ place, says: message }) => [place, message]),
    ).toEqual([[0, '钱守义已离岗，请交给别人']]);
    const up = { state: 'handedUp', handedUp: '2026-10-01' };
    expect(
      says('handed-up-handedUp', up, { ...up, decision: '寒假修' }, { ...up, state: 'closed' }),
    ).toEqual([[0, '上报54天没有答复，请去催问']]);
  });

  test('the inspection that it came from is there', () => {
    const [inspection] = rowsOf({ item: '教学楼 灭火器' });
    const rows = rowsOf(
      { source: inspection?.id },
      { source: '00000000-0000-4000-8000-00000000000f' },
      {},
    );
    const world = worldWith({ inspections: inspection ? [inspection] : [], hazards: rows });
    expect(
      findingsOf(ruleOf(hazards, 'chain-source'), hazards, rows, world).map(
        ({ place, says: message }) => [place, message],
      ),
    ).toEqual([[1, '它来自的检查记录不见了，请恢复']]);
  });

  test('a hazard for the repair team opens a repair that names it, once', () => {
    const hazard = {
      number: 'YH-1124-0382',
      reported: '2026-11-23T09:00:00',
      place: '教学楼 A201',
      what: '插座松脱',
      risk: 'high',
      toRepair: true,
    };
    const opened = (values: Values<Columns>, ...repairs: readonly Values<Columns>[]) =>
      rowsOf(values).flatMap((row) =>
        (hazards.opens ?? []).flatMap(({ from }) =>
          from(row, worldWith({ hazards: [row], repairs: rowsOf(...repairs) })),
        ),
      );
    const repair = {
      reported: '2026-11-23T09:00:00',
      place: '教学楼 A201',
      fault: '插座松脱',
      urgent: 'urgent',
      state: 'received',
      hazard: 'YH-1124-0382',
    };
    expect(opened(hazard)).toEqual([{ part: 'repair', values: repair }]);
    expect(opened({ ...hazard, risk: 'low', reporter: '方老师' }, { hazard: 'YH-9' })).toEqual([
      { part: 'repair', values: { ...repair, urgent: 'normal', reporter: '方老师' } },
    ]);
    expect(opened(hazard, { hazard: 'yh-1124-0382' })).toEqual([]);
    for (const blank of ['toRepair', 'number', 'reported', 'place', 'what'])
      expect(opened({ ...hazard, [blank]: undefined })).toEqual([]);
    expect(opened({ ...hazard, toRepair: false })).toEqual([]);
  });

  test('closed with measures, names, time and a photo, or not at all', () => {
    const whole = {
      state: 'closed',
      measures: '已更换',
      mendedBy: '王大勇',
      mended: '2026-11-20T10:00:00',
      verifiedBy: '周敏',
      proof: 'https://photos.example.edu.cn/1.jpg',
    };
    expect(
      says(
        'needed-closed',
        whole,
        { ...whole, proof: undefined },
        { ...whole, verifiedBy: undefined },
        { state: 'mended' },
      ),
    ).toEqual([
      [1, '已销号，请补填整改照片'],
      [2, '已销号，请补填复核人'],
    ]);
  });

  test('figures: mended, in time of those due, verified by another', () => {
    const reported = '2026-11-02T08:00:00';
    const rows = rowsOf(
      {
        reported,
        due: '2026-11-03',
        mended: '2026-11-03T20:00:00',
        mendedBy: '王大勇',
        verifiedBy: '周敏',
      },
      {
        reported,
        due: '2026-11-03',
        mended: '2026-11-04T08:00:00',
        mendedBy: '王大勇',
        verifiedBy: '王大勇',
      },
      { reported, due: '2026-11-10' },
      { reported, due: '2026-12-10' },
    );
    const world = worldWith({ hazards: rows });
    const share = (figure: string) => {
      const { part, whole } =
        hazards.figures[figure]?.measure(
          rows,
          { from: day('2026-11-01'), to: day('2026-11-30') },
          world,
        ) ?? {};
      return [part, whole];
    };
    expect([share('mended'), share('inTime'), share('verified')]).toEqual([
      [2, 4],
      [1, 3],
      [1, 2],
    ]);
  });

  test('in the plan once, ★ when late already, not before its month', () => {
    const what = '插座松脱';
    const rows = rowsOf(
      { what, place: '教学楼', reported: '2026-11-02T08:00:00', due: '2026-11-09' },
      { what, place: '食堂', reported: '2026-11-23T08:00:00', due: '2026-11-30', owner: '张桂兰' },
      { what, place: '操场', reported: '2026-11-23T08:00:00', due: '2026-12-15' },
      { what, place: '车库', reported: '2026-11-23T08:00:00', due: '2027-01-05' },
      { what, place: '东门', reported: '2026-11-02T08:00:00', due: '2026-11-09', state: 'closed' },
    );
    const month = { month: '2026-12', ...daysOfMonth('2026-12') };
    const world = worldWith({ hazards: rows, calendar: autumn });
    expect(
      hazards.plan
        ?.tasks?.(rows, month, world)
        .map(({ what: line, owner, due, carriedOver, note }) => [
          line,
          owner,
          due,
          carriedOver,
          note,
        ]),
    ).toEqual([
      ['整改教学楼 插座松脱', '安全员', '2026-12-01', true, '原定11月9日'],
      ['整改食堂 插座松脱', '张桂兰', '2026-12-01', false, '原定11月30日'],
      ['整改操场 插座松脱', '安全员', '2026-12-15', false, undefined],
    ]);
  });
});

describe('the day by which a hazard is mended', () => {
  const open = (values: Values<Columns>) =>
    told(hazards, 'deadline-reported-mended', [{ state: 'reported', ...values }]);
  const late = (reported: string, risk?: string) =>
    open({ reported: `${reported}T08:00:00`, risk }).length;

  test('follows from its risk; medium while nobody has judged it', () => {
    expect([late('2026-11-22', 'high'), late('2026-11-23', 'high')]).toEqual([1, 0]);
    expect([late('2026-11-16', 'medium'), late('2026-11-17', 'medium')]).toEqual([1, 0]);
    expect([late('2026-10-24', 'low'), late('2026-10-25', 'low')]).toEqual([1, 0]);
    expect([late('2026-11-16'), late('2026-11-17')]).toEqual([1, 0]);
  });

  test('or was set, and lasts until its midnight', () => {
    const reported = '2026-11-02T08:00:00';
    expect(open({ reported, due: '2026-11-23' })).toEqual([
      [0, 'mended', 'must', '期限11月23日已过，请整改或改期写原因'],
    ]);
    expect(open({ reported, due: '2026-11-24' })).toEqual([]);
    expect(open({ reported, due: '2026-11-09', mended: '2026-11-09T23:00:00' })).toEqual([]);
    expect(open({ reported, due: '2026-11-09', mended: '2026-11-10T01:00:00' })).toEqual([
      [0, 'mended', 'look', '改好晚于期限11月9日，请核对时间'],
    ]);
  });

  test('is the school’s once it was handed up, and nobody’s before it was reported', () => {
    const reported = '2026-11-02T08:00:00';
    expect(open({ reported, due: '2026-11-03', state: 'handedUp' })).toEqual([]);
    expect(open({ due: '2026-11-03' })).toEqual([]);
    expect(open({})).toEqual([]);
  });
});

test('verified within three days of the mending', () => {
  const mended = (at: string, verified?: string) =>
    told(hazards, 'deadline-mended-verified', [{ mended: at, verified }]);
  expect(mended('2026-11-21T09:00:00')).toEqual([]);
  expect(mended('2026-11-21T08:59:00')).toEqual([
    [0, 'verified', 'must', '改好已超3天，请另一人复核'],
  ]);
  expect(mended('2026-11-02T09:00:00', '2026-11-05')).toEqual([]);
  expect(mended('2026-11-02T09:00:00', '2026-11-06')).toEqual([
    [0, 'verified', 'look', '复核晚于3天，请核对日期'],
  ]);
});

test('a hazard without the time of its report is nobody’s to answer for yet', () => {
  expect(says('needed-open', { state: 'reported' })).toEqual([]);
});

test('two hazards of which nothing is said are not the same', () => {
  const blank = { reported: '2026-11-02T08:00:00', mended: '2026-11-03T08:00:00' };
  expect(says('recurrence-reported-mended', blank, { reported: '2026-11-05T08:00:00' })).toEqual(
    [],
  );
});

describe('figures of hazards', () => {
  const reported = '2026-11-02T08:00:00';

  test('in time: on the day itself, and without a day set by the risk', () => {
    const mended = (at: string, due?: string) => ({ reported, due, mended: `${at}T20:00:00` });
    const rows = [
      mended('2026-11-03', '2026-11-03'),
      mended('2026-11-02', '2026-11-03'),
      mended('2026-11-04', '2026-11-03'),
      mended('2026-11-09'),
      mended('2026-11-10'),
      { reported, due: '2026-11-24' },
      { reported, due: '2026-11-23' },
      { reported, due: '2026-11-20' },
    ];
    expect(measured(hazards, 'inTime', rows)).toEqual([3, 7]);
  });

  test('verified: by somebody who neither reported nor mended it', () => {
    const mended = {
      reported,
      mended: '2026-11-03T20:00:00',
      reporter: '周敏',
      mendedBy: '王大勇',
    };
    const by = ['陈志远', '李国强', '周敏', '王大勇', undefined];
    expect(
      measured(
        hazards,
        'verified',
        by.map((verifiedBy) => ({ ...mended, verifiedBy })),
      ),
    ).toEqual([2, 5]);
  });

  test('by building, the most first', () => {
    const rows = rowsOf(
      { reported, place: '食堂 后厨' },
      { reported, place: '教学楼 101' },
      { reported, place: '教学楼 102' },
    );
    expect(hazards.breakdowns?.byPlace?.split(rows, november, worldAround(hazards, rows))).toEqual([
      { name: '教学楼', value: 2 },
      { name: '食堂', value: 1 },
    ]);
  });
});

describe('hazards in the plan of December', () => {
  const reported = '2026-11-23T08:00:00';
  const tasks = (values: Values<Columns>, now = '2026-11-24T09:00:00') => {
    const rows = rowsOf({ what: '插座松脱', place: '教学楼', reported, ...values });
    const month = { month: '2026-12', ...daysOfMonth('2026-12') };
    return hazards.plan?.tasks?.(rows, month, worldAround(hazards, rows, { now })) ?? [];
  };

  test('from its first day to its last, each with how it is closed', () => {
    expect(tasks({ due: '2026-12-31' })).toMatchObject([
      {
        group: 'safety',
        what: '整改教学楼 插座松脱',
        standard: '改好拍照，由另一人复核销号',
        due: '2026-12-31',
        carriedOver: false,
      },
    ]);
    expect(tasks({ due: '2027-01-01' })).toEqual([]);
    expect(tasks({ due: '2026-12-01' }).map(({ note }) => note)).toEqual([undefined]);
    expect(tasks({ due: '2026-11-30' }).map(({ note }) => note)).toEqual(['原定11月30日']);
  });

  test('starred from the day after its own', () => {
    const starred = (now: string) =>
      tasks({ due: '2026-12-05' }, `${now}T09:00:00`).map(({ carriedOver }) => carriedOver);
    expect([starred('2026-12-05'), starred('2026-12-06')]).toEqual([[false], [true]]);
  });

  test('the place is not said twice, and one handed up waits for its answer', () => {
    expect(tasks({ due: '2026-12-05', what: '教学楼插座松脱' }).map(({ what }) => what)).toEqual([
      '整改教学楼插座松脱',
    ]);
    expect(tasks({ due: '2026-12-05', what: '插座松脱在教学楼' }).map(({ what }) => what)).toEqual([
      '整改教学楼 插座松脱在教学楼',
    ]);
    expect(tasks({ due: '2026-11-05', state: 'handedUp' }).map(({ note }) => note)).toEqual([
      '已上报学校，待答复',
    ]);
  });

  test('not one of which nothing is said, that is closed, or that has no day', () => {
    expect(tasks({ due: '2026-12-05', what: undefined })).toEqual([]);
    expect(tasks({ due: '2026-12-05', state: 'closed' })).toEqual([]);
    expect(tasks({ reported: undefined })).toEqual([]);
  });
});
