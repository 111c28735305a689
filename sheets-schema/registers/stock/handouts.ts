import { lastDayOf, servedBy } from '../../calculations/distributing.ts';
import { nameAt, rowsByName } from '../../calculations/named-rows.ts';
import { notServedYet, notTakenYet } from '../../calculations/not-handed-out.ts';
import { moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoHandouts } from '../../demo/distributions.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { toldShare } from '../../figures/told-share.ts';
import { defineRegister } from '../../register.ts';
import { textAt } from '../../row.ts';
import { agrees } from '../../rules/agrees.ts';
import { campaignServed } from '../../rules/campaign-served.ts';
import { needed } from '../../rules/needed.ts';
import { signedBy } from '../../rules/signed-by.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { clip } from '../../wording.ts';

const columns = {
  at: moment({ zh: '发放时间', en: 'Handed out' }, { required: true, stamped: true }),
  distribution: reference(
    'distributions',
    { zh: '发放批次', en: 'Distribution' },
    { required: true },
  ),
  class: reference('classes', { zh: '班级', en: 'Class' }),
  department: text(
    { zh: '部门', en: 'Department' },
    { help: { zh: '发给部门、班组的填', en: 'When it is not a class' } },
  ),
  item: reference('items', { zh: '物品', en: 'Item' }, { width: 200 }),
  quantity: quantity({ zh: '数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  handedBy: reference('people', { zh: '发放人', en: 'Handed out by' }, { required: true }),
  signedBy: text(
    { zh: '签收人', en: 'Signed by' },
    { personal: true, help: { zh: '班主任或班级代表', en: 'Head teacher or deputy' } },
  ),
  photo: photo({ zh: '签收单照片', en: 'Photo of the signature' }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** 发放签收 Handouts (A7; R1, R5): what each class or office took, and who signed for it. */
export const handouts = defineRegister({
  key: 'handouts',
  title: { zh: '发放签收', en: 'Handouts' },
  purpose: {
    zh: '每班、每部门领了多少，谁签收',
    en: 'What each class or office took and who signed',
  },
  workbook: 'stores',
  columns,
  happened: 'at',
  form: {
    audience: 'staff',
    intro: { zh: '发一班登一行，当面签收。', en: 'One line a class; take a signature.' },
    asks: [
      'distribution',
      'class',
      'department',
      'item',
      'quantity',
      'unit',
      'handedBy',
      'signedBy',
      'photo',
    ],
    example: {
      distribution: '冬季备用被套',
      class: '2025级3班',
      item: '纯棉被套 1.5×2.1m',
      quantity: 1,
      handedBy: '叶红梅',
      signedBy: '范丽娟',
    },
  },
  batches: [
    {
      key: 'classes',
      title: { zh: '按批次发各班', en: 'All classes at once' },
      audience: 'staff',
      intro: { zh: '没领的班已列出，领了的填数量和签收人。', en: 'Classes not served yet.' },
      shared: ['distribution', 'item', 'handedBy'],
      each: ['class', 'quantity', 'signedBy', 'note'],
      rows: notServedYet,
      untouched: 'leftOut',
      example: {
        shared: {
          distribution: '冬季备用被套',
          item: '纯棉被套 1.5×2.1m',
          handedBy: '叶红梅',
        },
        rows: [{ class: '2025级3班', quantity: 1, signedBy: '范丽娟' }],
      },
    },
    {
      key: 'oneClass',
      title: { zh: '一个班领多样', en: 'One class, several things' },
      audience: 'staff',
      intro: {
        zh: '没领的已列出，领了的填数量；只签一次。',
        en: 'What is not handed out yet is there; one signature.',
      },
      shared: ['class', 'handedBy', 'signedBy'],
      each: ['distribution', 'item', 'quantity', 'unit'],
      rows: notTakenYet,
      untouched: 'leftOut',
      example: {
        shared: { class: '2025级3班', handedBy: '叶红梅', signedBy: '范丽娟' },
        rows: [{ distribution: '冬季备用被套', item: '纯棉被套 1.5×2.1m', quantity: 1 }],
      },
    },
  ],
  print: {
    columns: ['distribution', 'class', 'department', 'item', 'quantity', 'unit', 'at', 'signedBy'],
    signatures: [
      { zh: '发放人', en: 'Handed out by' },
      { zh: '负责人', en: 'Led by' },
    ],
  },
  rules: [
    unique({
      columns: ['class', 'distribution'],
      message: (said) => ({
        zh: `${clip(said, 10)}这批领过了，请核对`,
        en: `${said} was served before: check`,
      }),
    }),
    needed({
      key: 'receiver',
      columns: ['class'],
      reads: ['department', 'distribution'],
      when: (row) => textAt(row, 'distribution') !== '' && textAt(row, 'department').trim() === '',
      because: { zh: '没填部门', en: 'No department' },
    }),
    agrees({ link: 'distribution', to: 'distributions', mine: 'item', theirs: 'item' }),
    stockUnit({ item: 'item', unit: 'unit' }),
    campaignServed({
      campaign: 'distribution',
      to: 'distributions',
      of: 'class',
      reads: ['classes'],
      due: lastDayOf,
      expected: servedBy,
      message: (campaign, left) => ({
        zh: `${clip(campaign, 8)}${left.length}个班没领，如${clip(left[0], 7)}，请补发`,
        en: `${campaign}: classes not served: ${left.length}, such as ${left[0]}`,
      }),
    }),
    signedBy({
      by: 'signedBy',
      happened: 'at',
      within: (world) => world.settings.number('handouts.signDays'),
      message: { zh: '发放没有签收，请补签收人', en: 'Handed out and not signed for: sign' },
    }),
  ],
  settings: {
    signDays: inDays({ zh: '发放几天内要签收', en: 'Signed for within' }, 1, 'R1 发放有签收'),
  },
  figures: {
    handed: count({
      title: { zh: '发放到班', en: 'Handouts' },
      unit: { zh: '班次', en: 'handouts' },
      counts: { zh: '期内的发放签收', en: 'Handouts of the period' },
      happened: 'at',
    }),
    signed: share({
      title: { zh: '发放签收率', en: 'Handouts signed for' },
      counts: { zh: '期内发放中有签收人的', en: 'Of the handouts, those signed for' },
      happened: 'at',
      target: 100,
      where: (row) => textAt(row, 'signedBy').trim() !== '',
    }),
    inTime: toldShare({
      title: { zh: '按期发到率', en: 'Handed out in time' },
      counts: { zh: '期内发放中在发完日期前的', en: 'Of the handouts, by the last day' },
      happened: 'at',
      target: 95,
      tells: (_rows, world) => {
        const campaigns = rowsByName(world, 'distributions');
        return (row) => {
          const campaign = campaigns.get(nameAt(row, 'distribution'));
          const due = campaign && lastDayOf(campaign, world);
          return due === undefined ? undefined : textAt(row, 'at').slice(0, 10) <= due;
        };
      },
    }),
  },
  report: {
    section: 'stores',
    sentences: ['发放到班{handed|compared}，签收率{signed}，按期发到率{inTime}。'],
    shortcomings: {
      signed: {
        says: '有的发放没有签收',
        effect: '谁领了多少说不清',
        measure: '当面签收，没签的当天补签',
      },
      inTime: {
        says: '有的班没有按期领到',
        effect: '影响开学使用',
        measure: '开学前按班分好，第一天发到班',
      },
    },
  },
  retention: { signedBy: { months: 24 } },
  demo: demoHandouts,
});
