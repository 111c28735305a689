import { type NextService, nextServices, odometers } from '../../calculations/fleet.ts';
import { licences } from '../../calculations/licences.ts';
import { nameAt } from '../../calculations/named-rows.ts';
import { workdayFrom } from '../../calendar.ts';
import { choice, code, date, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoVehicles } from '../../demo/vehicles.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { Finding } from '../../finding.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { expiry } from '../../rules/expiry.ts';
import { needed } from '../../rules/needed.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { daysBetween } from '../../time.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { monthAndDay, written } from '../../wording.ts';

const km = { zh: '公里', en: 'km' };

const columns = {
  plate: code({ zh: '车牌号', en: 'Plate' }, { required: true }),
  model: text({ zh: '车型', en: 'Model' }, { help: { zh: '如：9座面包车', en: 'Such as: van' } }),
  licence: choice({ zh: '准驾车型', en: 'Licence asked for' }, licences, {
    help: { zh: '开这辆车至少要什么驾驶证', en: 'The least licence that may drive it' },
  }),
  seats: quantity({ zh: '核定人数', en: 'Seats' }, { min: 1, whole: true }),
  custodian: reference('people', { zh: '责任人', en: 'Custodian' }, { required: true }),
  insuredUntil: date({ zh: '保险到期', en: 'Insured until' }, { required: true }),
  inspectedUntil: date(
    { zh: '年检到期', en: 'Inspection valid until' },
    { required: true, help: { zh: '校车每半年检一次', en: 'Twice a year for a school bus' } },
  ),
  serviceKm: quantity(
    { zh: '下次保养里程', en: 'Next service at' },
    {
      unit: km,
      min: 0,
      help: { zh: '做过保养后以维保记录为准', en: 'A later service overrules it' },
    },
  ),
  serviceDue: date({ zh: '下次保养日期', en: 'Next service by' }),
  usualFuel: quantity(
    { zh: '平时百公里油耗', en: 'Usual fuel' },
    { unit: { zh: '升', en: 'l' }, min: 0 },
  ),
  outOfUse: yesNo({ zh: '停用', en: 'Out of use' }),
  note: text({ zh: '备注', en: 'Note' }),
};

const isInUse = (row: Row): boolean => valueAt(row, 'outOfUse') !== true;

const soonDays = (world: World): number => world.settings.number('vehicles.soonDays');

/** An expired paper keeps the car in the yard. */
function paper(until: 'insuredUntil' | 'inspectedUntil', zh: string, en: string) {
  return expiry({
    until,
    columns: ['outOfUse'],
    soonDays,
    applies: isInUse,
    message: {
      expired: (day) => ({
        zh: `${zh}${monthAndDay(day)}已到期，办好前不要出车`,
        en: `${en} ended on ${day}: do not drive until renewed`,
      }),
      soon: (day, days) => ({
        zh: `${zh}${monthAndDay(day)}到期，还有${days}天，请办理`,
        en: `${en} ends on ${day}, in ${days} days: renew it`,
      }),
    },
  });
}

/** What is wrong with the next service of a vehicle that now shows so many kilometres, if anything. */
function service(
  { km: at, day }: NextService,
  odometer: number | undefined,
  world: World,
): Pick<Finding, 'severity' | 'message'> | undefined {
  const left = at === undefined || odometer === undefined ? undefined : at - odometer;
  const days = day && daysBetween(dayOf(world.now), day);
  if (left !== undefined && left < 0)
    return {
      severity: 'must',
      message: {
        zh: `已超保养里程${written(-left)}公里，请送保养`,
        en: `${written(-left)} km past its service: have it serviced`,
      },
    };
  if (day !== undefined && days !== undefined && days < 0)
    return {
      severity: 'must',
      message: {
        zh: `保养${monthAndDay(day)}已到期，请送保养`,
        en: `Its service was due on ${day}: have it serviced`,
      },
    };
  if (left !== undefined && left <= world.settings.number('vehicles.soonKm'))
    return {
      severity: 'look',
      message: {
        zh: `再开${written(left)}公里就要保养，请约时间`,
        en: `Service in ${written(left)} km: make an appointment`,
      },
    };
  if (day !== undefined && days !== undefined && days <= soonDays(world))
    return {
      severity: 'look',
      message: {
        zh: `${monthAndDay(day)}前要保养，请约时间`,
        en: `Service by ${day}: make an appointment`,
      },
    };
  return undefined;
}

/**
 * 车辆 Vehicles (E; R1). Compulsory insurance and inspection: 道路交通安全法 第十三条、第十七条; a school bus is inspected
 * each half year (校车安全管理条例 第二十一条). Service by kilometres or by day, whichever comes first.
 */
export const vehicles = defineRegister({
  key: 'vehicles',
  title: { zh: '车辆', en: 'Vehicles' },
  purpose: {
    zh: '每辆车的责任人、保险、年检和下次保养，到期前提醒',
    en: 'Custodian, insurance, inspection and next service of each vehicle',
  },
  workbook: 'stores',
  columns,
  label: 'plate',
  print: { signatures: [{ zh: '车辆管理员', en: 'Fleet' }] },
  rules: [
    unique({ columns: ['plate'] }),
    paper('insuredUntil', '保险', 'Insurance'),
    paper('inspectedUntil', '年检', 'Inspection'),
    preparedRowRule<typeof columns>({
      key: 'service',
      columns: ['plate', 'serviceKm', 'serviceDue', 'outOfUse'],
      reads: ['trips', 'fuel', 'vehicleMaintenance'],
      catches: { zh: '到里程或到期没保养', en: 'Service overdue by km or date' },
      finds: (world) => {
        const readings = odometers(world);
        const nextOf = nextServices(world);
        return (row) => {
          const found =
            isInUse(row) && service(nextOf(row), readings.get(nameAt(row, 'plate')), world);
          return found ? { ...found, column: 'serviceKm' } : undefined;
        };
      },
    }),
    needed({
      key: 'driven',
      columns: ['licence'],
      reads: ['plate', 'outOfUse'],
      when: (row) => textAt(row, 'plate') !== '' && isInUse(row),
      because: { zh: '在用的车', en: 'In use' },
    }),
  ],
  settings: {
    soonDays: inDays({ zh: '到期前提醒', en: 'Remind before the end' }, 30, '惯例'),
    soonKm: {
      kind: 'number',
      title: { zh: '保养前提醒', en: 'Remind before the service' },
      unit: km,
      default: 500,
      source: '惯例',
    },
  },
  figures: {
    inUse: listed({
      title: { zh: '在用车辆', en: 'Vehicles in use' },
      unit: { zh: '辆', en: 'vehicles' },
      counts: { zh: '车辆表中没有停用的', en: 'Vehicles that are not out of use' },
      where: isInUse,
    }),
    sound: listedShare({
      title: { zh: '车辆保险年检有效率', en: 'Vehicles insured and inspected' },
      counts: { zh: '在用车辆中保险和年检都有效的', en: 'Of those in use, with both valid' },
      target: 100,
      among: isInUse,
      where: (row, world) =>
        ['insuredUntil', 'inspectedUntil'].every((until) => textAt(row, until) >= dayOf(world.now)),
    }),
  },
  plan: { tasks },
  report: {
    section: 'gate',
    sentences: ['管理在用车辆{inUse}，保险年检有效率{sound}。'],
    indicators: ['sound'],
    shortcomings: {
      sound: {
        says: '有的车辆保险或年检过期',
        effect: '行车安全没有保障',
        measure: '到期前一个月办理，没办好的停驶',
      },
    },
  },
  demo: demoVehicles,
});

/** Insurance, inspection and service that fall due by the end of the month. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const readings = odometers(world);
  const nextOf = nextServices(world);
  return rows.filter(isInUse).flatMap((row) => {
    const plate = textAt(row, 'plate');
    const next = nextOf(row);
    const left = (next.km ?? Number.NaN) - (readings.get(nameAt(row, 'plate')) ?? Number.NaN);
    const soon = left <= world.settings.number('vehicles.soonKm');
    const due: readonly (readonly [string, string, LocalDate | undefined])[] = [
      ['insuredUntil', '办理车辆保险', dayIn(row, 'insuredUntil')],
      ['inspectedUntil', '车辆年检', dayIn(row, 'inspectedUntil')],
      ['service', '车辆保养', soon ? workdayFrom(month.from, world.calendar) : next.day],
    ];
    return due.flatMap(([key, what, day]): PlanTask[] => {
      if (plate === '' || day === undefined || day > month.to) return [];
      const late = day < month.from;
      return [
        {
          key: `vehicles-${row.id}-${key}`,
          group: 'vehicles',
          what: `${what}：${plate}`,
          standard: key === 'service' ? '保养并登记维保记录' : '到期前办好，日期改到车辆表',
          owner: textAt(row, 'custodian') || '司机班长',
          due: late ? workdayFrom(month.from, world.calendar) : day,
          ...(late ? { note: `${monthAndDay(day)}已到期` } : {}),
          carriedOver: day < dayOf(world.now),
        },
      ];
    });
  });
}

function dayIn(row: Row, column: string): LocalDate | undefined {
  const day = localDate.safeParse(valueAt(row, column));
  return day.success ? day.data : undefined;
}
