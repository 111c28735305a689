import { lastDayOf } from '../../calculations/distributing.ts';
import { nameAt, sumsByName } from '../../calculations/named-rows.ts';
import { catalogueOf, changeOf, quantityOf } from '../../calculations/stock.ts';
import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoDistributions } from '../../demo/distributions.ts';
import { count } from '../../figures/count.ts';
import { defineRegister } from '../../register.ts';
import { textAt, valueAt } from '../../row.ts';
import { inOrder } from '../../rules/in-order.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { dayOf, localDate } from '../../values.ts';
import { written } from '../../wording.ts';

const columns = {
  name: text(
    { zh: '发放批次', en: 'Distribution' },
    { required: true, width: 200, help: { zh: '如“2026秋季教材”', en: 'Such as 2026秋季教材' } },
  ),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      textbooks: { zh: '教材', en: 'Textbooks' },
      supplies: { zh: '用品', en: 'Supplies' },
      bedding: { zh: '床品', en: 'Bedding' },
      workClothes: { zh: '工作服', en: 'Work clothes' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  what: text({ zh: '发什么', en: 'What' }, { required: true }),
  item: reference(
    'items',
    { zh: '库房物品', en: 'Item' },
    {
      width: 200,
      help: { zh: '从库房出的填，发完和出库数核对', en: 'When it comes out of stock' },
    },
  ),
  toWhom: choice(
    { zh: '发给', en: 'To' },
    {
      classes: { zh: '各班', en: 'All classes' },
      boarding: { zh: '有住宿生的班', en: 'Classes with boarders' },
      some: { zh: '部分班级或部门', en: 'Some' },
    },
    { required: true },
  ),
  from: date({ zh: '开始日期', en: 'From' }, { required: true }),
  until: date(
    { zh: '发完日期', en: 'Until' },
    { help: { zh: '空着就按设置的天数', en: 'Blank: the days of the settings' } },
  ),
  planned: quantity({ zh: '计划数量', en: 'Planned' }, { min: 0 }),
  leader: reference('people', { zh: '负责人', en: 'Led by' }, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** 发放 Distributions (A7; R1, R5): textbooks and supplies to each class at term start, bedding and work clothes. */
export const distributions = defineRegister({
  key: 'distributions',
  title: { zh: '发放批次', en: 'Distributions' },
  purpose: {
    zh: '教材、用品、床品统一发放，每批一行',
    en: 'Textbooks, supplies and bedding for all classes, one line each',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'from',
  rules: [
    unique({ columns: ['name'] }),
    inOrder({ from: 'from', until: 'until' }),
    preparedRowRule<typeof columns>({
      key: 'as-taken-out',
      columns: ['item', 'from', 'until', 'name'],
      reads: ['items', 'movements', 'handouts'],
      catches: { zh: '发的和库房出的不一样', en: 'Handed out is not what was taken out of stock' },
      finds: (world) => {
        const catalogue = catalogueOf(world.rows('items'));
        const taken = sumsByName(world.rows('movements'), 'distribution', (entry) =>
          ['out', 'return'].includes(textAt(entry, 'direction'))
            ? -(changeOf(entry, catalogue) ?? 0)
            : undefined,
        );
        const handed = sumsByName(world.rows('handouts'), 'distribution', (handout) =>
          quantityOf(handout, catalogue),
        );
        return (row) => {
          const due = lastDayOf(row, world);
          if (row.values.item === undefined || due === undefined || due >= dayOf(world.now))
            return undefined;
          const [out, given] = [taken.get(nameAt(row, 'name')), handed.get(nameAt(row, 'name'))];
          if (out === undefined && given === undefined) return undefined;
          if ((out ?? 0) === (given ?? 0)) return undefined;
          return {
            column: 'item',
            severity: 'must',
            message: {
              zh: `库房出 ${written(out ?? 0)}，发到 ${written(given ?? 0)}，请核对`,
              en: `${written(out ?? 0)} taken out, ${written(given ?? 0)} handed out: check`,
            },
          };
        };
      },
    }),
  ],
  settings: {
    servedDays: inDays(
      { zh: '开始发放后几天内发到各班', en: 'All classes are served within' },
      5,
      'R1 开学教材用品及时发到班',
    ),
  },
  figures: {
    begun: count({
      title: { zh: '统一发放', en: 'Distributions' },
      unit: { zh: '批', en: 'distributions' },
      counts: { zh: '开始日期在期内的发放批次', en: 'Begun in the period' },
      happened: 'from',
    }),
  },
  plan: {
    tasks: (rows, month, world) =>
      rows.flatMap((row) => {
        const from = localDate.safeParse(textAt(row, 'from'));
        const due = lastDayOf(row, world);
        if (!from.success || !due || from.data < month.from || from.data > month.to) return [];
        return [
          {
            key: `distributions-${row.id}`,
            group: 'stores' as const,
            what: `发放${textAt(row, 'what')}`,
            standard: '每班签收，发数与出库数一致',
            owner: textAt(row, 'leader') || '库管员',
            due: due > month.to ? month.to : due,
            note: String(valueAt(row, 'name') ?? ''),
          },
        ];
      }),
  },
  report: { section: 'stores', sentences: ['统一发放{begun|compared}。'] },
  demo: demoDistributions,
});
