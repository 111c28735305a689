import { tripsToday } from '../../calculations/trips-today.ts';
import { moment, quantity, reference, text, yesNo } from '../../columns.ts';
import type { BatchForm } from '../../register.ts';
import { localDateTime } from '../../values.ts';

/** Of odometers and distances. */
export const km = { zh: '公里', en: 'km' };

/** The columns of 出车记录. */
export const columns = {
  request: reference(
    'vehicleRequests',
    { zh: '用车事项', en: 'Request' },
    { width: 200, help: { zh: '从用车申请里选', en: 'Chosen from the requests' } },
  ),
  urgent: yesNo(
    { zh: '急件后补', en: 'Urgent' },
    { help: { zh: '送医等急事先出车，24 小时内补申请', en: 'The request follows in 24 hours' } },
  ),
  vehicle: reference('vehicles', { zh: '车牌号', en: 'Vehicle' }, { required: true }),
  driver: reference('drivers', { zh: '驾驶员', en: 'Driver' }, { required: true }),
  purpose: text({ zh: '去向事由', en: 'Where and what for' }, { required: true }),
  out: moment({ zh: '出车时间', en: 'Out' }, { required: true }),
  outKm: quantity(
    { zh: '出车里程', en: 'Odometer out' },
    { required: true, unit: km, min: 0, help: { zh: '仪表盘上的总里程', en: 'As on the dial' } },
  ),
  back: moment({ zh: '回车时间', en: 'Back' }, { stamped: true }),
  backKm: quantity({ zh: '回车里程', en: 'Odometer back' }, { unit: km, min: 0 }),
  passengers: quantity(
    { zh: '乘车人数', en: 'Passengers' },
    { unit: { zh: '人', en: 'people' }, min: 0, whole: true },
  ),
  note: text({ zh: '车况备注', en: 'Note' }),
};

/** 回车登记: a driver's approved trips of today come from the requests, the odometer from the last reading. */
export const comingBack: BatchForm<typeof columns> = {
  key: 'back',
  title: { zh: '回车登记', en: 'Coming back' },
  audience: 'staff',
  intro: {
    zh: '今天派给您的车已列好，填回车里程；出车时间不对的改一下。',
    en: 'Your trips of today are there: give the odometer, mend the times.',
  },
  shared: ['driver', 'back'],
  each: ['request', 'backKm', 'vehicle', 'out', 'outKm', 'purpose', 'passengers'],
  needs: ['backKm'],
  rows: tripsToday,
  untouched: 'leftOut',
  example: {
    shared: { driver: '任永强', back: localDateTime.parse('2026-11-24T07:25:00') },
    rows: [
      {
        request: '食堂采购 本学期',
        vehicle: '浙AQ1021',
        out: localDateTime.parse('2026-11-24T06:10:00'),
        outKm: 42_600,
        purpose: '城北批发市场',
        backKm: 42_618,
      },
    ],
  },
};
