import { workdayFrom } from '../../calendar.ts';
import { choice, code, date, photo, reference, text, yesNo } from '../../columns.ts';
import { demoEquipment } from '../../demo/equipment.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { expiry } from '../../rules/expiry.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plusMonths } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const kinds = {
  powder: { zh: '干粉灭火器', en: 'Dry powder extinguisher' },
  water: { zh: '水基灭火器', en: 'Water-based extinguisher' },
  carbonDioxide: { zh: '二氧化碳灭火器', en: 'CO₂ extinguisher' },
  boiler: { zh: '锅炉', en: 'Boiler' },
  lift: { zh: '电梯', en: 'Lift' },
  pressureVessel: { zh: '压力容器', en: 'Pressure vessel' },
  other: { zh: '其他在检设备', en: 'Other' },
} as const;

type Kind = keyof typeof kinds;

/** Years from its making after which an extinguisher is scrapped: GB 50444-2008 表5.4.3. */
const serviceLife: Readonly<Partial<Record<Kind, number>>> = {
  water: 6,
  powder: 10,
  carbonDioxide: 12,
};

/** 特种设备: registered, inspected by the licensed body. */
const special: readonly string[] = ['boiler', 'lift', 'pressureVessel'] satisfies readonly Kind[];

const columns = {
  name: text(
    { zh: '设备名称', en: 'Equipment' },
    { required: true, width: 180, help: { zh: '各不相同，如“教学楼 1层 灭火器1”', en: 'Unique' } },
  ),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  place: reference('places', { zh: '地点', en: 'Place' }, { required: true }),
  custodian: reference('people', { zh: '责任人', en: 'Custodian' }, { required: true }),
  made: date(
    { zh: '出厂日期', en: 'Made' },
    { help: { zh: '灭火器必填，到年限要报废', en: 'Extinguishers are scrapped by age' } },
  ),
  certificate: code(
    { zh: '登记证号', en: 'Registration' },
    { help: { zh: '锅炉、电梯、压力容器的使用登记证', en: 'For boilers, lifts and vessels' } },
  ),
  inspected: date({ zh: '上次检验', en: 'Last inspection' }),
  nextInspection: date({ zh: '下次检验', en: 'Next inspection' }, { required: true }),
  inspectedBy: text({ zh: '检验单位', en: 'Inspected by' }),
  report: photo({ zh: '检验报告', en: 'Inspection report' }),
  outOfUse: yesNo({ zh: '停用', en: 'Out of use' }),
  note: text({ zh: '备注', en: 'Note' }),
};

const isInUse = (row: Row): boolean =>
  textAt(row, 'name') !== '' && valueAt(row, 'outOfUse') !== true;

const isSpecial = (row: Row): boolean => isInUse(row) && special.includes(textAt(row, 'kind'));

/** The day on which an extinguisher has had its years. */
function lastDay(kind: Kind | undefined, made: string | undefined): string | undefined {
  const years = kind && serviceLife[kind];
  return years === undefined || made === undefined
    ? undefined
    : `${plusMonths(made.slice(0, 7), years * 12)}${made.slice(7)}`;
}

/**
 * 在检设备 Equipment under inspection (C6b). 特种设备安全法 第四十条: boilers, lifts and pressure vessels are put forward
 * for inspection one month before the last one runs out, and not used without it; 第三十三条: they are registered.
 * Extinguishers: GB 50444 for their servicing and their years.
 */
export const equipment = defineRegister({
  key: 'equipment',
  title: { zh: '在检设备', en: 'Equipment under inspection' },
  purpose: {
    zh: '灭火器、锅炉、电梯、压力容器的检验日期和证号，到期前一个月提醒',
    en: 'Inspections of extinguishers, boilers, lifts and vessels; a reminder a month before',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  print: { signatures: [{ zh: '安全员', en: 'Safety officer' }] },
  rules: [
    unique({ columns: ['name'] }),
    expiry({
      until: 'nextInspection',
      columns: ['name', 'outOfUse'],
      soonDays: (world) => world.settings.number('equipment.soonDays'),
      applies: isInUse,
      message: {
        expired: (day) => ({
          zh: `检验${monthAndDay(day)}已过期，请停用并送检`,
          en: `Inspection was due on ${day}: stop using it, have it inspected`,
        }),
        soon: (day, days) => ({
          zh: `${monthAndDay(day)}要检验，还有${days}天，请申报`,
          en: `Inspection by ${day}, ${days} days left: apply for it`,
        }),
      },
    }),
    rowRule<typeof columns>({
      key: 'worn-out',
      columns: ['kind', 'made', 'name', 'outOfUse'],
      catches: { zh: '灭火器到年限没报废', en: 'An extinguisher past its years' },
      finds: (row, world) => {
        const { kind, made } = row.values;
        const day = lastDay(kind, made);
        return kind === undefined || day === undefined || !isInUse(row) || day > dayOf(world.now)
          ? undefined
          : {
              column: 'made',
              severity: 'must',
              message: {
                zh: `${kinds[kind].zh}满${serviceLife[kind]}年，请报废换新`,
                en: `${serviceLife[kind]} years old: scrap and replace it`,
              },
            };
      },
    }),
    inOrder({ from: 'inspected', until: 'nextInspection' }),
    needed({
      key: 'registered',
      columns: ['certificate'],
      reads: ['kind', 'name', 'outOfUse'],
      when: isSpecial,
      because: { zh: '特种设备要有证', en: 'Must be registered' },
    }),
    needed({
      key: 'dated',
      columns: ['made'],
      reads: ['kind', 'name', 'outOfUse'],
      when: (row) => isInUse(row) && Object.hasOwn(serviceLife, textAt(row, 'kind')),
      because: { zh: '灭火器看年限', en: 'Its age counts' },
    }),
  ],
  settings: {
    soonDays: inDays(
      { zh: '检验到期前提醒', en: 'Remind before an inspection' },
      30,
      '《特种设备安全法》第四十条 届满前一个月',
    ),
  },
  figures: {
    inUse: listed({
      title: { zh: '在检设备', en: 'Equipment under inspection' },
      unit: { zh: '台', en: 'pieces' },
      counts: { zh: '在检设备表中没有停用的', en: 'Those in use' },
      where: isInUse,
    }),
    valid: listedShare({
      title: { zh: '设备检验有效率', en: 'Equipment with a valid inspection' },
      counts: { zh: '在用在检设备中检验没过期的', en: 'Of those in use, inspection not expired' },
      target: 100,
      among: isInUse,
      where: (row, world) => textAt(row, 'nextInspection') >= dayOf(world.now),
    }),
  },
  plan: { tasks },
  report: {
    section: 'safety',
    sentences: ['在检设备{inUse}，检验有效率{valid}。'],
    indicators: ['valid'],
    shortcomings: {
      valid: {
        says: '有的设备检验过期',
        effect: '带病运行，有安全风险',
        measure: '到期前一个月申报检验，过期的先停用',
      },
    },
  },
  demo: demoEquipment,
});

/** Inspections due by the end of the month; extinguishers of one place on one day are one line. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  const due = rows.filter((row) => {
    const next = textAt(row, 'nextInspection');
    return isInUse(row) && next !== '' && next <= month.to;
  });
  const groups = Map.groupBy(due, (row) =>
    Object.hasOwn(serviceLife, textAt(row, 'kind'))
      ? `${textAt(row, 'place')} ${textAt(row, 'nextInspection')}`
      : row.id,
  );
  return [...groups].flatMap(([key, own]): PlanTask[] => {
    const [first] = own;
    const next = localDate.safeParse(first && valueAt(first, 'nextInspection'));
    if (!first || !next.success) return [];
    const late = next.data < month.from;
    const more = own.length > 1 ? `等${own.length}具` : '';
    return [
      {
        key: `equipment-${key}`,
        group: 'repairs',
        what: `送检：${clip(textAt(first, 'name'), 24)}${more}`,
        standard: '到期前检验合格，报告存档',
        owner: textAt(first, 'custodian') || '安全员',
        due: late ? workdayFrom(month.from, world.calendar) : next.data,
        ...(late ? { note: `${monthAndDay(next.data)}已到期` } : {}),
        carriedOver: next.data < dayOf(world.now),
      },
    ];
  });
}
