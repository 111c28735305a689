import { choice, code, date, phone, text, yesNo } from '../../columns.ts';
import { demoSuppliers } from '../../demo/suppliers.ts';
import { listed } from '../../figures/listed.ts';
import { acceptanceOfSuppliers } from '../../figures/suppliers.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { expiry } from '../../rules/expiry.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { localDate } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  name: text({ zh: '供应商', en: 'Supplier' }, { required: true, width: 180 }),
  kind: choice(
    { zh: '供货类别', en: 'Supplies' },
    {
      food: { zh: '食品', en: 'Food' },
      goods: { zh: '物资', en: 'Goods' },
      repairs: { zh: '维修服务', en: 'Repairs' },
      laundry: { zh: '洗涤', en: 'Laundry' },
      printing: { zh: '印刷', en: 'Printing' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  goods: text({ zh: '供什么', en: 'What' }),
  designated: yesNo(
    { zh: '定点', en: 'Designated' },
    { help: { zh: '学校定点采购的填“是”', en: 'Yes when the school has designated it' } },
  ),
  designatedUntil: date({ zh: '定点到期', en: 'Designated until' }),
  business: code({ zh: '营业执照号', en: 'Business licence' }),
  licence: code(
    { zh: '许可证号', en: 'Licence' },
    { help: { zh: '食品类填食品经营或生产许可证', en: 'For food: its food licence' } },
  ),
  licenceUntil: date({ zh: '许可证到期', en: 'Licence until' }),
  contact: text({ zh: '联系人', en: 'Contact' }, { personal: true }),
  phone: phone({ zh: '电话', en: 'Phone' }),
  stopped: yesNo(
    { zh: '停用', en: 'No longer used' },
    { help: { zh: '不再采购的填“是”，不要删行', en: 'Yes when no longer bought from; keep it' } },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const isUsed = (row: Row): boolean =>
  textAt(row, 'name') !== '' && valueAt(row, 'stopped') !== true;
const isDesignated = (row: Row): boolean => isUsed(row) && valueAt(row, 'designated') === true;

/**
 * 供应商 Suppliers (A5b, L; R2: 定点采购). 《食品安全法》第五十三条: whoever buys food looks at the supplier's licence;
 * so a food supplier in use has one, and it has not expired. Their score is what was accepted of what they brought.
 */
export const suppliers = defineRegister({
  key: 'suppliers',
  title: { zh: '供应商', en: 'Suppliers' },
  purpose: {
    zh: '供应商名单、定点和证照，采购员维护',
    en: 'Who supplies, designated or not, with licences, kept by the buyer',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    expiry({
      until: 'licenceUntil',
      columns: ['stopped'],
      soonDays: (world) => world.settings.number('suppliers.soonDays'),
      applies: isUsed,
      message: {
        expired: (day) => ({
          zh: `许可证${monthAndDay(day)}已过期，请换证或停用`,
          en: `The licence expired on ${day}: renew it or stop`,
        }),
        soon: (day) => ({
          zh: `许可证${monthAndDay(day)}到期，请催换新证`,
          en: `The licence expires on ${day}: ask for the new one`,
        }),
      },
    }),
    expiry({
      until: 'designatedUntil',
      columns: ['designated', 'stopped'],
      soonDays: (world) => world.settings.number('suppliers.soonDays'),
      applies: isDesignated,
      message: {
        expired: (day) => ({
          zh: `定点${monthAndDay(day)}已到期，请重新议定`,
          en: `Designated until ${day}: decide anew`,
        }),
        soon: (day) => ({
          zh: `定点${monthAndDay(day)}到期，请准备议定`,
          en: `Designated until ${day}: prepare to decide anew`,
        }),
      },
    }),
    needed({
      key: 'food',
      columns: ['licence', 'licenceUntil', 'business'],
      reads: ['kind', 'stopped'],
      when: (row) => isUsed(row) && valueAt(row, 'kind') === 'food',
      because: { zh: '食品供应商', en: 'Food' },
    }),
    needed({
      key: 'designated',
      columns: ['designatedUntil', 'business'],
      reads: ['designated', 'stopped'],
      when: isDesignated,
      because: { zh: '定点供应商', en: 'Designated' },
    }),
  ],
  settings: {
    soonDays: inDays(
      { zh: '证照到期前提醒', en: 'Licences that expire within' },
      30,
      '《食品安全法》第五十三条；惯例提前一月',
    ),
  },
  figures: {
    used: listed({
      title: { zh: '在用供应商', en: 'Suppliers in use' },
      unit: { zh: '家', en: 'suppliers' },
      counts: { zh: '未停用的供应商', en: 'Suppliers that are in use' },
      where: isUsed,
    }),
    designated: listed({
      title: { zh: '定点供应商', en: 'Designated suppliers' },
      unit: { zh: '家', en: 'suppliers' },
      counts: { zh: '未停用的定点供应商', en: 'Designated suppliers in use' },
      where: isDesignated,
    }),
  },
  breakdowns: { score: acceptanceOfSuppliers() },
  plan: {
    tasks: (rows, month) =>
      rows.filter(isUsed).flatMap((row) => {
        const until = localDate.safeParse(textAt(row, 'licenceUntil'));
        if (!until.success || until.data < month.from || until.data > month.to) return [];
        return [
          {
            key: `suppliers-${row.id}-${month.month}`,
            group: 'stores' as const,
            what: `换${textAt(row, 'name')}的许可证复印件`,
            standard: '新证复印件加盖公章存档',
            owner: '采购员',
            due: until.data,
            note: `${monthAndDay(until.data)}到期`,
          },
        ];
      }),
  },
  report: {
    section: 'stores',
    sentences: ['在用供应商{used|compared}，其中定点{designated|compared}。'],
  },
  retention: { contact: { months: 60 }, phone: { months: 60 } },
  demo: (school) =>
    demoSuppliers.map(({ days, designatedDays, ...supplier }) => ({
      ...supplier,
      ...(days === undefined ? {} : { licenceUntil: plusDays(school.today, days) }),
      ...(designatedDays === undefined
        ? {}
        : { designated: true, designatedUntil: plusDays(school.today, designatedDays) }),
    })),
});
