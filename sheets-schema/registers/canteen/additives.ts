import { choice, moment, quantity, reference, text } from '../../columns.ts';
import { momentOn } from '../../demo/moment.ts';
import { count } from '../../figures/count.ts';
import { faultless } from '../../figures/faultless.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister, type Register } from '../../register.ts';
import { namesIn } from '../../roster/posts.ts';
import { numberAt, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { limits } from '../../rules/limits.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { essence } from '../../spelling.ts';
import { weekdayOf } from '../../time.ts';
import { clip, written } from '../../wording.ts';

const columns = {
  used: moment({ zh: '使用时间', en: 'Used' }, { required: true, stamped: true }),
  additive: text(
    { zh: '添加剂名称', en: 'Additive' },
    { required: true, help: { zh: '照包装写，如“无铝泡打粉”', en: 'As the package says' } },
  ),
  dish: text({ zh: '用在哪道菜', en: 'For which dish' }, { required: true }),
  grams: quantity(
    { zh: '用量', en: 'Amount' },
    { required: true, unit: { zh: '克', en: 'g' }, min: 0 },
  ),
  food: quantity(
    { zh: '食品重量', en: 'Weight of the food' },
    { unit: { zh: '公斤', en: 'kg' }, min: 0, help: { zh: '和多少料一起用', en: 'Mixed into' } },
  ),
  limit: quantity(
    { zh: '最大使用量', en: 'Limit' },
    {
      unit: { zh: '克/公斤', en: 'g/kg' },
      min: 0,
      help: { zh: '照包装或国标写；“适量”的空着', en: 'From the package or the standard' },
    },
  ),
  kept: choice(
    { zh: '专柜上锁', en: 'Locked away' },
    { yes: { zh: '已锁', en: 'Locked' }, no: { zh: '没锁', en: 'Not locked' } },
    { required: true },
  ),
  weighedBy: reference('people', { zh: '称量人', en: 'Weighed by' }, { required: true }),
  checkedBy: reference('people', { zh: '复核人', en: 'Checked by' }, { required: true }),
};

/**
 * 食品添加剂 Food additives (C6). Kept and used under lock by two people, weighed and written down
 * (餐饮服务食品安全操作规范: 专柜、专人、称量、记录); never above GB 2760. 《学校食品安全与营养健康管理规定》: a school's
 * canteen neither buys, keeps nor uses nitrite.
 */
export const additives: Register = defineRegister({
  key: 'additives',
  title: { zh: '食品添加剂', en: 'Food additives' },
  purpose: {
    zh: '用一次记一行：什么、多少克、两人称量复核，用完锁好',
    en: 'Each use: what, how many grams, two people, locked away again',
  },
  workbook: 'canteen',
  columns,
  happened: 'used',
  form: {
    audience: 'staff',
    intro: { zh: '两人在场称量，用完锁好。', en: 'Weighed by two, locked away again.' },
    asks: ['additive', 'dish', 'grams', 'food', 'limit', 'kept', 'weighedBy', 'checkedBy'],
    example: {
      additive: '酵母',
      dish: '葱花卷',
      grams: 150,
      food: 25,
      kept: 'yes',
      weighedBy: '胡秀英',
      checkedBy: '林小梅',
    },
  },
  print: {
    signatures: [
      { zh: '称量人', en: 'Weighed by' },
      { zh: '复核人', en: 'Checked by' },
    ],
  },
  rules: [
    secondPerson({
      checker: 'checkedBy',
      others: ['weighedBy'],
      message: () => ({ zh: '称量和复核要两个人，请换人', en: 'Two people weigh and check' }),
    }),
    rowRule<typeof columns>({
      key: 'forbidden',
      columns: ['additive'],
      catches: { zh: '学校食堂禁用的添加剂', en: 'An additive that a school may not use' },
      finds: ({ values: { additive } }, world) => {
        const named = namesIn(world.settings.text('additives.forbidden')).find((word) =>
          essence(additive ?? '').includes(essence(word)),
        );
        return named === undefined
          ? undefined
          : {
              column: 'additive',
              severity: 'must',
              message: {
                zh: `学校食堂禁用“${clip(named, 6)}”，请封存并报告`,
                en: `A school may not use ${named}: lock it away and report it`,
              },
            };
      },
    }),
    limits({
      at: 'grams',
      columns: ['food', 'limit'],
      catches: { zh: '添加剂超量', en: 'More than the limit' },
      most: (row) => {
        const [food, limit] = [numberAt(row, 'food'), numberAt(row, 'limit')];
        return food === undefined || limit === undefined ? undefined : food * limit;
      },
      message: (grams, most) => ({
        zh: `用了 ${written(grams)} 克，最多 ${written(most)} 克，请停用核对`,
        en: `${grams} g used, at most ${written(most)}: stop and check`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'not-locked',
      columns: ['kept'],
      catches: { zh: '添加剂没锁', en: 'Not locked away' },
      finds: ({ values: { kept } }) =>
        kept === 'no'
          ? {
              column: 'kept',
              severity: 'must',
              message: { zh: '添加剂没锁，请锁好后改成已锁', en: 'Lock it away' },
            }
          : undefined,
    }),
  ],
  settings: {
    forbidden: {
      kind: 'text',
      title: { zh: '禁用的添加剂（用顿号分开）', en: 'Additives that may not be used' },
      default: '亚硝酸盐、亚硝酸钠、亚硝酸钾',
      source: '《学校食品安全与营养健康管理规定》',
    },
  },
  figures: {
    uses: count({
      title: { zh: '使用食品添加剂', en: 'Uses of additives' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内登记的添加剂使用', en: 'Uses of the period' },
      happened: 'used',
    }),
    sound: faultless({
      title: { zh: '添加剂使用合规率', en: 'Uses without a fault' },
      counts: { zh: '期内使用登记中没有“必须改”问题的', en: 'Uses that need no mending' },
      happened: 'used',
      target: 100,
      register: () => additives,
    }),
  },
  breakdowns: {
    byAdditive: splitBy({
      title: { zh: '各添加剂使用次数', en: 'Uses by additive' },
      unit: { zh: '次', en: 'times' },
      happened: 'used',
      names: () => (row) => textAt(row, 'additive'),
    }),
  },
  report: {
    section: 'canteen',
    sentences: ['使用食品添加剂{uses|compared}，合规率{sound}。'],
    shortcomings: {
      sound: {
        says: '食品添加剂使用登记不规范',
        effect: '用量无人复核，有食品安全风险',
        measure: '添加剂专柜双人双锁，无复核不得使用',
      },
    },
  },
  demo: (school) => {
    const chance = school.chance('additives');
    const days = school
      .days()
      .filter((day) => school.isSchoolDay(day) && day < school.today && weekdayOf(day) % 2 === 1);
    return days.map((day, index) => {
      const yeast = weekdayOf(day) !== 5;
      return {
        used: momentOn(day, 310),
        additive: yeast ? '酵母' : '无铝泡打粉',
        dish: yeast ? (weekdayOf(day) === 1 ? '鲜肉包' : '葱花卷') : '馒头',
        grams: (yeast ? 150 : 80) + 5 * chance.between(-2, 2),
        food: 25,
        ...(yeast ? {} : { limit: index === days.length - 2 ? 2 : 5 }),
        kept: 'yes' as const,
        weighedBy: '胡秀英',
        checkedBy: index === days.length - 4 ? '胡秀英' : '林小梅',
      };
    });
  },
});
