import { choice, code, date, money, quantity, reference, text } from '../../columns.ts';
import { demoVehicleMaintenance } from '../../demo/vehicle-upkeep.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { inOrder } from '../../rules/in-order.ts';
import { sequence } from '../../rules/sequence.ts';
import { unique } from '../../rules/unique.ts';
import { localDate } from '../../values.ts';
import { clip, written } from '../../wording.ts';

const km = { zh: '公里', en: 'km' };
const yuan = { zh: '元', en: 'yuan' };

const columns = {
  done: date({ zh: '日期', en: 'Day' }, { required: true }),
  vehicle: reference('vehicles', { zh: '车牌号', en: 'Vehicle' }, { required: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      service: { zh: '保养', en: 'Service' },
      repair: { zh: '维修', en: 'Repair' },
      tyres: { zh: '轮胎', en: 'Tyres' },
      inspection: { zh: '年检', en: 'Inspection' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  what: text({ zh: '项目', en: 'What was done' }, { required: true }),
  odometer: quantity({ zh: '里程', en: 'Odometer' }, { required: true, unit: km, min: 0 }),
  garage: text({ zh: '修理厂', en: 'Garage' }),
  cost: money({ zh: '费用', en: 'Cost' }, { required: true, min: 0 }),
  receipt: code({ zh: '票据号', en: 'Receipt' }),
  serviceKm: quantity(
    { zh: '下次保养里程', en: 'Next service at' },
    { unit: km, min: 0, help: { zh: '保养后照修理厂说的填', en: 'As the garage says' } },
  ),
  serviceDue: date({ zh: '下次保养日期', en: 'Next service by' }),
  handledBy: reference('drivers', { zh: '送修人', en: 'Brought by' }, { required: true }),
};

/** 车辆维保 Vehicle maintenance (E; R1). What a service says of the next one is watched in 车辆. */
export const vehicleMaintenance = defineRegister({
  key: 'vehicleMaintenance',
  title: { zh: '车辆维保', en: 'Vehicle maintenance' },
  purpose: {
    zh: '每次保养、维修的项目、里程、费用和下次保养',
    en: 'What was done, odometer, cost, and the next service',
  },
  workbook: 'stores',
  columns,
  happened: 'done',
  standing: ['vehicle', 'kind'],
  form: {
    audience: 'staff',
    intro: {
      zh: '取车时填，保养要写下次里程和日期。',
      en: 'On fetching it; say the next service.',
    },
    asks: [
      'done',
      'vehicle',
      'kind',
      'what',
      'odometer',
      'garage',
      'cost',
      'receipt',
      'serviceKm',
      'serviceDue',
      'handledBy',
    ],
    example: {
      done: localDate.parse('2026-11-24'),
      vehicle: '浙AQ1021',
      kind: 'service',
      what: '换机油三滤',
      odometer: 42_600,
      garage: '城北汽修',
      cost: 480,
      receipt: 'WX26112401',
      serviceKm: 47_600,
      serviceDue: localDate.parse('2027-05-24'),
      handledBy: '任永强',
    },
  },
  print: { signatures: [{ zh: '车辆管理员', en: 'Fleet' }] },
  rules: [
    sequence({
      of: 'vehicle',
      at: 'done',
      reading: 'odometer',
      message: {
        lower: (_plate, before, now) => ({
          zh: `里程${written(now)}低于上次${written(before)}，请核对`,
          en: `Odometer ${now}, ${before} before: check it`,
        }),
      },
    }),
    rowRule<typeof columns>({
      key: 'next',
      columns: ['kind', 'odometer', 'serviceKm', 'serviceDue'],
      catches: { zh: '保养没写下次，或下次里程不对', en: 'A service without a sound next one' },
      finds: ({ values: { kind, odometer, serviceKm, serviceDue } }) => {
        if (kind === 'service' && serviceKm === undefined && serviceDue === undefined)
          return {
            column: 'serviceKm',
            severity: 'must',
            message: {
              zh: '请填下次保养的里程或日期',
              en: 'Enter kilometres or day of the next service',
            },
          };
        return serviceKm !== undefined && odometer !== undefined && serviceKm <= odometer
          ? {
              column: 'serviceKm',
              severity: 'must',
              message: {
                zh: `下次保养里程应大于${written(odometer)}，请核对`,
                en: `The next service lies beyond ${odometer} km: check it`,
              },
            }
          : undefined;
      },
    }),
    inOrder({ from: 'done', until: 'serviceDue' }),
    unique({
      columns: ['receipt'],
      message: (said) => ({
        zh: `票据“${clip(said, 10)}”登记了两次，请核对`,
        en: `Receipt ${said} stands twice: check it`,
      }),
    }),
  ],
  figures: {
    times: count({
      title: { zh: '车辆维保', en: 'Services and repairs' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内的保养和维修', en: 'Services and repairs of the period' },
      happened: 'done',
    }),
    services: count({
      title: { zh: '车辆保养', en: 'Services' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内类别为保养的', en: 'Services of the period' },
      happened: 'done',
      where: (row) => valueAt(row, 'kind') === 'service',
    }),
    cost: total({
      title: { zh: '车辆维保费', en: 'Cost of maintenance' },
      unit: yuan,
      counts: { zh: '期内保养和维修费用', en: 'Cost of the period' },
      better: 'lower',
      happened: 'done',
      amounts: () => (row) => numberAt(row, 'cost'),
    }),
  },
  breakdowns: {
    byVehicle: splitBy({
      title: { zh: '各车维保费', en: 'Cost by vehicle' },
      unit: yuan,
      happened: 'done',
      names: () => (row) => textAt(row, 'vehicle'),
      amounts: () => (row) => numberAt(row, 'cost'),
    }),
  },
  report: {
    section: 'gate',
    sentences: ['车辆维保{times|compared}，其中保养{services}，费用{cost|compared}。'],
  },
  demo: demoVehicleMaintenance,
});
