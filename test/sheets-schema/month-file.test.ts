import { describe, expect, it } from 'vitest';
import { goingOn, isFileOver, withoutPersonal } from '#schema/month-file.ts';
import { hosts } from '#schema/registers/gate/hosts.ts';
import { parcels } from '#schema/registers/gate/parcels.ts';
import { regulars } from '#schema/registers/gate/regulars.ts';
import { visitors } from '#schema/registers/gate/visitors.ts';
import { rowsOf, worldWith } from './made.ts';

const came = { arrived: '2026-11-24T09:00:00', kind: 'visitor', host: '七年级组' };
const at = { now: '2026-12-01T00:00:30' };

describe('what goes on into the next month’s file', () => {
  it('is whoever is still inside, by the visit itself or by 离校登记', () => {
    const world = worldWith(
      {
        visitors: rowsOf(
          { ...came, name: '在里面', badge: '1' },
          { ...came, name: '已走', left: '2026-11-24T10:00:00' },
          { ...came, name: '交牌走', badge: '2' },
          { ...came, name: '校内发现', kind: 'found' },
        ),
        departures: rowsOf({ left: '2026-11-24T11:00:00', badge: '2' }),
      },
      at,
    );
    const names = goingOn(visitors, '2026-11', world).map(({ values }) => values.name);
    expect(names).toEqual(['在里面']);
  });

  it('is what came in late, over or not', () => {
    const late = { ...came, arrived: '2026-12-01T00:00:10', left: '2026-12-01T00:00:20' };
    const world = worldWith({ visitors: rowsOf(late) }, at);
    expect(goingOn(visitors, '2026-11', world)).toHaveLength(1);
    expect(goingOn(visitors, '2026-12', world)).toEqual([]);
  });

  it('is a parcel that nobody has fetched', () => {
    const parcel = { happened: '2026-11-29T09:00:00', direction: 'in', person: '王老师' };
    const world = worldWith(
      { parcels: rowsOf(parcel, { ...parcel, taken: '2026-11-29T12:00:00' }) },
      at,
    );
    expect(goingOn(parcels, '2026-11', world)).toHaveLength(1);
  });

  it('is every list, but regulars whose last day is a year ago', () => {
    const world = worldWith(
      {
        hosts: rowsOf({ name: '七年级组' }, { name: '总务处', stopped: true }),
        regulars: rowsOf(
          { tag: '8812 送菜老周' },
          { tag: '1001 维保', until: '2026-06-30' },
          { tag: '1002 旧的', until: '2025-06-30' },
        ),
      },
      at,
    );
    expect(goingOn(hosts, '2026-11', world)).toHaveLength(2);
    expect(goingOn(regulars, '2026-11', world).map(({ values }) => values.tag)).toEqual([
      '8812 送菜老周',
      '1001 维保',
    ]);
  });
});

describe('a month’s file is over', () => {
  const over = (now: string, settings = {}) =>
    isFileOver([visitors, parcels, hosts], '2026-11', worldWith(settings, { now }));

  it('when its visitors are past their thirty days, and not a day before', () => {
    expect(over('2026-12-30T23:00:00')).toBe(false);
    expect(over('2026-12-31T00:00:00')).toBe(true);
  });

  it('as 设置 says', () => {
    const settings = { settings: rowsOf({ key: 'visitors.keepDays', value: '10' }) };
    expect(over('2026-12-10T23:00:00', settings)).toBe(false);
    expect(over('2026-12-11T00:00:00', settings)).toBe(true);
  });
});

describe('what stays of a row', () => {
  it('is everything but what is personal', () => {
    const values = { ...came, name: '林先生', phone: '13800002468', note: '接孩子', people: 2 };
    expect(withoutPersonal(visitors, values)).toEqual({ ...came, people: 2 });
  });
});
