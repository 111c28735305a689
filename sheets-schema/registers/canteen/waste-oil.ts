import { lastSchoolDay } from '../../calculations/meals.ts';
import { choice, code, moment, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { namesIn } from '../../roster/posts.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { signedBy } from '../../rules/signed-by.ts';
import { inDays } from '../../settings.ts';
import { essence } from '../../spelling.ts';
import { daysBetween, weekdayOf } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const kinds = {
  oil: { zh: '废弃油脂', en: 'Waste oil' },
  swill: { zh: '泔水剩饭', en: 'Swill' },
};

const columns = {
  taken: moment({ zh: '收运时间', en: 'Taken' }, { required: true, stamped: true }),
  kind: choice({ zh: '种类', en: 'Kind' }, kinds, { required: true }),
  weight: quantity(
    { zh: '重量', en: 'Weight' },
    { required: true, unit: { zh: '公斤', en: 'kg' }, min: 0, max: 5000 },
  ),
  firm: text(
    { zh: '收运单位', en: 'Firm' },
    { required: true, help: { zh: '签了合同、有许可的单位', en: 'Under contract and licensed' } },
  ),
  licence: code({ zh: '收运许可证号', en: 'Licence' }, { required: true }),
  manifest: code({ zh: '联单号', en: 'Manifest' }),
  takenBy: text(
    { zh: '收运人签名', en: 'Signed by the firm' },
    { personal: true, help: { zh: '来收的人签字', en: 'Whoever took it' } },
  ),
  handedBy: reference('people', { zh: '交出人', en: 'Handed over by' }, { required: true }),
};

/** The bins are emptied in time; judged from the last time on, kind by kind. */
const leftStanding: Rule<'taken' | 'kind'> = {
  key: 'left-standing',
  columns: ['taken', 'kind'],
  reads: [],
  catches: { zh: '泔水或废油久未收走', en: 'Swill or oil not taken away' },
  check: (register, rows, world) => {
    const most = { oil: 'wasteOil.oilDays', swill: 'wasteOil.swillDays' } as const;
    return (['oil', 'swill'] as const).flatMap((kind): Finding[] => {
      const last = rows
        .filter((row) => textAt(row, 'kind') === kind)
        .map((row) => textAt(row, 'taken').slice(0, 10))
        .reduce((a, b) => (a < b ? b : a), '');
      const day = localDate.safeParse(last);
      if (!day.success) return [];
      const days = daysBetween(day.data, dayOf(world.now));
      return days <= world.settings.number(most[kind])
        ? []
        : [
            {
              register: register.key,
              rule: 'left-standing',
              about: kind,
              severity: 'look',
              message: {
                zh: `${kinds[kind].zh}${days}天没收走，请联系收运单位`,
                en: `${kinds[kind].en} last taken ${days} days ago: call the firm`,
              },
            },
          ];
    });
  },
};

const weightOf = () => (row: Row) => numberAt(row, 'weight');

/**
 * 废弃油脂和泔水 Waste oil and swill (C6). 餐饮服务食品安全操作规范（餐厨废弃物处置）: taken by a licensed firm under
 * contract, with a record of kind, amount, day and who took it, signed by both.
 */
export const wasteOil = defineRegister({
  key: 'wasteOil',
  title: { zh: '废弃油脂和泔水', en: 'Waste oil and swill' },
  purpose: {
    zh: '每次收走登记重量、收运单位和双方签名',
    en: 'What was taken away, by which firm, signed by both',
  },
  workbook: 'canteen',
  columns,
  happened: 'taken',
  form: {
    audience: 'staff',
    intro: { zh: '称重后双方签名再让车走。', en: 'Weigh it and sign before the lorry leaves.' },
    asks: ['kind', 'weight', 'firm', 'licence', 'manifest', 'takenBy', 'handedBy'],
    example: {
      kind: 'swill',
      weight: 86,
      firm: '青山环境餐厨处理公司',
      licence: 'CC-2025-018',
      manifest: 'LD-2611-24',
      takenBy: '程师傅',
      handedBy: '高建华',
    },
  },
  print: {
    signatures: [
      { zh: '交出人', en: 'Handed over by' },
      { zh: '收运人', en: 'Taken by' },
    ],
  },
  rules: [
    rowRule<typeof columns>({
      key: 'unknown-firm',
      columns: ['firm'],
      catches: { zh: '不是签约单位收走的', en: 'Taken by a firm without a contract' },
      finds: ({ values: { firm } }, world) => {
        const firms = namesIn(world.settings.text('wasteOil.firms'));
        return firm === undefined ||
          firms.length === 0 ||
          firms.some((known) => essence(known) === essence(firm))
          ? undefined
          : {
              column: 'firm',
              severity: 'must',
              message: {
                zh: `“${clip(firm, 8)}”没签合同，请查明去向`,
                en: `“${clip(firm, 30)}” has no contract: find out where it went`,
              },
            };
      },
    }),
    rowRule<typeof columns>({
      key: 'no-manifest',
      columns: ['manifest', 'taken'],
      catches: { zh: '收运没有联单', en: 'Taken without a manifest' },
      finds: ({ values: { manifest, taken } }) =>
        manifest === undefined && taken !== undefined
          ? {
              column: 'manifest',
              severity: 'look',
              message: { zh: '没有联单号，请向收运单位补要', en: 'Ask the firm for the manifest' },
            }
          : undefined,
    }),
    signedBy({
      by: 'takenBy',
      happened: 'taken',
      message: { zh: '收运人没签名，请补签', en: 'The firm has not signed' },
    }),
    leftStanding,
  ],
  settings: {
    firms: {
      kind: 'text',
      title: { zh: '签约收运单位（用顿号分开）', en: 'Firms under contract' },
      default: '',
      source: '餐饮服务食品安全操作规范：由许可的单位收运',
    },
    oilDays: inDays({ zh: '废油最多存放', en: 'Oil stands at most' }, 31, '惯例'),
    swillDays: inDays({ zh: '泔水最多存放', en: 'Swill stands at most' }, 4, '惯例：日产日清'),
  },
  figures: {
    taken: count({
      title: { zh: '餐厨废弃物收运', en: 'Collections' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的收运', en: 'Collections of the period' },
      happened: 'taken',
    }),
    weight: total({
      title: { zh: '餐厨废弃物', en: 'Kitchen waste' },
      unit: { zh: '公斤', en: 'kg' },
      counts: { zh: '期内收走的废油和泔水重量', en: 'Oil and swill taken away' },
      better: 'lower',
      happened: 'taken',
      amounts: weightOf,
    }),
    papers: share({
      title: { zh: '收运联单率', en: 'With manifest' },
      counts: { zh: '期内收运中有联单的', en: 'Of the collections, with a manifest' },
      happened: 'taken',
      where: (row) => textAt(row, 'manifest').trim() !== '',
      target: 100,
    }),
  },
  breakdowns: {
    byMonth: splitBy({
      title: { zh: '各月餐厨废弃物', en: 'Kitchen waste by month' },
      unit: { zh: '公斤', en: 'kg' },
      happened: 'taken',
      names: () => (row) => monthAndDay(textAt(row, 'taken')).replace(/月.*/, '月'),
      amounts: weightOf,
    }),
  },
  plan: {
    tasks: (_rows, month, world) => [
      {
        key: `wasteOil-${month.month}`,
        group: 'canteen',
        what: '废弃油脂、泔水交签约单位收运',
        standard: '每次称重、有联单、双方签名',
        owner: '食堂班长',
        due: lastSchoolDay(world, month),
      },
    ],
  },
  report: {
    section: 'canteen',
    sentences: ['餐厨废弃物收运{taken|compared}，共{weight|compared}，联单率{papers}。'],
    shortcomings: {
      papers: {
        says: '餐厨废弃物收运单据不齐',
        effect: '废弃物去向无法证明',
        measure: '无联单不交货，每月与收运单位对账一次',
      },
    },
  },
  retention: { takenBy: { months: 24 } },
  demo: (school) => {
    const chance = school.chance('wasteOil');
    const days = school
      .days()
      .filter((day) => day < school.today && [1, 3, 5].includes(weekdayOf(day)));
    return days.map((day, index) => {
      const oil = index % 9 === 4;
      return {
        taken: momentOn(day, oil ? 905 : 840),
        kind: oil ? ('oil' as const) : ('swill' as const),
        weight: oil ? chance.between(38, 46) : chance.between(70, 120),
        firm: '青山环境餐厨处理公司',
        licence: 'CC-2025-018',
        ...(index === days.length - 3
          ? {}
          : { manifest: `LD-${day.slice(2, 4)}${day.slice(5, 7)}-${day.slice(8)}` }),
        ...(index === days.length - 2 ? {} : { takenBy: '程师傅' }),
        handedBy: chance.percent(50) ? '高建华' : '朱丽华',
      };
    });
  },
});
