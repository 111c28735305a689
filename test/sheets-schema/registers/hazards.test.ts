import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { hazards } from '#schema/registers/safety/hazards.ts';
import type { Values } from '#schema/row.ts';
import { daysOfMonth } from '#schema/time.ts';
import { autumn, day } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';

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
