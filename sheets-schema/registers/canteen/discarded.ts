import { choice, moment, money, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { needed } from '../../rules/needed.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { tooOften } from '../../rules/too-often.ts';
import { inDays } from '../../settings.ts';
import { essence } from '../../spelling.ts';
import { plusDays } from '../../time.ts';
import { clip } from '../../wording.ts';

const reasons = {
  expired: { zh: '过期', en: 'Past its day' },
  spoiled: { zh: '变质', en: 'Spoiled' },
  doubtful: { zh: '可疑', en: 'Doubtful' },
  fallen: { zh: '污染掉落', en: 'Fallen or soiled' },
  other: { zh: '其他', en: 'Other' },
};

const columns = {
  discarded: moment({ zh: '时间', en: 'When' }, { required: true, stamped: true }),
  what: text({ zh: '品名', en: 'What' }, { required: true }),
  reason: choice({ zh: '原因', en: 'Why' }, reasons, { required: true }),
  detail: text({ zh: '说明', en: 'Details' }),
  weight: quantity(
    { zh: '重量', en: 'Weight' },
    { required: true, unit: { zh: '公斤', en: 'kg' }, min: 0, max: 2000 },
  ),
  worth: money({ zh: '估值', en: 'Worth' }, { min: 0 }),
  how: choice(
    { zh: '处理方式', en: 'How' },
    {
      destroyed: { zh: '毁形后倒掉', en: 'Destroyed' },
      returned: { zh: '退供货商', en: 'Back to the supplier' },
      sealed: { zh: '封存待查', en: 'Sealed for inquiry' },
    },
    { required: true },
  ),
  by: reference('people', { zh: '处理人', en: 'By' }, { required: true }),
  witness: reference('people', { zh: '见证人', en: 'Witness' }),
};

/** Days before today, what, why, kg, worth, how, details. */
const demoDiscarded = [
  [52, '菠菜', 'spoiled', 6, 24, 'destroyed', '堆放过热，叶子发黄'],
  [41, '豆腐', 'doubtful', 8, 32, 'returned', '有酸味'],
  [36, '鲜牛奶', 'expired', 4, 48, 'destroyed', '盘库时发现'],
  [27, '土豆', 'doubtful', 5, 14, 'destroyed', '发芽，全部挑出'],
  [19, '冷冻鸡腿', 'doubtful', 12, 168, 'sealed', '外袋破损，封存等检验'],
  [9, '豆腐', 'doubtful', 5, 20, 'returned', '有酸味'],
  [4, '冬瓜', 'spoiled', 9, 18, 'destroyed', '内部霉变'],
] as const;

/**
 * 废弃食品 Food thrown away (C6; R2: 任何异常、甚至疑似异常的食品都不给孩子吃). Discarding is right, and it is written
 * down with a witness, so that nothing that was condemned comes back to the kitchen. 食品安全法第三十四条、第五十四条.
 */
export const discarded = defineRegister({
  key: 'discarded',
  title: { zh: '废弃食品', en: 'Food thrown away' },
  purpose: {
    zh: '过期、变质、可疑的食品一律处理掉，两人在场登记',
    en: 'Food past its day, spoiled or doubtful: away with it, before a witness',
  },
  workbook: 'canteen',
  columns,
  happened: 'discarded',
  looksBack: 45,
  form: {
    audience: 'staff',
    intro: { zh: '拿不准的一律不用，先登记再处理。', en: 'When in doubt, do not use it.' },
    asks: ['what', 'reason', 'detail', 'weight', 'worth', 'how', 'by', 'witness'],
    example: {
      what: '小白菜',
      reason: 'spoiled',
      weight: 3,
      how: 'destroyed',
      by: '朱丽华',
      witness: '林小梅',
    },
  },
  print: {
    signatures: [
      { zh: '处理人', en: 'By' },
      { zh: '见证人', en: 'Witness' },
    ],
  },
  rules: [
    needed({
      key: 'witnessed',
      columns: ['witness'],
      reads: ['what'],
      when: (row) => textAt(row, 'what') !== '',
      because: { zh: '处理食品要两人', en: 'Two must be there' },
    }),
    secondPerson({
      checker: 'witness',
      others: ['by'],
      message: () => ({ zh: '见证人就是处理人，请换人', en: 'Somebody else must witness it' }),
    }),
    needed({
      key: 'explained',
      columns: ['detail'],
      reads: ['reason'],
      when: (row) => ['doubtful', 'other'].includes(textAt(row, 'reason')),
      because: { zh: '可疑或其他原因', en: 'Doubtful or other' },
    }),
    tooOften({
      at: 'what',
      happened: 'discarded',
      of: () => (row) => essence(textAt(row, 'what')),
      times: (world) => world.settings.number('discarded.again'),
      days: (world) => world.settings.number('discarded.againDays'),
      message: (what, times, days) => ({
        zh: `${clip(what, 6)}${days}天内扔了${times}次，请查进货和存放`,
        en: `${what}: thrown away ${times} times within ${days} days: look at purchase and storage`,
      }),
    }),
  ],
  settings: {
    again: {
      kind: 'number',
      title: { zh: '同样食品扔几次要查', en: 'The same thrown away so often' },
      unit: { zh: '次', en: 'times' },
      default: 2,
      source: 'R5 浪费现象',
    },
    againDays: inDays({ zh: '在多少天内', en: 'Within' }, 40, '惯例'),
  },
  figures: {
    times: count({
      title: { zh: '处理废弃食品', en: 'Food thrown away' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的废弃食品', en: 'Entries of the period' },
      happened: 'discarded',
    }),
    weight: total({
      title: { zh: '废弃食品重量', en: 'Weight thrown away' },
      unit: { zh: '公斤', en: 'kg' },
      counts: { zh: '期内废弃食品重量之和', en: 'Weight of the entries added up' },
      better: 'lower',
      happened: 'discarded',
      amounts: () => (row: Row) => numberAt(row, 'weight'),
    }),
    avoidable: total({
      title: { zh: '过期变质损失', en: 'Lost to age and decay' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内过期和变质食品的估值', en: 'Worth of what was past its day or spoiled' },
      better: 'lower',
      happened: 'discarded',
      where: (row) => valueAt(row, 'reason') === 'expired' || valueAt(row, 'reason') === 'spoiled',
      amounts: () => (row: Row) => numberAt(row, 'worth'),
    }),
  },
  breakdowns: {
    byReason: splitBy({
      title: { zh: '废弃原因', en: 'Reasons' },
      unit: { zh: '公斤', en: 'kg' },
      happened: 'discarded',
      names: () => (row) =>
        Object.entries(reasons).find(([key]) => key === textAt(row, 'reason'))?.[1].zh ?? '',
      amounts: () => (row: Row) => numberAt(row, 'weight'),
    }),
  },
  report: {
    section: 'canteen',
    sentences: [
      '处理过期、变质、可疑食品{times|compared}，共{weight|compared}，其中过期变质损失{avoidable}。',
    ],
  },
  demo: (school) =>
    demoDiscarded.map(([ago, what, reason, weight, worth, how, detail], index) => ({
      discarded: momentOn(plusDays(school.today, -ago), 430 + 10 * index),
      what,
      reason,
      detail,
      weight,
      worth,
      how,
      by: index % 2 === 0 ? '朱丽华' : '高建华',
      ...(index === 6 ? {} : { witness: '林小梅' }),
    })),
});
