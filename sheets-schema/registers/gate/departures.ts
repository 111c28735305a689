import { insideNow, staysOf } from '../../calculations/gate-stays.ts';
import { code, moment, text, yesNo } from '../../columns.ts';
import { demoDepartures } from '../../demo/visitors.ts';
import { count } from '../../figures/count.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { localDateTime } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  left: moment({ zh: '离校时间', en: 'Left' }, { required: true, stamped: true }),
  badge: code(
    { zh: '胸牌号', en: 'Badge' },
    {
      help: { zh: '收回胸牌看号；没有胸牌写姓名或车牌', en: 'From the badge; else name or plate' },
    },
  ),
  plate: code({ zh: '车牌', en: 'Plate' }, { personal: true }),
  name: text({ zh: '来访人', en: 'Visitor' }, { personal: true }),
  badgeBack: yesNo({ zh: '胸牌收回', en: 'Badge back' }),
  documentBack: yesNo(
    { zh: '证件退还', en: 'Document returned' },
    { help: { zh: '没保管证件的空着', en: 'Blank when none was held' } },
  ),
};

/** Whoever goes out came in: a departure without an arrival is somebody who was in no row. */
const cameFromNowhere: Rule<'left' | 'badge' | 'plate' | 'name'> = {
  key: 'came-from-nowhere',
  columns: ['left', 'badge', 'plate', 'name'],
  reads: ['visitors', 'visitingVehicles'],
  catches: { zh: '离校的人没有进校登记', en: 'Went out and had not come in' },
  check: (register, rows, world) => {
    const isOff = (key: string) => world.register(key) === undefined;
    if (isOff('visitors')) return [];
    const around = {
      ...world,
      rows: (key: string) => (key === register.key ? rows : world.rows(key)),
    };
    const used = new Set(
      ['visitors', 'visitingVehicles'].flatMap((key) => [...staysOf(world.rows(key), around).used]),
    );
    return rows.flatMap((row): Finding[] => {
      const who = textAt(row, 'badge') || textAt(row, 'plate') || textAt(row, 'name');
      if (used.has(row.id) || who === '' || textAt(row, 'left') === '') return [];
      const mayBeCar = textAt(row, 'badge') === '' && textAt(row, 'plate') !== '';
      if (mayBeCar && isOff('visitingVehicles')) return [];
      return [
        {
          register: register.key,
          rule: 'came-from-nowhere',
          row: row.id,
          column: 'badge',
          severity: 'must',
          message: {
            zh: `“${clip(who, 8)}”没有进校登记，请核对`,
            en: `“${clip(who, 20)}” was never registered: check it`,
          },
        },
      ];
    });
  },
};

/**
 * 离校登记 Departures (F; R3): one touch at the gate when a badge comes back; 全部离校 closes the day with those who
 * are still inside.
 */
export const departures = defineRegister({
  key: 'departures',
  title: { zh: '离校登记', en: 'Departures' },
  purpose: {
    zh: '来访人、车离校时记一行，收回胸牌；关门前一次清完',
    en: 'Visitors and cars that leave; the rest at closing, all at once',
  },
  workbook: 'gate',
  startsOn: true,
  columns,
  happened: 'left',
  form: {
    audience: 'staff',
    intro: { zh: '填胸牌号就行；没胸牌写姓名或车牌。', en: 'The badge; else name or plate.' },
    asks: ['badge', 'plate', 'name', 'documentBack'],
    starts: { badgeBack: true },
    queue: true,
    example: { badge: '11' },
  },
  batches: [
    {
      key: 'all',
      title: { zh: '全部离校', en: 'All have left' },
      audience: 'staff',
      intro: {
        zh: '还在校内的都在下面，核对后一次交；没走的点开，选“不要这行”。',
        en: 'Those still inside: send once; take out whoever has not left.',
      },
      shared: ['left'],
      each: ['name', 'badge', 'plate', 'badgeBack', 'documentBack'],
      rows: (world) =>
        [
          ...insideNow(world.rows('visitors'), world).filter(
            (row) => textAt(row, 'kind') !== 'found',
          ),
          ...insideNow(world.rows('visitingVehicles'), world),
        ].map(stillInside),
      untouched: 'kept',
      // A badge came back only where one was given out: the row says so itself.
      starts: {},
      example: {
        shared: { left: localDateTime.parse('2026-11-24T08:55:00') },
        rows: [{ badge: '11', badgeBack: true }],
      },
    },
  ],
  rules: [
    rowRule<typeof columns>({
      key: 'nobody',
      columns: ['badge', 'plate', 'name', 'left'],
      catches: { zh: '没写谁离校', en: 'Nobody says who left' },
      finds: ({ values: { badge, plate, name, left } }) =>
        badge === undefined && plate === undefined && name === undefined && left !== undefined
          ? {
              column: 'badge',
              severity: 'must',
              message: { zh: '请填胸牌号、车牌或姓名', en: 'Enter badge, plate or name' },
            }
          : undefined,
    }),
    cameFromNowhere,
  ],
  figures: {
    departures: count({
      title: { zh: '离校登记', en: 'Departures' },
      unit: { zh: '次', en: 'departures' },
      counts: { zh: '期内的离校登记', en: 'Departures of the period' },
      happened: 'left',
    }),
  },
  retention: { plate: { months: 1 }, name: { months: 1 } },
  demo: demoDepartures,
});

/** A line of 全部离校 for somebody, or a car, still inside. */
function stillInside(row: Row) {
  const badge = textAt(row, 'badge');
  const plate = textAt(row, 'plate');
  const name = textAt(row, 'name') || textAt(row, 'regular') || textAt(row, 'driver');
  const document = textAt(row, 'document');
  return {
    ...(name === '' ? {} : { name }),
    ...(badge === '' ? {} : { badge, badgeBack: true }),
    ...(plate === '' ? {} : { plate }),
    ...(document === '' || document === 'none' ? {} : { documentBack: true }),
  };
}
