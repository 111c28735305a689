import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { asked, askers } from './askers.ts';
import { distributedOn } from './distributions.ts';
import { type DemoItem, demoItems } from './items.ts';
import { momentOn } from './moment.ts';
import { demoMovementSlips } from './movement-slips.ts';
import { paper } from './paper.ts';
import { demoIssuedForRepairs } from './repair-parts.ts';
import type { DemoChance, DemoSchool } from './school.ts';
import { countId, type MonthEnd, monthEnds } from './stocktakes.ts';

type Entry = Values<Columns>;

/** Items that nobody watched in the last two months: they end them below their minimum. */
const runningOut = new Set([
  'LED灯管 T8 16W 1.2m',
  '大盘纸 700g',
  '洗手液 500ml',
  '水龙头 不锈钢 4分',
  '硒鼓 388A',
  '医用外科口罩 50只',
]);

/**
 * Two months of the demo school's stock ledger: opening stock, some five issues a school day, a delivery each
 * Tuesday for what ran low, returns, a month-end adjustment. The last days hold one entry for each rule.
 */
export function demoMovements(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('movements');
  const held = new Map(
    demoItems.map((item) => [
      item.name,
      runningOut.has(item.name)
        ? item.minimum + Math.ceil(item.most / 2)
        : chance.between(Math.ceil(item.minimum * 1.2), Math.ceil(item.maximum * 0.6)),
    ]),
  );
  const move = (item: DemoItem, quantity: number): void => {
    held.set(item.name, (held.get(item.name) ?? 0) + quantity);
  };
  const openings = demoItems.map((item) => ({
    happened: momentOn(school.from, 7 * 60 + 30),
    direction: 'opening',
    item: item.name,
    quantity: held.get(item.name) ?? 0,
    unit: item.unit,
    price: item.price,
    handledBy: keeperOf(item),
  }));
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const ends = monthEnds(school);
  const rows = days.flatMap((day) => [
    ...(weekdayOf(day) === 2 ? deliveries(day, school, chance, held, move) : []),
    ...issues(day, chance, held, move),
    ...distributed(day, school, move),
    ...ends.filter((end) => end.day === day).flatMap((end) => monthEnd(end, school, held, move)),
  ]);
  return [
    ...openings,
    ...rows,
    ...demoIssuedForRepairs(school),
    ...demoMovementSlips(days.slice(-5), held),
  ].toSorted((a, b) =>
    String(a.happened) < String(b.happened) ? -1 : a.happened === b.happened ? 0 : 1,
  );
}

/** Issues worth so many yuan have a requisition: the default of the register's setting. */
const askedInWriting = 100;

function keeperOf(item: DemoItem): string {
  return item.category === 'repair' ? '丁小军' : '叶红梅';
}

function itemToIssue(chance: DemoChance): DemoItem {
  const drawn = chance.between(1, 100);
  let so = 0;
  const [category] = asked.find(([, share]) => {
    so += share;
    return drawn <= so;
  }) ?? ['cleaning'];
  return chance.pick(demoItems.filter((item) => item.category === category));
}

/** Some issues of a day, in the order of the hours; never more than there is. */
function issues(
  day: LocalDate,
  chance: DemoChance,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  const hours = Array.from({ length: chance.between(3, 7) }, () => chance.between(500, 1010));
  return hours
    .toSorted((a, b) => a - b)
    .flatMap((minutes): Entry[] => {
      const item = itemToIssue(chance);
      const wanted = chance.between(Math.ceil(item.most / 3), item.most);
      const quantity = Math.min(wanted, (held.get(item.name) ?? 0) - Math.floor(item.minimum / 4));
      if (quantity <= 0) return [];
      const [recipient, department, purposes] = chance.pick(askers[item.category]);
      const comesBack = chance.percent(2) && quantity > 1;
      move(item, comesBack ? 1 - quantity : -quantity);
      const asked = quantity * item.price >= askedInWriting;
      const common = {
        item: item.name,
        unit: item.unit,
        recipient,
        department,
        ...(asked ? { requisition: paper('LY', day, minutes, item.name) } : {}),
      };
      return [
        {
          happened: momentOn(day, minutes),
          direction: 'out',
          ...common,
          quantity,
          purpose: chance.pick(purposes),
          handledBy: keeperOf(item),
        },
        ...(comesBack
          ? [
              {
                happened: momentOn(day, minutes + 1),
                direction: 'return',
                ...common,
                quantity: 1,
                purpose: '多领退回',
                handledBy: keeperOf(item),
              },
            ]
          : []),
      ];
    });
}

/** What is taken out at once for all classes. */
function distributed(
  day: LocalDate,
  school: DemoSchool,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  return distributedOn(day, school).flatMap(({ name, item: wanted, total, unit }) => {
    const item = demoItems.find((candidate) => candidate.name === wanted);
    if (!item) return [];
    move(item, -total);
    return [
      {
        happened: momentOn(day, 1012),
        direction: 'out',
        item: wanted,
        quantity: total,
        unit,
        recipient: '叶红梅',
        department: '库房',
        distribution: name,
        purpose: '统一发放各班',
        handledBy: keeperOf(item),
      },
    ];
  });
}

/** What ran low is bought up to near its maximum, in whole packs; prices move a little. */
function deliveries(
  day: LocalDate,
  school: DemoSchool,
  chance: DemoChance,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  const watched = day < plusDays(school.today, -62);
  const low = demoItems.filter(
    (item) =>
      (watched || !runningOut.has(item.name)) && (held.get(item.name) ?? 0) < item.minimum * 1.5,
  );
  return low.map((item, place) => {
    const [unit, factor] = item.pack ?? [item.unit, 1];
    const packs = Math.max(1, Math.floor((item.maximum - (held.get(item.name) ?? 0)) / factor));
    move(item, packs * factor);
    const price = item.price * factor * (0.95 + chance.next() * 0.1);
    const donated = item.category === 'medical' && chance.percent(40);
    return {
      happened: momentOn(day, 470 + place),
      direction: 'in',
      item: item.name,
      quantity: packs,
      unit,
      price: Math.round(price * 100) / 100,
      ...(donated ? { donor: '家长委员会' } : { receipt: paper('YS', day, place + 1, item.name) }),
      handledBy: keeperOf(item),
    };
  });
}

/** The stocktake's adjustment and what was thrown away, with their reasons. */
function monthEnd(
  { name: stocktake, day }: MonthEnd,
  school: DemoSchool,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  return [
    {
      name: '中性笔 0.5mm 黑',
      direction: 'adjustment',
      quantity: -4,
      reason: '月末盘点，散支漏记',
    },
    { name: '洗洁精 5kg', direction: 'writeOff', quantity: 1, reason: '桶破漏液' },
    { name: '五孔插座 86型', direction: 'writeOff', quantity: 2, reason: '外壳破裂，已留照片' },
  ].flatMap(({ name, direction, quantity, reason }): Entry[] => {
    const item = demoItems.find((candidate) => candidate.name === name);
    if (!item || (held.get(name) ?? 0) < Math.abs(quantity)) return [];
    move(item, -Math.abs(quantity));
    return [
      {
        happened: momentOn(day, 1020),
        direction,
        item: name,
        quantity,
        unit: item.unit,
        reason,
        ...(direction === 'adjustment'
          ? { stocktake, count: countId(school, stocktake, name) }
          : {}),
        handledBy: keeperOf(item),
      },
    ];
  });
}
