import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** One distribution of the demo that comes out of stock. */
interface Distributed {
  readonly name: string;
  readonly kind: 'supplies' | 'bedding';
  readonly item: string;
  readonly unit: string;
  readonly toWhom: 'classes' | 'boarding';
  /** Days before the demo's day. */
  readonly begun: number;
  readonly each: number;
  /** Pieces taken out of stock in all: so many for each of fifteen classes. */
  readonly total: number;
}

const bags: Distributed = {
  name: '秋季班级保洁用品',
  kind: 'supplies',
  item: '垃圾袋 45×50cm 30只',
  unit: '卷',
  toWhom: 'classes',
  begun: 30,
  each: 2,
  total: 30,
};

const quilts: Distributed = {
  name: '冬季备用被套',
  kind: 'bedding',
  item: '纯棉被套 1.5×2.1m',
  unit: '条',
  toWhom: 'boarding',
  begun: 10,
  each: 1,
  total: 15,
};

/** The class that has not fetched its quilts. */
const left = 7;
/** The class whose head teacher has not signed. */
const unsigned = 11;

/** The first school day from so many days before the demo's day on. */
function beginOf({ begun }: Distributed, school: DemoSchool): LocalDate {
  const first = plusDays(school.today, -begun);
  return school.days().find((day) => day >= first && school.isSchoolDay(day)) ?? first;
}

/** What is taken out of stock for a distribution on a day. */
export function distributedOn(day: LocalDate, school: DemoSchool): readonly Distributed[] {
  return [bags, quilts].filter((one) => beginOf(one, school) === day);
}

/** Two that were handed out, and the papers for the end of term that lie ahead. */
export function demoDistributions(school: DemoSchool): readonly Entry[] {
  return [
    ...[bags, quilts].map((one) => ({
      name: one.name,
      kind: one.kind,
      what: one.item,
      item: one.item,
      toWhom: one.toWhom,
      from: beginOf(one, school),
      until: plusDays(beginOf(one, school), 5),
      planned: one.total,
      leader: '叶红梅',
    })),
    {
      name: '期末复习资料',
      kind: 'textbooks',
      what: '语数英复习资料',
      toWhom: 'classes',
      from: plusDays(school.today, 14),
      until: plusDays(school.today, 18),
      planned: 620,
      leader: '丁小军',
    },
  ];
}

/** Bags to every class; quilts to all but one, one of them not signed for. */
export function demoHandouts(school: DemoSchool): readonly Entry[] {
  const classes = school.rows('classes');
  return [bags, quilts].flatMap((one) =>
    classes.flatMap((row, index): Entry[] => {
      if (one === quilts && index === left) return [];
      const day = beginOf(one, school);
      return [
        {
          at: momentOn(day, 1020 + index),
          distribution: one.name,
          class: row.name,
          item: one.item,
          quantity: one.each,
          unit: one.unit,
          handedBy: '叶红梅',
          ...(one === quilts && index === unsigned ? {} : { signedBy: row.headTeacher }),
        },
      ];
    }),
  );
}
