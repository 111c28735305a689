import { describe, expect, test } from 'vitest';
import { visitors } from '#schema/registers/gate/visitors.ts';
import { rowsOf, worldWith } from '../../made.ts';
import { measured, november, says } from '../../said.ts';

const visit = (more = {}) => ({
  arrived: '2026-11-23T09:00:00',
  kind: 'visitor',
  name: '林先生',
  reason: 'parent',
  host: '后勤处',
  badge: '1',
  ...more,
});
const over = { left: '2026-11-23T10:00:00', badgeBack: true };
const places = (found: ReturnType<typeof says>) => found.map(([place]) => place);

describe('来访登记', () => {
  test('not out by closing; whoever was found inside is no visit that ends', () => {
    const rows = [
      visit(),
      visit(over),
      visit({ badge: '2', arrived: '2026-11-24T08:00:00' }),
      visit({ kind: 'found' }),
    ];
    expect(says(visitors, 'left-inside', rows)).toEqual([[0, '关门时没登记离校，请核实去向']]);
    expect(places(says(visitors, 'left-inside', rows, { now: '2026-11-24T18:30:00' }))).toEqual([
      0, 2,
    ]);
  });

  test('the school sets when it closes', () => {
    const settings = [{ key: 'visitors.closing', value: '17:00' }];
    const around = { others: { settings }, now: '2026-11-23T17:00:00' };
    expect(places(says(visitors, 'left-inside', [visit()], around))).toEqual([0]);
  });

  test('离校登记 ends a visit', () => {
    const departures = [{ left: '2026-11-23T10:00:00', badge: '1', badgeBack: true }];
    const around = { others: { departures } };
    expect(says(visitors, 'left-inside', [visit()], around)).toEqual([]);
    expect(says(visitors, 'handed-back-badge', [visit()], around)).toEqual([]);
    expect(measured(visitors, 'out', [visit()], around)).toEqual([1, 1]);
  });

  test('badge and document come back when the visitor leaves', () => {
    const rows = [
      visit({ ...over, badgeBack: false }),
      visit({ ...over, document: 'work' }),
      visit({ ...over, document: 'work', documentBack: true }),
      visit({ ...over, document: 'none' }),
    ];
    expect(says(visitors, 'handed-back-badge', rows)).toEqual([[0, '人已离校胸牌没收回，请追回']]);
    expect(says(visitors, 'handed-back-document', rows)).toEqual([
      [1, '人已离校证件没退还，请联系退还'],
    ]);
  });

  test('one badge is with one person at a time; the next morning it is another’s', () => {
    const rows = [
      visit(),
      visit({ arrived: '2026-11-23T09:30:00', badge: '１' }),
      visit({ arrived: '2026-11-23T09:30:00', badge: '2', ...over }),
      visit({ arrived: '2026-11-23T10:00:00', badge: '2' }),
    ];
    expect(says(visitors, 'badge-twice', rows)).toEqual([[1, '１号胸牌还在别人手里，请核对']]);
  });

  test('whom they see is known; a regular and somebody found inside need no host', () => {
    const rows = [
      visit({ host: undefined }),
      visit({ host: undefined, kind: 'regular' }),
      visit({ host: undefined, kind: 'found' }),
      visit({ host: undefined, kind: 'group' }),
    ];
    expect(says(visitors, 'needed-host', rows)).toEqual([
      [0, '找谁不清楚，请补填找谁'],
      [3, '找谁不清楚，请补填找谁'],
    ]);
  });

  test('who came is known, until the names are deleted', () => {
    const rows = [
      visit({ name: undefined }),
      visit({ name: undefined, kind: 'regular', regular: '8812 老周' }),
      visit({ name: undefined, arrived: '2026-10-25T09:00:00' }),
      visit({ name: undefined, arrived: '2026-10-26T09:00:00' }),
      visit({ name: undefined, kind: 'found' }),
    ];
    expect(places(says(visitors, 'needed-name', rows))).toEqual([0, 3]);
  });

  test('a regular whose time is over, or who was stopped, is asked', () => {
    const regulars = [
      { tag: '8812 老周', until: '2026-11-22' },
      { tag: '2075 老秦', until: '2027-01-22', stopped: true },
      { tag: '5521 维保', until: '2026-11-23' },
    ];
    const rows = ['8812 老周', '2075 老秦', '5521 维保'].map((regular) =>
      visit({ kind: 'regular', regular }),
    );
    expect(places(says(visitors, 'valid-regular', rows, { others: { regulars } }))).toEqual([0, 1]);
  });

  test('somebody found inside is told against whoever had the gate', () => {
    const others = {
      posts: [{ name: '门卫白班', team: '保安', from: '07:00:00', until: '19:00:00' }],
      roster: [{ day: '2026-11-23', post: '门卫白班', person: '唐志刚' }],
    };
    expect(says(visitors, 'found-inside', [visit({ kind: 'found' }), visit()], { others })).toEqual(
      [[0, '有人没登记进校，当班唐志刚，请查明']],
    );
  });

  test('no document is held unless the school says so, and never an identity card', () => {
    const rows = [visit({ document: 'driving' }), visit({ note: '押身份证' }), visit()];
    expect(says(visitors, 'document-held', rows)).toEqual([
      [0, '本校不保管来客证件，请当面退还'],
      [1, '任何单位不得扣身份证，请立即退还'],
    ]);
    const settings = [{ key: 'visitors.holdDocument', value: '保管' }];
    expect(places(says(visitors, 'document-held', rows, { others: { settings } }))).toEqual([1]);
  });

  test('who leaves came before', () => {
    const rows = [visit({ left: '2026-11-23T08:00:00' }), visit(over)];
    expect(places(says(visitors, 'in-order-arrived-left', rows))).toEqual([0]);
  });

  test('a parents’ evening lists the classes at school; the regulars those who are let in today', () => {
    const world = worldWith({
      classes: rowsOf(
        { name: '2026级1班', pupils: 41 },
        { name: '2023级1班', pupils: 40, graduated: '2026-07-01' },
      ),
      regulars: rowsOf(
        { tag: '8812 老周', reason: 'delivery', until: '2026-11-24' },
        { tag: '2075 老秦', reason: 'delivery', until: '2026-11-23' },
        { tag: '3318 小何', reason: 'delivery', until: '2027-01-01', stopped: true },
      ),
    });
    const [evening, regulars] = visitors.batches ?? [];
    expect(evening?.rows(world, {})).toEqual([{ name: '2026级1班家长', people: 41 }]);
    expect(regulars?.rows(world, {})).toEqual([{ regular: '8812 老周', reason: 'delivery' }]);
  });

  test('visits, people, those found inside, and the reasons', () => {
    const rows = [
      visit(),
      visit({ kind: 'group', people: 41, reason: 'event' }),
      visit({ kind: 'found', reason: 'other' }),
    ];
    const figure = (name: string) => measured(visitors, name, rows);
    expect([figure('visits'), figure('people'), figure('found'), figure('out')]).toEqual([
      2,
      42,
      1,
      [0, 2],
    ]);
    expect(
      visitors.breakdowns?.byReason?.split(rowsOf(...rows), november, worldWith({})),
    ).toContainEqual({ name: '活动会议', value: 1 });
  });

  test('personal columns are kept for the days that the school has set', () => {
    expect(Object.values(visitors.retention ?? {}).map((kept) => kept?.days)).toEqual([
      'keepDays',
      'keepDays',
      'keepDays',
      'keepDays',
    ]);
    expect(visitors.settings?.keepDays).toMatchObject({ kind: 'number', default: 30 });
  });
});
