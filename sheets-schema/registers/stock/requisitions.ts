import { carriedOver } from '../../calculations/carried-over.ts';
import { hoursBetween } from '../../calculations/hours-between.ts';
import { issuedOn } from '../../calculations/into-the-ledger.ts';
import { choice, date, moment, quantity, reference, text } from '../../columns.ts';
import { demoRequisitions } from '../../demo/requisitions.ts';
import { average } from '../../figures/average.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { deadline } from '../../rules/deadline.ts';
import { decided } from '../../rules/decided.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { unique } from '../../rules/unique.ts';
import { inHours } from '../../settings.ts';
import { localDate } from '../../values.ts';

const columns = {
  asked: moment({ zh: '申领时间', en: 'Asked' }, { required: true, stamped: true }),
  name: text(
    { zh: '申领单', en: 'Requisition' },
    {
      numbered: { prefix: 'LY', names: 'item' },
      width: 200,
      help: { zh: '空着自动编，如“LY-1124-0382 粉笔”', en: 'Given by itself: LY-1124-0382 粉笔' },
    },
  ),
  department: text(
    { zh: '申领部门', en: 'Department' },
    { required: true, help: { zh: '部门、年级组或班级', en: 'Office, grade or class' } },
  ),
  class: reference('classes', { zh: '班级', en: 'Class' }),
  requester: text({ zh: '申领人', en: 'Asked by' }, { required: true, personal: true }),
  item: reference('items', { zh: '物品', en: 'Item' }, { required: true, width: 220 }),
  quantity: quantity({ zh: '申领数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  neededBy: date({ zh: '需用日期', en: 'Needed by' }),
  purpose: text({ zh: '用途', en: 'Purpose' }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      asked: { zh: '待批', en: 'Asked' },
      approved: { zh: '同意', en: 'Approved' },
      refused: { zh: '不同意', en: 'Refused' },
      delivered: { zh: '已送达', en: 'Delivered' },
    },
    { required: true },
  ),
  approver: reference('people', { zh: '审批人', en: 'Approved by' }),
  delivered: moment(
    { zh: '送达时间', en: 'Delivered' },
    { help: { zh: '填好后自动记一笔出库', en: 'Once filled, it goes out of stock' } },
  ),
  given: quantity(
    { zh: '实发数量', en: 'Given' },
    { min: 0, help: { zh: '和申领数一样就空着', en: 'Blank when as asked for' } },
  ),
  deliveredBy: reference('people', { zh: '发放人', en: 'Delivered by' }),
  receivedBy: text({ zh: '签收人', en: 'Received by' }, { personal: true }),
};

const who = ['department', 'class', 'requester'] as const;

const isRefused = (row: Row): boolean => valueAt(row, 'state') === 'refused';

const hoursTaken = hoursBetween('asked', 'delivered');

const promised = (world: World): number => world.settings.number('requisitions.promiseHours');

/**
 * 领用申请 Requisitions (A3b; R1, R5). An office or class asks before the issue, and is served quickly (及时送去各科室).
 * What was delivered goes out of stock by itself; more than was asked for, or nothing asked at all, is found in 出入库流水.
 */
export const requisitions = defineRegister({
  key: 'requisitions',
  title: { zh: '领用申请', en: 'Requisitions' },
  purpose: {
    zh: '各部门、班级先申领，库房按单送达签收',
    en: 'Offices and classes ask first; the stores deliver and take a signature',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'asked',
  form: {
    audience: 'staff',
    intro: { zh: '写清物品、数量和需用日期，批后送到。', en: 'Item, quantity and day, please.' },
    asks: [...who, 'item', 'quantity', 'unit', 'neededBy', 'purpose'],
    starts: { state: 'asked' },
    tracks: ['state', 'delivered', 'given'],
    example: {
      department: '教务处',
      requester: '石老师',
      item: '白板笔 黑',
      quantity: 2,
      unit: '盒',
      neededBy: localDate.parse('2026-11-26'),
      purpose: '考试用',
    },
  },
  batches: [
    {
      key: 'several',
      title: { zh: '一次申领多样', en: 'Several things at once' },
      audience: 'staff',
      intro: { zh: '同一部门一次要多样时用。', en: 'One office, several things.' },
      shared: [...who, 'neededBy', 'purpose'],
      each: ['item', 'quantity', 'unit'],
      rows: () => [],
      untouched: 'leftOut',
      starts: { state: 'asked' },
      example: {
        shared: { department: '教务处', requester: '石老师', purpose: '期末考试' },
        rows: [{ item: 'A4复印纸 70g 500张', quantity: 4, unit: '包' }],
      },
    },
  ],
  print: {
    slips: [
      {
        title: { zh: '领用申请单', en: 'Requisition' },
        columns: ['name', 'asked', 'department', 'item', 'quantity', 'unit', 'neededBy', 'purpose'],
        signatures: [
          { zh: '申领人', en: 'Asked by' },
          { zh: '审批人', en: 'Approved by' },
          { zh: '签收人', en: 'Received by' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['name'] }),
    stockUnit({ item: 'item', unit: 'unit' }),
    inOrder({ from: 'asked', until: 'delivered' }),
    deadline({
      from: 'asked',
      until: 'delivered',
      within: (row, world) =>
        isRefused(row)
          ? undefined
          : {
              hours: promised(world),
              promise: {
                zh: `${promised(world)}小时送达`,
                en: `delivered within ${promised(world)} h`,
              },
            },
      message: ({ zh, en }, open) =>
        open
          ? { zh: `已超“${zh}”，请送达或写明不批`, en: `Past “${en}”: deliver or refuse it` }
          : { zh: `送达时已超“${zh}”，请核对时间`, en: `Delivered past “${en}”` },
    }),
    decided({ approver: 'approver', state: 'state', once: ['approved', 'refused', 'delivered'] }),
    needed({
      key: 'delivered',
      columns: ['delivered', 'deliveredBy', 'receivedBy'],
      reads: ['state'],
      when: (row) => valueAt(row, 'state') === 'delivered',
      because: { zh: '已送达', en: 'Delivered' },
    }),
  ],
  opens: [{ into: 'movements', from: issuedOn }],
  settings: {
    promiseHours: inHours(
      { zh: '申领多久送达', en: 'Requisitions are delivered within' },
      72,
      'R1 及时送去各科室',
    ),
  },
  figures: {
    asked: count({
      title: { zh: '领用申请', en: 'Requisitions' },
      unit: { zh: '件', en: 'requisitions' },
      counts: { zh: '申领时间在期内的', en: 'Asked for in the period' },
      happened: 'asked',
    }),
    onTime: share({
      title: { zh: '按时送达率', en: 'Delivered in time' },
      counts: { zh: '期内申领（不含不同意）中按承诺送达的', en: 'Of those not refused, in time' },
      happened: 'asked',
      target: 95,
      among: (row) => !isRefused(row),
      where: (row, world) =>
        (hoursTaken(world)(row) ?? Number.POSITIVE_INFINITY) <= promised(world),
    }),
    hours: average({
      title: { zh: '平均送达用时', en: 'Hours to deliver' },
      unit: { zh: '小时', en: 'h' },
      counts: { zh: '期内申领从申领到送达的平均小时数', en: 'Mean hours from asking to delivery' },
      better: 'lower',
      happened: 'asked',
      amounts: (_rows, world) => hoursTaken(world),
    }),
  },
  breakdowns: {
    byDepartment: splitBy({
      title: { zh: '各部门领用申请', en: 'Requisitions by department' },
      unit: { zh: '件', en: 'requisitions' },
      happened: 'asked',
      names: () => (row) => textAt(row, 'department').trim(),
    }),
  },
  plan: {
    tasks: (rows, month, world) =>
      carriedOver(
        rows.filter(
          (row) =>
            ['asked', 'approved'].includes(textAt(row, 'state')) &&
            textAt(row, 'asked').slice(0, 10) < month.from,
        ),
        month,
        world,
        {
          register: 'requisitions',
          group: 'stores',
          what: (row) => `送达${textAt(row, 'department')}申领的${textAt(row, 'item')}`,
          standard: '送到并签收，不能发的写明原因',
          owner: ['deliveredBy', '库管员'],
        },
      ),
  },
  report: {
    section: 'stores',
    sentences: ['受理领用申请{asked|compared}，按时送达率{onTime}，平均用时{hours|compared}。'],
    indicators: ['onTime'],
    shortcomings: {
      onTime: {
        says: '部分物品没有按时送到部门',
        effect: '影响办公和上课',
        measure: '每天下午集中配送，缺货的当天答复',
      },
    },
  },
  retention: { requester: { months: 24 }, receivedBy: { months: 24 } },
  demo: demoRequisitions,
});
