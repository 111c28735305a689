import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

const names = ['林先生', '黄女士', '郭师傅', '罗女士', '董先生', '萧女士', '袁师傅', '贾先生'];
const reasons = ['parent', 'parent', 'delivery', 'repair', 'official', 'other'] as const;
const hosts = ['七年级组', '八年级组', '九年级组', '教务处', '后勤处', '医务室'];
const regulars = ['8812 送菜老周', '6630 送肉小孟', '2075 送水老秦'];

/** Days before the demo's day on which visitors' names have been deleted, and from which 离校登记 is used. */
const namesKept = 30;
const departuresSince = 7;
/** The evening of 期中家长会. */
const evening = '11-20';

/**
 * Two months at the gate of the demo school: a handful of visitors a school day, the parents' evenings by class, two
 * still inside on the last morning. Names older than a month have been deleted, as they are to be.
 */
export function demoVisitors(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('visitors');
  const days = school.days().filter((day) => school.isSchoolDay(day));
  const rows = days.flatMap((day) =>
    day === school.today ? morning(day) : ofDay(school, day, chance),
  );
  return [...rows, ...eveningByClass(school, days), ...slips(school)].toSorted((a, b) =>
    String(a.arrived) < String(b.arrived) ? -1 : 1,
  );
}

/** Who left lately, by 离校登记: each visitor of the last days whose row does not say so itself. */
export function demoDepartures(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('departures');
  const since = plusDays(school.today, -departuresSince);
  const rows = school.rows('visitors').flatMap((row): Entry[] => {
    const arrived = String(row.arrived ?? '');
    if (row.kind === 'found' || row.left !== undefined || row.note === '未离校') return [];
    if (arrived.slice(0, 10) < since || arrived.slice(0, 10) >= school.today) return [];
    const stay = row.kind === 'group' ? 105 : chance.between(20, 90);
    return [
      {
        left: momentOn(dayIn(arrived), minutesIn(arrived) + stay),
        ...(row.badge === undefined
          ? { name: row.name ?? row.regular }
          : { badge: row.badge, badgeBack: row.note !== '胸牌没还' }),
      },
    ];
  });
  const stranger = {
    left: momentOn(plusDays(school.today, -1), 700),
    badge: '99',
    badgeBack: true,
  };
  return [...rows, stranger].toSorted((a, b) => (String(a.left) < String(b.left) ? -1 : 1));
}

function ofDay(school: DemoSchool, day: LocalDate, chance: DemoChance): Entry[] {
  const personal = day > plusDays(school.today, -namesKept);
  const ended = day < plusDays(school.today, -departuresSince);
  return Array.from({ length: chance.between(3, 5) }, (_, place): Entry => {
    const regular = place === 0;
    const minutes = 430 + place * 110 + chance.between(0, 40);
    const picked = chance.pick(names);
    const stay = chance.between(20, 90);
    return {
      arrived: momentOn(day, minutes),
      kind: regular ? 'regular' : 'visitor',
      ...(!personal
        ? {}
        : regular
          ? { regular: chance.pick(regulars) }
          : { name: picked, phone: `1380001${chance.between(1000, 9999)}` }),
      reason: regular ? 'delivery' : chance.pick(reasons),
      host: regular ? '食堂' : chance.pick(hosts),
      badge: String(place + 1),
      ...(ended ? { left: momentOn(day, minutes + stay), badgeBack: true } : {}),
    };
  });
}

function morning(day: LocalDate): Entry[] {
  const common = { kind: 'visitor', host: '后勤处' };
  return [
    {
      ...common,
      arrived: momentOn(day, 470),
      name: '黄女士',
      reason: 'parent',
      host: '八年级组',
      badge: '11',
    },
    { ...common, arrived: momentOn(day, 505), name: '郭师傅', reason: 'repair', badge: '12' },
  ];
}

function eveningByClass(school: DemoSchool, days: readonly LocalDate[]): Entry[] {
  const evenings = days.filter((day) => day.slice(5) === evening && day < school.today);
  return evenings.flatMap((day) =>
    school.rows('classes').map(({ name, pupils }, index) => ({
      arrived: momentOn(day, 1015 + index),
      kind: 'group',
      ...(day > plusDays(school.today, -namesKept) ? { name: `${name}家长` } : {}),
      reason: 'event',
      host: ['七年级组', '八年级组', '九年级组'][Math.floor(index / 5)] ?? '教务处',
      people: Number(pupils) - (index % 4),
      ...(day < plusDays(school.today, -departuresSince) ? { left: momentOn(day, 1100) } : {}),
    })),
  );
}

/** One visit for each rule. */
function slips(school: DemoSchool): Entry[] {
  const ago = (days: number, minutes: number) => momentOn(plusDays(school.today, -days), minutes);
  const visit = { kind: 'visitor', reason: 'other', host: '后勤处' };
  return [
    { ...visit, arrived: ago(1, 840), name: '董先生', badge: '41', note: '未离校' },
    { ...visit, arrived: ago(4, 600), name: '贾先生', badge: '42', note: '胸牌没还' },
    { ...visit, arrived: ago(1, 870), name: '萧女士', badge: '41' },
    { ...visit, arrived: ago(5, 615), name: '推销人员', host: undefined, badge: '43' },
    {
      kind: 'found',
      arrived: ago(6, 950),
      name: '校外青年一名',
      reason: 'other',
      foundAt: '操场',
      note: '翻围栏进入，已请出',
    },
  ];
}

function dayIn(moment: string): LocalDate {
  return localDate.parse(moment.slice(0, 10));
}

function minutesIn(moment: string): number {
  return Number(moment.slice(11, 13)) * 60 + Number(moment.slice(14, 16));
}
