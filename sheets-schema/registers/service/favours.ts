import { choice, date, moment, quantity, reference, text } from '../../columns.ts';
import { demoFavours } from '../../demo/favours.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { inDays } from '../../settings.ts';
import { daysBetween, plusDays } from '../../time.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const kinds = {
  lock: { zh: '开锁', en: 'Lock opened' },
  pump: { zh: '借气筒工具', en: 'Pump or tools lent' },
  hospital: { zh: '送医', en: 'Taken to hospital' },
  window: { zh: '爬窗取物', en: 'Window climbed' },
  carry: { zh: '搬运', en: 'Carried' },
  other: { zh: '其他', en: 'Other' },
};

const columns = {
  helped: moment({ zh: '时间', en: 'When' }, { required: true, stamped: true }),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  what: text({ zh: '帮了什么', en: 'What' }, { required: true }),
  place: reference('places', { zh: '地点', en: 'Place' }),
  forWhom: text({ zh: '帮谁', en: 'For whom' }, { personal: true }),
  times: quantity(
    { zh: '次数', en: 'Times' },
    {
      unit: { zh: '次', en: 'times' },
      min: 1,
      whole: true,
      help: { zh: '送医填几趟；空着算一次', en: 'Trips to hospital; blank is once' },
    },
  ),
  by: reference('people', { zh: '帮忙人', en: 'By' }, { required: true }),
  beside: reference(
    'people',
    { zh: '在旁的人', en: 'Beside' },
    { help: { zh: '爬窗、登高要有人扶', en: 'Nobody climbs alone' } },
  ),
  told: text({ zh: '通知了谁', en: 'Told' }, { help: { zh: '送医填家长、班主任', en: 'Parents' } }),
  promise: text(
    { zh: '答应的事', en: 'Promised' },
    { help: { zh: '没当场办完的写', en: 'If any' } },
  ),
  due: date({ zh: '答应哪天办', en: 'Promised for' }),
  kept: date({ zh: '办好日期', en: 'Done on' }),
};

const hasPromise = (row: Row): boolean => textAt(row, 'promise') !== '';

/** The day by which a promise is to be kept: as said, else some days later. */
function dueOf(row: Row, world: World): LocalDate | undefined {
  const said = localDate.safeParse(textAt(row, 'due'));
  if (said.success) return said.data;
  const helped = localDate.safeParse(textAt(row, 'helped').slice(0, 10));
  return helped.success
    ? plusDays(helped.data, world.settings.number('favours.promiseDays'))
    : undefined;
}

const isKept = (row: Row, world: World): boolean =>
  textAt(row, 'kept') !== '' && textAt(row, 'kept') <= (dueOf(row, world) ?? '');

/** 便民服务 Favours (G; R3): locks opened, a pump lent, the sick taken to hospital, windows climbed; and what was promised. */
export const favours = defineRegister({
  key: 'favours',
  title: { zh: '便民服务', en: 'Favours' },
  purpose: {
    zh: '顺手帮的忙也记一笔；答应的事要有回音',
    en: 'Favours done; what was promised is followed up',
  },
  workbook: 'service',
  columns,
  happened: 'helped',
  form: {
    audience: 'staff',
    intro: { zh: '帮完就记，一句话就行。', en: 'One line, as soon as it is done.' },
    asks: ['kind', 'what', 'place', 'forWhom', 'times', 'by', 'beside', 'told', 'promise', 'due'],
    example: { kind: 'lock', what: '钥匙锁在屋里', place: '宿舍2号楼 201', by: '赵永福' },
  },
  rules: [
    rowRule<typeof columns>({
      key: 'promise-forgotten',
      columns: ['helped', 'promise', 'due', 'kept'],
      catches: { zh: '答应的事没办', en: 'A promise without follow-up' },
      finds: (row, world) => {
        const due = dueOf(row, world);
        const today = dayOf(world.now);
        if (!hasPromise(row) || textAt(row, 'kept') !== '' || due === undefined || due >= today)
          return undefined;
        const days = daysBetween(due, today);
        return {
          column: 'kept',
          severity: 'must',
          message: {
            zh: `答应的事过了${days}天，请办好填日期`,
            en: `Promised, and ${days} days late: do it and enter the day`,
          },
        };
      },
    }),
    needed({
      key: 'hospital',
      columns: ['told'],
      reads: ['kind'],
      when: (row) => valueAt(row, 'kind') === 'hospital',
      because: { zh: '送医要告知', en: 'Somebody must know' },
    }),
    needed({
      key: 'climbed',
      columns: ['beside'],
      reads: ['kind'],
      when: (row) => valueAt(row, 'kind') === 'window',
      because: { zh: '登高要有人扶', en: 'Nobody climbs alone' },
    }),
    secondPerson({
      checker: 'beside',
      others: ['by'],
      message: () => ({ zh: '在旁的人就是本人，请填另一人', en: 'Somebody else must be beside' }),
    }),
  ],
  settings: {
    promiseDays: inDays({ zh: '没说日期的几天内办', en: 'Promises without a day' }, 7, '惯例'),
  },
  figures: {
    favours: total({
      title: { zh: '便民服务', en: 'Favours' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的次数之和', en: 'Favours of the period' },
      happened: 'helped',
      amounts: () => (row) => numberAt(row, 'times') ?? 1,
    }),
    hospital: total({
      title: { zh: '送学生就医', en: 'Trips to hospital' },
      unit: { zh: '趟', en: 'trips' },
      counts: { zh: '期内送医的趟数', en: 'Trips with the sick in the period' },
      happened: 'helped',
      where: (row) => valueAt(row, 'kind') === 'hospital',
      amounts: () => (row) => numberAt(row, 'times') ?? 1,
    }),
    promised: count({
      title: { zh: '答应的事', en: 'Promises' },
      unit: { zh: '件', en: 'promises' },
      counts: { zh: '期内登记的答应的事', en: 'Promises made in the period' },
      happened: 'helped',
      where: hasPromise,
    }),
    keptPromises: share({
      title: { zh: '答应的事按时办好率', en: 'Promises kept' },
      counts: { zh: '期内答应、已到日子的事中按时办好的', en: 'Of those due, kept in time' },
      happened: 'helped',
      among: (row, world) =>
        hasPromise(row) && (isKept(row, world) || (dueOf(row, world) ?? '') < dayOf(world.now)),
      where: isKept,
      target: 95,
    }),
  },
  breakdowns: {
    byKind: splitBy({
      title: { zh: '便民服务种类', en: 'Kinds of favours' },
      unit: { zh: '次', en: 'times' },
      happened: 'helped',
      names: () => (row) =>
        Object.entries(kinds).find(([key]) => key === textAt(row, 'kind'))?.[1].zh ?? '',
      amounts: () => (row) => numberAt(row, 'times') ?? 1,
    }),
  },
  plan: {
    tasks: (rows, month, world) =>
      rows.flatMap((row) => {
        const due = dueOf(row, world);
        if (!hasPromise(row) || textAt(row, 'kept') !== '' || due === undefined) return [];
        if (due > month.to) return [];
        const late = due < month.from;
        return [
          {
            key: `favours-${row.id}`,
            group: 'service' as const,
            what: `办好答应的事：${clip(textAt(row, 'promise'), 18)}`,
            standard: '办好并告诉本人',
            owner: textAt(row, 'by') || '后勤副主任',
            due: late ? month.from : due,
            ...(late ? { carriedOver: true } : {}),
          },
        ];
      }),
  },
  report: {
    section: 'service',
    sentences: ['便民服务{favours|compared}，其中送学生就医{hospital|compared}。'],
    shortcomings: {
      keptPromises: {
        says: '答应师生的事没有都按时办好',
        effect: '师生觉得说了不算',
        measure: '答应时写明日期，每周例会过一遍没办的',
      },
    },
  },
  retention: { forWhom: { months: 6 } },
  demo: demoFavours,
});
