import { staySpans, staysOf, stillInside } from '../../calculations/gate-stays.ts';
import { choice, code, moment, phone, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { toldShare } from '../../figures/told-share.ts';
import { defineRegister } from '../../register.ts';
import { textAt } from '../../row.ts';
import { inOrder } from '../../rules/in-order.ts';
import { leftInside } from '../../rules/left-inside.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { plusDays, weekdayOf } from '../../time.ts';
import { dayOf } from '../../values.ts';
import { clip } from '../../wording.ts';

const reasons = {
  goods: { zh: '送货', en: 'Goods' },
  works: { zh: '维修施工', en: 'Works' },
  official: { zh: '公务', en: 'Official' },
  waste: { zh: '垃圾收运', en: 'Waste' },
  emergency: { zh: '急救消防', en: 'Emergency' },
  other: { zh: '其他', en: 'Other' },
};

const columns = {
  arrived: moment({ zh: '进校时间', en: 'Arrived' }, { required: true, stamped: true }),
  plate: code({ zh: '车牌', en: 'Plate' }, { personal: true }),
  reason: choice({ zh: '事由', en: 'Reason' }, reasons, { required: true }),
  host: reference('hosts', { zh: '找谁', en: 'Host' }),
  driver: text({ zh: '驾驶人', en: 'Driver' }, { personal: true }),
  phone: phone({ zh: '电话', en: 'Telephone' }),
  cargo: text({ zh: '所载物品', en: 'Load' }),
  passengers: quantity(
    { zh: '随车人数', en: 'Passengers' },
    { unit: { zh: '人', en: 'people' }, min: 0, max: 60, whole: true },
  ),
  left: moment({ zh: '离校时间', en: 'Left' }),
};

/** Days before today, minutes, plate, reason, host, stay; none still inside. */
const demoCars = [
  [20, 380, '鲁BA5127', 'works', '维修班', 210],
  [13, 540, '鲁B90K33', 'official', '校长室', 75],
  [8, 610, '鲁B7C218', 'works', '后勤处', 340],
  [5, 450, '鲁B2E604', 'other', '教务处', 40],
  [4, 930, '鲁B4M992', 'goods', '总库房', undefined],
] as const;

/** 来访车辆 Visiting vehicles (F). 中小学幼儿园安全管理办法第十七条: no outside vehicle without cause on the grounds. */
export const visitingVehicles = defineRegister({
  key: 'visitingVehicles',
  title: { zh: '来访车辆', en: 'Visiting vehicles' },
  purpose: {
    zh: '校外车辆进出一律登记，关门前全部离校',
    en: 'Every outside vehicle that comes in and goes out',
  },
  workbook: 'gate',
  columns,
  happened: 'arrived',
  goesOn: (world) => stillInside(world.rows('visitingVehicles'), world),
  form: {
    audience: 'staff',
    intro: {
      zh: '写车牌，点事由、找谁。只为校园安全，到期删除。',
      en: 'Plate, reason, host. For safety only, deleted in time.',
    },
    asks: ['plate', 'reason', 'host', 'driver', 'phone', 'cargo', 'passengers'],
    example: { plate: '鲁B55Q80', reason: 'goods', host: '总库房', cargo: '复印纸' },
  },
  rules: [
    leftInside({
      arrived: 'arrived',
      left: 'left',
      closing: (world) => world.settings.text('visitingVehicles.closing'),
      message: { zh: '关门时车没登记离校，请核实', en: 'Not out by closing: find out where it is' },
    }),
    overlap({
      key: 'plate-twice',
      columns: ['plate', 'arrived', 'left'],
      reads: ['departures'],
      who: (row) => plain(textAt(row, 'plate')).toUpperCase(),
      span: (world) => staySpans(world.rows('visitingVehicles'), world),
      message: (row) => ({
        zh: `${clip(textAt(row, 'plate'), 10)}上次还没登记离校，请补`,
        en: `${textAt(row, 'plate')} has not been registered out: do so`,
      }),
    }),
    inOrder({ from: 'arrived', until: 'left' }),
    needed({
      key: 'plate',
      columns: ['plate', 'host'],
      reads: ['arrived', 'reason'],
      // Plates are deleted in time, and are not to be asked for again.
      when: (row, world) =>
        textAt(row, 'reason') !== '' &&
        textAt(row, 'reason') !== 'emergency' &&
        textAt(row, 'arrived').slice(0, 10) >
          plusDays(dayOf(world.now), -world.settings.number('visitingVehicles.keepDays')),
      because: { zh: '车辆进校', en: 'A vehicle came in' },
    }),
  ],
  settings: {
    closing: {
      kind: 'text',
      title: { zh: '车辆最晚离校', en: 'Vehicles out by' },
      default: '18:30',
      accepts: (said) => /^([01]\d|2[0-3]):[0-5]\d$/.test(said),
      source: '学校',
    },
    keepDays: inDays(
      { zh: '车辆和驾驶人信息保存', en: 'Personal data is kept for' },
      30,
      '个人信息保护法第十九条',
    ),
  },
  figures: {
    vehicles: count({
      title: { zh: '来访车辆', en: 'Visiting vehicles' },
      unit: { zh: '辆次', en: 'vehicles' },
      counts: { zh: '期内进校的来访车辆', en: 'Vehicles that came in the period' },
      happened: 'arrived',
    }),
    out: toldShare({
      title: { zh: '车辆离校登记率', en: 'Vehicles with their end' },
      counts: { zh: '期内往日来访车辆中登记了离校的', en: 'Of past vehicles, registered out' },
      happened: 'arrived',
      tells: (rows, world) => {
        const { stays } = staysOf(rows, world);
        return (row) =>
          textAt(row, 'arrived').slice(0, 10) < dayOf(world.now)
            ? stays.get(row.id)?.left !== ''
            : undefined;
      },
      target: 100,
    }),
  },
  breakdowns: {
    byReason: splitBy({
      title: { zh: '来访车辆事由', en: 'Vehicles by reason' },
      unit: { zh: '辆次', en: 'vehicles' },
      happened: 'arrived',
      names: () => (row) =>
        Object.entries(reasons).find(([key]) => key === textAt(row, 'reason'))?.[1].zh ?? '',
    }),
  },
  report: {
    section: 'gate',
    sentences: ['登记来访车辆{vehicles|compared}，离校登记率{out}。'],
    shortcomings: {
      out: {
        says: '来访车辆离校登记不全',
        effect: '关门后校内车辆情况不清',
        measure: '车辆出门必登记，关门前逐车核对',
      },
    },
  },
  retention: {
    plate: { months: 1, days: 'keepDays' },
    driver: { months: 1, days: 'keepDays' },
    phone: { months: 1, days: 'keepDays' },
  },
  demo: (school) => {
    const chance = school.chance('visitingVehicles');
    const kept = plusDays(school.today, -30);
    const lorries = school
      .days()
      .filter((day) => school.isSchoolDay(day) && day < school.today)
      .flatMap((day) => {
        const [plate, reason, cargo] =
          weekdayOf(day) % 2 === 1
            ? (['鲁B3K21', 'goods', '蔬菜'] as const)
            : (['鲁B8F06', 'goods', '肉蛋'] as const);
        const minutes = 345 + chance.between(0, 15);
        return [
          {
            arrived: momentOn(day, minutes),
            ...(day > kept ? { plate } : {}),
            reason,
            host: '食堂',
            cargo,
            left: momentOn(day, minutes + chance.between(20, 45)),
          },
        ];
      });
    const others = demoCars.map(([ago, minutes, plate, reason, host, stay]) => {
      const day = plusDays(school.today, -ago);
      return {
        arrived: momentOn(day, minutes),
        plate,
        reason,
        host,
        ...(stay === undefined ? {} : { left: momentOn(day, minutes + stay) }),
      };
    });
    return [...lorries, ...others].toSorted((a, b) => (a.arrived < b.arrived ? -1 : 1));
  },
});
