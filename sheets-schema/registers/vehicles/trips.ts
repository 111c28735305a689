import { demoTrips } from '../../demo/trips.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, numberAt, type Row, textAt } from '../../row.ts';
import { fitDriver } from '../../rules/fit-driver.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { requestedTrip } from '../../rules/requested-trip.ts';
import { sequence } from '../../rules/sequence.ts';
import { inHours } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { minutesBetween } from '../../time.ts';
import { localDateTime } from '../../values.ts';
import { clip, written } from '../../wording.ts';
import { columns, comingBack, km } from './trip-sheet.ts';

/** Kilometres of a trip that has ended. */
function driven(row: Row): number | undefined {
  const [out, back] = [numberAt(row, 'outKm'), numberAt(row, 'backKm')];
  return out === undefined || back === undefined || back < out ? undefined : back - out;
}

/** A vehicle, or a driver, on two trips at one time. */
function twiceAtOnce(what: 'vehicle' | 'driver') {
  return overlap({
    key: `${what}-twice`,
    columns: [what, 'out', 'back'],
    who: (row) => plain(textAt(row, what)),
    span: () => (row) => {
      const [from, until] = [momentAt(row, 'out'), momentAt(row, 'back')];
      return from === undefined || until === undefined ? undefined : { from, until };
    },
    message: (row, other) => ({
      zh: `${clip(textAt(row, what), 9)}同时在“${clip(textAt(other, 'purpose'), 7)}”，请核对`,
      en: `${textAt(row, what)} was on “${textAt(other, 'purpose')}” then: check the times`,
    }),
  });
}

/** 出车记录 Trips (E; R1): written by the driver coming back; each has its request, and the odometer goes on. */
export const trips = defineRegister({
  key: 'trips',
  title: { zh: '出车记录', en: 'Trips' },
  purpose: {
    zh: '每趟出车的事由、时间和里程，司机回来就填',
    en: 'Purpose, times and odometer of each trip, by the driver on coming back',
  },
  workbook: 'stores',
  columns,
  happened: 'out',
  standing: ['vehicle'],
  form: {
    audience: 'staff',
    intro: { zh: '回来停好车再填，里程照仪表盘抄。', en: 'When parked; copy the odometer.' },
    asks: [
      'request',
      'urgent',
      'vehicle',
      'driver',
      'purpose',
      'out',
      'outKm',
      'back',
      'backKm',
      'passengers',
      'note',
    ],
    example: {
      request: '食堂采购 本学期',
      vehicle: '浙AQ1021',
      driver: '任永强',
      purpose: '城北批发市场 买菜',
      out: localDateTime.parse('2026-11-24T06:10:00'),
      outKm: 42_600,
      back: localDateTime.parse('2026-11-24T07:25:00'),
      backKm: 42_618,
      passengers: 1,
    },
  },
  batches: [comingBack],
  print: {
    signatures: [{ zh: '车辆管理员', en: 'Fleet' }],
    slips: [
      {
        title: { zh: '派车单', en: 'Trip slip' },
        columns: [
          'request',
          'vehicle',
          'driver',
          'purpose',
          'out',
          'outKm',
          'back',
          'backKm',
          'passengers',
        ],
        signatures: [
          { zh: '派车人', en: 'Sent by' },
          { zh: '驾驶员', en: 'Driver' },
          { zh: '用车人', en: 'Passenger' },
        ],
      },
    ],
  },
  rules: [
    requestedTrip({ request: 'request', urgent: 'urgent', out: 'out' }),
    fitDriver({ driver: 'driver', vehicle: 'vehicle', out: 'out' }),
    sequence({
      of: 'vehicle',
      at: 'out',
      starts: 'outKm',
      reading: 'backKm',
      mostGap: (world) => world.settings.number('trips.mostGap'),
      message: {
        lower: (_plate, before, now) => ({
          zh: `里程${written(now)}低于上次${written(before)}，请核对`,
          en: `Odometer ${now}, ${before} before: check it`,
        }),
        gap: (_plate, before, now) => ({
          zh: `与上一趟差${written(now - before)}公里，请补记漏的出车`,
          en: `${now - before} km since the trip before: enter what is missing`,
        }),
      },
    }),
    twiceAtOnce('vehicle'),
    twiceAtOnce('driver'),
    inOrder({ from: 'out', until: 'back' }),
    needed({
      key: 'returned',
      columns: ['back', 'backKm'],
      reads: ['out'],
      when: (row, { now, settings }) => {
        const out = momentAt(row, 'out');
        return (
          out !== undefined &&
          minutesBetween(out, now, settings.text('timeZone')) >
            settings.number('trips.backHours') * 60
        );
      },
      because: { zh: '出车已久', en: 'Out for long' },
    }),
  ],
  settings: {
    mostGap: {
      kind: 'number',
      title: { zh: '两趟之间里程最多差', en: 'Most kilometres between two trips' },
      unit: km,
      default: 3,
      source: '惯例：校内挪车',
    },
    urgentHours: inHours(
      { zh: '急件补申请期限', en: 'An urgent request follows in' },
      24,
      '急件先办后补',
    ),
    backHours: inHours({ zh: '出车后多久要登记回车', en: 'Back entered within' }, 24, '惯例'),
  },
  figures: {
    trips: count({
      title: { zh: '出车', en: 'Trips' },
      unit: { zh: '次', en: 'trips' },
      counts: { zh: '出车时间在期内的', en: 'Trips that left in the period' },
      happened: 'out',
    }),
    distance: total({
      title: { zh: '行车里程', en: 'Distance' },
      unit: km,
      counts: { zh: '期内各趟回车里程减出车里程', en: 'Odometer back less out, of each trip' },
      happened: 'out',
      amounts: () => driven,
    }),
    asked: share({
      title: { zh: '出车有申请率', en: 'Trips with a request' },
      counts: { zh: '期内出车中有用车申请的', en: 'Of the trips, those with a request' },
      happened: 'out',
      where: (row) => textAt(row, 'request') !== '',
      target: 100,
    }),
  },
  breakdowns: {
    byVehicle: splitBy({
      title: { zh: '各车里程', en: 'Distance by vehicle' },
      unit: km,
      happened: 'out',
      names: () => (row) => textAt(row, 'vehicle'),
      amounts: () => driven,
    }),
  },
  report: {
    section: 'gate',
    sentences: ['出车{trips|compared}，行车{distance|compared}，有申请的占{asked}。'],
    indicators: ['trips', 'asked'],
    shortcomings: {
      asked: {
        says: '有的出车没有申请',
        effect: '公务用车说不清用在哪里',
        measure: '先批后出车，急件当天补申请，每周核对一次',
      },
    },
  },
  demo: demoTrips,
});
