import { nameAt } from '../../calculations/named-rows.ts';
import { moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoReadings } from '../../demo/meters.ts';
import { count } from '../../figures/count.ts';
import { splitUse, usedOfKind, usedPerHead } from '../../figures/meter-use.ts';
import { defineRegister } from '../../register.ts';
import { textAt, type Values, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { notReadLately } from '../../rules/not-read-lately.ts';
import { sequence } from '../../rules/sequence.ts';
import { weekdayBand } from '../../rules/weekday-band.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { monthAndDay, written } from '../../wording.ts';

const columns = {
  at: moment({ zh: '抄表时间', en: 'Read at' }, { required: true, stamped: true }),
  meter: reference('meters', { zh: '表', en: 'Meter' }, { required: true }),
  reading: quantity(
    { zh: '读数', en: 'Reading' },
    { required: true, min: 0, help: { zh: '照表上的数填，不乘倍率', en: 'As shown, no factor' } },
  ),
  reader: reference('people', { zh: '抄表人', en: 'Read by' }, { required: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
  cause: text(
    { zh: '异常说明', en: 'Why unusual' },
    { help: { zh: '用量反常时写原因', en: 'When the use is unusual' } },
  ),
};

/** 抄表记录 Meter readings (H, R5): never lower than the last, and about as usual for the day of the week. */
export const meterReadings = defineRegister({
  key: 'meterReadings',
  title: { zh: '抄表记录', en: 'Meter readings' },
  purpose: {
    zh: '水、电、气表的读数，按天或按周抄',
    en: 'Readings of the meters, daily or weekly',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  standing: ['meter'],
  looksBack: 70,
  form: {
    audience: 'staff',
    intro: { zh: '照表上的数填，看不清就拍照。', en: 'As shown on the meter; add a photo.' },
    asks: ['meter', 'reading', 'reader', 'photo', 'cause'],
    example: { meter: '总水表', reading: 99_000, reader: '王大勇' },
  },
  batches: [
    {
      key: 'round',
      title: { zh: '一圈抄完', en: 'One round' },
      audience: 'staff',
      intro: { zh: '表已按位置列好，逐块填读数。', en: 'In the order of the places.' },
      shared: ['reader'],
      each: ['meter', 'reading', 'cause'],
      rows: metersInUse,
      untouched: 'leftOut',
      example: {
        shared: { reader: '王大勇' },
        rows: [{ meter: '总水表', reading: 99_000 }],
      },
    },
  ],
  rules: [
    sequence({
      of: 'meter',
      at: 'at',
      reading: 'reading',
      message: {
        lower: (meter, before, now) => ({
          zh: `读数 ${written(now)} 低于上次 ${written(before)}，请核对`,
          en: `${meter}: ${written(before)} before, ${written(now)} now: check`,
        }),
      },
    }),
    weekdayBand({
      of: 'meter',
      at: 'at',
      reading: 'reading',
      percent: (world) => world.settings.number('meterReadings.band'),
      least: (world) => world.settings.number('meterReadings.least'),
      message: (meter, day, used, usual) => ({
        zh: `${monthAndDay(day)}用 ${Math.round(used)}，平时 ${Math.round(usual)}，请查原因`,
        en: `${meter} used ${written(used)} on ${day}, usually ${written(usual)}: check`,
      }),
    }),
    notReadLately({
      of: 'meter',
      at: 'at',
      days: (world) => world.settings.number('meterReadings.everyDays'),
    }),
  ],
  settings: {
    band: {
      kind: 'number',
      title: { zh: '用量偏离平时多少要核对', en: 'Check use that differs from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 40,
      source: 'R5 节能；惯例',
    },
    least: {
      kind: 'number',
      title: { zh: '一天相差多少以内不算', en: 'A difference a day of no more than is no matter' },
      unit: { zh: '单位', en: 'units' },
      default: 3,
      source: '惯例',
    },
    everyDays: inDays({ zh: '几天没抄表要提醒', en: 'A meter not read for' }, 8, '惯例每周抄表'),
  },
  figures: {
    readings: count({
      title: { zh: '抄表', en: 'Readings' },
      unit: { zh: '次', en: 'readings' },
      counts: { zh: '期内的抄表记录', en: 'Readings of the period' },
      happened: 'at',
    }),
    water: usedOfKind('water', { zh: '用水', en: 'Water used' }, { zh: '吨', en: 't' }),
    power: usedOfKind('power', { zh: '用电', en: 'Power used' }, { zh: '度', en: 'kWh' }),
    gas: usedOfKind('gas', { zh: '用气', en: 'Gas used' }, { zh: '立方米', en: 'm³' }),
    waterPerHead: usedPerHead(
      'water',
      { zh: '生均用水', en: 'Water a pupil' },
      { zh: '吨', en: 't' },
    ),
    powerPerHead: usedPerHead(
      'power',
      { zh: '生均用电', en: 'Power a pupil' },
      { zh: '度', en: 'kWh' },
    ),
  },
  breakdowns: { waterByMeter: splitUse('water'), powerByMeter: splitUse('power') },
  plan: {
    tasks: (_rows, month, world) =>
      world.rows('meters').some((row) => valueAt(row, 'stopped') !== true)
        ? [
            {
              key: `meterReadings-${month.month}`,
              group: 'energy' as const,
              what: '抄水电气表并核对用量',
              standard: '每周抄一次，反常的当天查明',
              owner: '维修班长',
              due: plusDays(month.to, -1),
            },
          ]
        : [],
  },
  report: {
    section: 'energy',
    sentences: [
      '用水{water|compared}，生均{waterPerHead|compared}；用电{power|compared}，生均{powerPerHead|compared}。',
      '用气{gas|compared}。',
    ],
    indicators: ['waterPerHead', 'powerPerHead'],
  },
  demo: demoReadings,
});

/** The meters in use, place by place. */
function metersInUse(world: World): readonly Values<typeof columns>[] {
  return world
    .rows('meters')
    .filter((row) => nameAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true)
    .toSorted((a, b) => (textAt(a, 'place') < textAt(b, 'place') ? -1 : 1))
    .map((row) => ({ meter: textAt(row, 'name') }));
}
