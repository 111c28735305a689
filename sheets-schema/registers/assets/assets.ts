import { goneAssets, lastMoves } from '../../calculations/asset-custody.ts';
import { nameAt } from '../../calculations/named-rows.ts';
import { choice, code, date, money, reference, text } from '../../columns.ts';
import { demoAssets } from '../../demo/assets.ts';
import { count } from '../../figures/count.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { expiry } from '../../rules/expiry.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { dayOf } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const categories = {
  teaching: { zh: '教学设备', en: 'Teaching equipment' },
  computer: { zh: '电脑网络', en: 'Computers and network' },
  furniture: { zh: '家具', en: 'Furniture' },
  appliance: { zh: '家电', en: 'Appliances' },
  kitchen: { zh: '厨房设备', en: 'Kitchen equipment' },
  sports: { zh: '体育器材', en: 'Sports equipment' },
  machine: { zh: '机电设备', en: 'Machines' },
  other: { zh: '其他', en: 'Other' },
} as const;

const columns = {
  number: code(
    { zh: '资产编号', en: 'Asset number' },
    { required: true, help: { zh: '贴在东西上的编号，一物一号', en: 'As on its label' } },
  ),
  name: text({ zh: '名称', en: 'Name' }, { required: true, width: 180 }),
  category: choice({ zh: '类别', en: 'Category' }, categories, { required: true }),
  place: reference('places', { zh: '存放地点', en: 'Place' }, { required: true }),
  custodian: reference(
    'people',
    { zh: '保管人', en: 'Custodian' },
    { help: { zh: '每件都要有人管', en: 'Somebody answers for each' } },
  ),
  value: money({ zh: '原值', en: 'Value' }, { min: 0 }),
  bought: date({ zh: '购置日期', en: 'Bought' }),
  warrantyUntil: date({ zh: '保修到期', en: 'Warranty until' }),
  supplier: text({ zh: '供应商', en: 'Supplier' }),
  improved: text(
    { zh: '改善了什么', en: 'What it improved' },
    {
      long: true,
      help: { zh: '新添的写，期末总结用', en: 'For what is new; goes into the report' },
    },
  ),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      inUse: { zh: '在用', en: 'In use' },
      idle: { zh: '闲置', en: 'Idle' },
      repair: { zh: '维修中', en: 'In repair' },
      disposed: { zh: '已处置', en: 'Disposed of' },
    },
    { required: true },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

const isKept = (row: Row): boolean =>
  textAt(row, 'number') !== '' && valueAt(row, 'state') !== 'disposed';

/** 校产 Assets (A6; R5): each has a number of its own, a place and somebody who answers for it. */
export const assets = defineRegister({
  key: 'assets',
  title: { zh: '校产', en: 'Assets' },
  purpose: {
    zh: '一物一号，写清地点、保管人、原值和保修；变动记在校产变动',
    en: 'Number, place, custodian, value and warranty of each; moves are entered apart',
  },
  workbook: 'stores',
  columns,
  label: 'number',
  print: {
    columns: ['number', 'name', 'place', 'custodian', 'value', 'bought', 'state'],
    signatures: [
      { zh: '保管人', en: 'Custodian' },
      { zh: '校产管理员', en: 'Asset keeper' },
    ],
  },
  rules: [
    unique({
      columns: ['number'],
      message: (said) => ({
        zh: `编号“${clip(said, 12)}”已有一件，请另编`,
        en: `Asset number ${said} is taken: give another`,
      }),
    }),
    needed({
      key: 'kept',
      columns: ['custodian'],
      reads: ['number', 'state'],
      when: isKept,
      because: { zh: '校产要有人管', en: 'Somebody must answer for it' },
    }),
    expiry({
      until: 'warrantyUntil',
      columns: ['number', 'state'],
      soonDays: (world) => world.settings.number('assets.warrantyDays'),
      applies: (row, world) => isKept(row) && textAt(row, 'warrantyUntil') >= dayOf(world.now),
      message: {
        expired: (day) => ({ zh: `保修${monthAndDay(day)}到期`, en: `Warranty ended ${day}` }),
        soon: (day, days) => ({
          zh: `保修${monthAndDay(day)}到期，还有${days}天，有毛病快报修`,
          en: `Warranty ends on ${day}, in ${days} days: report its faults now`,
        }),
      },
    }),
    inOrder({ from: 'bought', until: 'warrantyUntil' }),
    preparedRowRule<typeof columns>({
      key: 'as-moved',
      columns: ['number', 'place', 'custodian', 'state'],
      reads: ['assetMoves'],
      catches: { zh: '与最近一次变动不符', en: 'Not as its last move says' },
      finds: (world) => {
        const moves = lastMoves(world);
        const gone = goneAssets(world);
        return (row) => {
          const number = nameAt(row, 'number');
          if (gone.has(number) && isKept(row))
            return {
              column: 'state',
              severity: 'must',
              message: { zh: '已登记处置，请把状态改为已处置', en: 'Disposed of: set its state' },
            };
          const move = moves.get(number);
          if (!move || !isKept(row)) return undefined;
          const differs = (['place', 'custodian'] as const).find((column) => {
            const moved = textAt(move, column === 'place' ? 'toPlace' : 'toPerson');
            return moved !== '' && plain(moved) !== plain(textAt(row, column));
          });
          if (differs === undefined) return undefined;
          const to = textAt(move, differs === 'place' ? 'toPlace' : 'toPerson');
          return {
            column: differs,
            severity: 'look',
            message: {
              zh: `最近移交给“${clip(to, 10)}”，请改成一致`,
              en: `Last handed over to ${to}: make them agree`,
            },
          };
        };
      },
    }),
  ],
  settings: {
    warrantyDays: inDays(
      { zh: '保修到期前提醒', en: 'Remind before the warranty ends' },
      30,
      '惯例',
    ),
  },
  figures: {
    kept: listed({
      title: { zh: '在册校产', en: 'Assets' },
      unit: { zh: '件', en: 'assets' },
      counts: { zh: '校产表中没有处置的', en: 'Assets that are not disposed of' },
      where: isKept,
    }),
    worth: listed({
      title: { zh: '校产原值', en: 'Value of assets' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '没有处置的校产原值之和', en: 'Sum of the values of those kept' },
      where: isKept,
      amount: (row) => numberAt(row, 'value'),
    }),
    answeredFor: listedShare({
      title: { zh: '校产有人管的', en: 'Assets with a custodian' },
      counts: { zh: '没有处置的校产中写了保管人的', en: 'Of those kept, with a custodian' },
      target: 100,
      among: isKept,
      where: (row) => textAt(row, 'custodian') !== '',
    }),
    added: count({
      title: { zh: '新添校产', en: 'New assets' },
      unit: { zh: '件', en: 'assets' },
      counts: { zh: '购置日期在期内的', en: 'Bought in the period' },
      happened: 'bought',
    }),
    addedWorth: total({
      title: { zh: '新添校产金额', en: 'Value of new assets' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内购置校产的原值', en: 'Value of those bought in the period' },
      happened: 'bought',
      amounts: () => (row) => numberAt(row, 'value'),
    }),
  },
  breakdowns: {
    addedByCategory: splitBy({
      title: { zh: '各类新添校产', en: 'New assets by category' },
      unit: { zh: '元', en: 'yuan' },
      happened: 'bought',
      names: () => (row) =>
        Object.entries(categories).find(([key]) => key === valueAt(row, 'category'))?.[1].zh ?? '',
      amounts: () => (row) => numberAt(row, 'value'),
    }),
  },
  report: {
    section: 'stores',
    sentences: [
      '管理在册校产{kept|compared}，原值{worth}，有保管人的占{answeredFor}。',
      '新添校产{added|compared}，金额{addedWorth}。',
    ],
    indicators: ['answeredFor'],
    shortcomings: {
      answeredFor: {
        says: '有的校产没有保管人',
        effect: '丢了坏了说不清责任',
        measure: '按房间落实保管人，新添的当天登记',
      },
    },
  },
  demo: demoAssets,
});
