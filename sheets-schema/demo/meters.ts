import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

interface DemoMeter {
  readonly name: string;
  readonly kind: 'water' | 'power' | 'gas';
  readonly main?: boolean;
  readonly place: string;
  readonly factor?: number;
  readonly reader: string;
  /** What it shows before the first reading. */
  readonly shows: number;
  /** What it counts on a school day and on a day off. */
  readonly uses: readonly [number, number];
  /** Read every morning, or each Monday. */
  readonly daily: boolean;
}

const meters: readonly DemoMeter[] = [
  {
    name: '总水表',
    kind: 'water',
    main: true,
    place: '水泵房',
    reader: '王大勇',
    shows: 40_210,
    uses: [46, 16],
    daily: true,
  },
  {
    name: '总电表',
    kind: 'power',
    main: true,
    place: '配电房',
    factor: 20,
    reader: '刘海峰',
    shows: 18_430,
    uses: [42, 18],
    daily: true,
  },
  {
    name: '食堂燃气表',
    kind: 'gas',
    main: true,
    place: '食堂 后厨',
    reader: '张桂兰',
    shows: 9120,
    uses: [58, 20],
    daily: false,
  },
  {
    name: '食堂水表',
    kind: 'water',
    place: '食堂 后厨',
    reader: '王大勇',
    shows: 7345,
    uses: [15, 5],
    daily: false,
  },
  {
    name: '宿舍1号楼水表',
    kind: 'water',
    place: '宿舍1号楼',
    reader: '王大勇',
    shows: 5230,
    uses: [8, 3],
    daily: false,
  },
  {
    name: '宿舍2号楼电表',
    kind: 'power',
    place: '宿舍2号楼',
    reader: '刘海峰',
    shows: 30_120,
    uses: [95, 40],
    daily: false,
  },
];

/** The meters of the demo school, and one that was replaced. */
export function demoMeters(): readonly Entry[] {
  return [
    ...meters.map(({ name, kind, main, place, factor, reader }, index) => ({
      name,
      kind,
      main: main === true,
      place,
      number: `BH-${String(index + 1).padStart(4, '0')}`,
      ...(factor === undefined ? {} : { factor }),
      reader,
      stopped: false,
    })),
    {
      name: '锅炉房旧水表',
      kind: 'water',
      main: false,
      place: '锅炉房',
      number: 'BH-0099',
      reader: '王大勇',
      stopped: true,
    },
  ];
}

/**
 * Main meters each morning, the others on Mondays; one burst pipe in the second last week and one slip of the pen.
 */
export function demoReadings(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('meterReadings');
  return meters
    .flatMap((meter, place) => readingsOf(meter, place, school, chance))
    .toSorted((a, b) => (String(a.at) < String(b.at) ? -1 : 1));
}

function readingsOf(
  meter: DemoMeter,
  place: number,
  school: DemoSchool,
  chance: DemoChance,
): Entry[] {
  const burst = plusDays(school.today, -9);
  let shows = meter.shows;
  return school.days().flatMap((day): Entry[] => {
    const entry = reading(meter, day, place, shows);
    const [busy, quiet] = meter.uses;
    const usual = school.isSchoolDay(day) ? busy : quiet;
    const leak = meter.name === '总水表' && day === burst ? 40 : 0;
    shows = Math.round((shows + usual * (0.93 + chance.next() * 0.14) + leak) * 10) / 10;
    return meter.daily || weekdayOf(day) === 1 ? [slip(entry, meter, day, school)] : [];
  });
}

function reading({ name, reader }: DemoMeter, day: LocalDate, place: number, shows: number): Entry {
  return { at: momentOn(day, 450 + place), meter: name, reading: shows, reader };
}

/** One reading in which two digits changed places. */
function slip(entry: Entry, { name }: DemoMeter, day: LocalDate, { today }: DemoSchool): Entry {
  return name === '总电表' && day === plusDays(today, -3)
    ? { ...entry, reading: Number(entry.reading) - 900 }
    : entry;
}
