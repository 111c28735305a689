import { catalogueOf, changeOf } from '../calculations/stock.ts';
import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import type { LocalDate, RowId } from '../values.ts';
import { type DemoItem, demoItems } from './items.ts';
import { momentOn } from './moment.ts';
import { demoRows } from './rows.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** The stocktake that is under way on the demo's day. */
const underWay = '清洁用品抽盘';

/** A stocktake at the end of a month. */
export interface MonthEnd {
  readonly name: string;
  readonly day: LocalDate;
}

/** The last school day of each month that ended before the demo's day, with its stocktake. */
export function monthEnds(school: DemoSchool): readonly MonthEnd[] {
  const days = school.days().filter((day) => school.isSchoolDay(day));
  const months = Map.groupBy(days, (day) => day.slice(0, 7));
  return [...months].flatMap(([month, own]) => {
    const day = own.at(-1);
    if (day === undefined || month === school.today.slice(0, 7)) return [];
    return [{ name: `${month.slice(0, 4)}年${Number(month.slice(5))}月盘点`, day }];
  });
}

/** The id of the count of an item in a stocktake at the end of a month. */
export function countId(school: DemoSchool, stocktake: string, item: string): RowId {
  const month = monthEnds(school).findIndex(({ name }) => name === stocktake);
  const place = demoItems.findIndex(({ name }) => name === item);
  return school.rowId('counts', month * demoItems.length + place);
}

/** A stocktake at each month's end, and one of the cleaning goods that began yesterday. */
export function demoStocktakes(school: DemoSchool): readonly Entry[] {
  return [
    ...monthEnds(school).map(({ name, day }) => ({
      name,
      start: day,
      end: day,
      scope: 'all',
      leader: '叶红梅',
      state: 'ended',
    })),
    {
      name: underWay,
      start: plusDays(school.today, -1),
      end: plusDays(school.today, 2),
      scope: 'cleaning',
      place: '总库房',
      leader: '叶红梅',
      state: 'open',
      note: '领用多，月中抽盘',
    },
  ];
}

/**
 * A count of each item at each month's end: as in the ledger, but for what was adjusted, and in the last one a loss
 * without a cause, one thing not found, one left out and one counted twice; yesterday's blind counts.
 */
export function demoCounts(school: DemoSchool): readonly Entry[] {
  const ends = monthEnds(school);
  return [
    ...ends.flatMap((end, index) => monthEndCounts(school, end, index === ends.length - 1)),
    ...blindCounts(school),
  ];
}

function monthEndCounts(school: DemoSchool, { name, day }: MonthEnd, isLast: boolean): Entry[] {
  const bookOf = books(school, name);
  const adjustments = new Map(
    demoRows(school, 'movements')
      .filter(({ values }) => values.stocktake === name)
      .map(({ values }) => [String(values.item), values]),
  );
  const count = (item: DemoItem, minutes: number): Entry => {
    const at = momentOn(day, minutes);
    const adjustment = adjustments.get(item.name);
    const off = Number(adjustment?.quantity ?? 0) - (isLast && item.name === '抽纸 200抽' ? 2 : 0);
    const lost = isLast && item.name === '碘伏 100ml';
    return {
      at,
      stocktake: name,
      code: item.code,
      item: item.name,
      counted: lost ? 0 : Math.max(0, bookOf(item.name, at) + off),
      unit: item.unit,
      place: item.category === 'canteen' ? '食堂 冷库' : '总库房',
      counter: item.category === 'repair' ? '丁小军' : '叶红梅',
      ...(adjustment ? { cause: String(adjustment.reason), approvedBy: '周敏' } : {}),
    };
  };
  const counted = demoItems.filter(({ name: item }) => !(isLast && item === '电子体温计'));
  const again = demoItems.find(({ name: item }) => item === '棉线拖把 40cm');
  return [
    ...counted.map((item, place) => count(item, 900 + place)),
    ...(isLast && again ? [{ ...count(again, 960), counted: 0, cause: '重复登记' }] : []),
  ];
}

/** What the ledger held of an item by a time, without the adjustments of the stocktake itself. */
function books(school: DemoSchool, stocktake: string): (item: string, at: string) => number {
  const catalogue = catalogueOf(demoRows(school, 'items'));
  const entries = Map.groupBy(
    demoRows(school, 'movements').filter(({ values }) => values.stocktake !== stocktake),
    ({ values }) => String(values.item),
  );
  return (item, at) =>
    (entries.get(item) ?? [])
      .filter(({ values }) => String(values.happened) <= at)
      .reduce((held, entry) => held + (changeOf(entry, catalogue) ?? 0), 0);
}

function blindCounts(school: DemoSchool): Entry[] {
  const yesterday = plusDays(school.today, -1);
  const bookOf = books(school, underWay);
  return demoItems
    .filter(({ category }) => category === 'cleaning')
    .slice(0, 5)
    .map((item, place) => {
      const at = momentOn(yesterday, 980 + place);
      return {
        at,
        stocktake: underWay,
        code: item.code,
        item: item.name,
        counted: Math.max(0, bookOf(item.name, at)),
        unit: item.unit,
        place: '总库房',
        counter: '叶红梅',
      };
    });
}
