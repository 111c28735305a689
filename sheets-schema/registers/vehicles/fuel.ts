import { type FuelUse, fuelUse, per100 } from '../../calculations/fuel-use.ts';
import { nameKey, rowsByName } from '../../calculations/named-rows.ts';
import { code, moment, money, photo, quantity, reference, text } from '../../columns.ts';
import { demoFuel } from '../../demo/vehicle-upkeep.ts';
import type { Figure } from '../../figure.ts';
import { within } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { band } from '../../rules/band.ts';
import { sequence } from '../../rules/sequence.ts';
import { unique } from '../../rules/unique.ts';
import { clip, written } from '../../wording.ts';

const litre = { zh: '升', en: 'l' };
const yuan = { zh: '元', en: 'yuan' };

const columns = {
  at: moment({ zh: '加油时间', en: 'Filled at' }, { required: true, stamped: true }),
  vehicle: reference('vehicles', { zh: '车牌号', en: 'Vehicle' }, { required: true }),
  litres: quantity(
    { zh: '加油量', en: 'Litres' },
    { required: true, unit: litre, min: 0, help: { zh: '每次加满才算得准', en: 'Fill it up' } },
  ),
  amount: money({ zh: '金额', en: 'Amount' }, { required: true, min: 0 }),
  odometer: quantity(
    { zh: '里程', en: 'Odometer' },
    { required: true, unit: { zh: '公里', en: 'km' }, min: 0 },
  ),
  station: text({ zh: '加油站', en: 'Station' }),
  receipt: code({ zh: '票据号', en: 'Receipt' }),
  photo: photo({ zh: '小票照片', en: 'Photo of the receipt' }),
  driver: reference('drivers', { zh: '驾驶员', en: 'Driver' }, { required: true }),
};

/** Litres on 100 km over all fillings of the period whose distance is known. */
const consumption: Figure = {
  title: { zh: '百公里油耗', en: 'Fuel on 100 km' },
  unit: litre,
  counts: {
    zh: '期内加油量除以与上次加油之间的里程，头一次加油不算',
    en: 'Litres of the period by the kilometres since the filling before',
  },
  better: 'lower',
  form: 'amount',
  measure: (rows, period) => {
    const uses = fuelUse(rows);
    const known = within(rows, 'at', period).filter(({ id }) => uses.has(id));
    const sum = known.reduce<FuelUse>(
      (so, { id }) => {
        const use = uses.get(id) ?? { litres: 0, km: 0 };
        return { litres: so.litres + use.litres, km: so.km + use.km };
      },
      { litres: 0, km: 0 },
    );
    return {
      value: sum.km === 0 ? undefined : per100(sum),
      rows: known.map(({ id }) => id),
    };
  },
};

/** 加油记录 Fuel (E; R1): each filling with the odometer, so that the fuel of 100 km can be followed. */
export const fuel = defineRegister({
  key: 'fuel',
  title: { zh: '加油记录', en: 'Fuel' },
  purpose: {
    zh: '每次加油的升数、金额和里程，算百公里油耗',
    en: 'Litres, amount and odometer of each filling',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  standing: ['vehicle'],
  looksBack: 180,
  form: {
    audience: 'staff',
    intro: { zh: '加满后填，里程照仪表盘抄，拍下小票。', en: 'Fill up, copy the odometer.' },
    asks: ['vehicle', 'litres', 'amount', 'odometer', 'station', 'receipt', 'photo', 'driver'],
    example: {
      vehicle: '浙AQ1021',
      litres: 40.5,
      amount: 303.75,
      odometer: 42_600,
      station: '城北加油站',
      receipt: 'JY26112401',
      driver: '任永强',
    },
  },
  rules: [
    sequence({
      of: 'vehicle',
      at: 'at',
      reading: 'odometer',
      message: {
        lower: (_plate, before, now) => ({
          zh: `里程${written(now)}低于上次${written(before)}，请核对`,
          en: `Odometer ${now}, ${before} before: check it`,
        }),
      },
    }),
    band({
      of: 'vehicle',
      at: 'litres',
      reads: ['vehicles', 'fuel'],
      values: (world) => {
        const uses = fuelUse(world.rows('fuel'));
        return ({ id }) => {
          const use = uses.get(id);
          return use && per100(use);
        };
      },
      usual: (world) => {
        const known = rowsByName(world, 'vehicles');
        return (plate) => {
          const vehicle = known.get(nameKey(plate));
          return vehicle && numberAt(vehicle, 'usualFuel');
        };
      },
      percent: (world) => world.settings.number('fuel.band'),
      message: (_row, now, usual) => ({
        zh: `百公里${written(now)}升，平时约${written(usual)}升，请核对`,
        en: `${now} l on 100 km, usually about ${usual} l: check it`,
      }),
    }),
    unique({
      columns: ['receipt'],
      message: (said) => ({
        zh: `票据“${clip(said, 10)}”登记了两次，请核对`,
        en: `Receipt ${said} stands twice: check it`,
      }),
    }),
  ],
  settings: {
    band: {
      kind: 'number',
      title: { zh: '油耗偏离平时多少要核对', en: 'Check fuel that differs from the usual by' },
      unit: { zh: '%', en: '%' },
      default: 30,
      source: '惯例',
    },
  },
  figures: {
    litres: total({
      title: { zh: '加油量', en: 'Fuel' },
      unit: litre,
      counts: { zh: '期内加油升数', en: 'Litres filled in the period' },
      better: 'lower',
      happened: 'at',
      amounts: () => (row) => numberAt(row, 'litres'),
    }),
    cost: total({
      title: { zh: '油费', en: 'Cost of fuel' },
      unit: yuan,
      counts: { zh: '期内加油金额', en: 'Amounts of the period' },
      better: 'lower',
      happened: 'at',
      amounts: () => (row) => numberAt(row, 'amount'),
    }),
    consumption,
  },
  breakdowns: {
    byVehicle: splitBy({
      title: { zh: '各车油费', en: 'Cost of fuel by vehicle' },
      unit: yuan,
      happened: 'at',
      names: () => (row) => textAt(row, 'vehicle'),
      amounts: () => (row) => numberAt(row, 'amount'),
    }),
  },
  report: {
    section: 'gate',
    sentences: ['加油{litres|compared}，油费{cost|compared}，百公里油耗{consumption|compared}。'],
    indicators: ['cost'],
  },
  demo: demoFuel,
});
