import { isAskedFor, isBought, requestWorth } from '../../calculations/purchasing.ts';
import { restockingLines } from '../../calculations/restocking.ts';
import { catalogueOf } from '../../calculations/stock.ts';
import { workdayFrom } from '../../calendar.ts';
import { choice, date, moment, money, quantity, reference, text } from '../../columns.ts';
import { demoPurchaseRequests } from '../../demo/purchasing.ts';
import { boughtInTimeShare } from '../../figures/bought-in-time.ts';
import { count } from '../../figures/count.ts';
import { total } from '../../figures/total.ts';
import { type Promised, saidColumn, starsColumn } from '../../follow-up.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { decided } from '../../rules/decided.ts';
import { boughtInTime, overMaximum } from '../../rules/purchase-chain.ts';
import { stockUnit } from '../../rules/stock-unit.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { daysBetween, minutesLater } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';

const columns = {
  asked: moment({ zh: '申购时间', en: 'Asked' }, { required: true, stamped: true }),
  name: text(
    { zh: '申购单', en: 'Request' },
    {
      numbered: { prefix: 'SG', names: 'item' },
      width: 200,
      help: { zh: '空着自动编，如“SG-1124-0382 抽纸”', en: 'Given by itself: SG-1124-0382 抽纸' },
    },
  ),
  item: reference('items', { zh: '物品', en: 'Item' }, { required: true, width: 220 }),
  quantity: quantity({ zh: '申购数量', en: 'Quantity' }, { required: true, min: 0 }),
  unit: text(
    { zh: '单位', en: 'Unit' },
    { help: { zh: '空着就是目录里的单位', en: 'Blank: the unit of the catalogue' } },
  ),
  estimate: money(
    { zh: '估价', en: 'Estimate' },
    { min: 0, help: { zh: '每个单位大约多少钱', en: 'About what one costs' } },
  ),
  neededBy: date({ zh: '需用日期', en: 'Needed by' }, { required: true }),
  reason: text({ zh: '申购理由', en: 'Reason' }, { required: true }),
  requester: reference('people', { zh: '申购人', en: 'Asked by' }, { required: true }),
  state: choice(
    { zh: '状态', en: 'State' },
    {
      asked: { zh: '待批', en: 'Asked' },
      approved: { zh: '同意', en: 'Approved' },
      refused: { zh: '不同意', en: 'Refused' },
      done: { zh: '已办完', en: 'Done' },
    },
    { required: true },
  ),
  approver: reference('people', { zh: '审批人', en: 'Approved by' }),
  note: text({ zh: '备注', en: 'Note' }),
  decision: text(
    { zh: '审批记录', en: 'Decision' },
    { filledByCode: true, help: { zh: '在邮件里审批的记在这里', en: 'What was decided by mail' } },
  ),
  stars: starsColumn,
  said: saidColumn,
};

/** While nobody has decided, by when they do; then by when it is needed. */
function requestPromise(row: Row, world: World): Promised | undefined {
  const [asked, neededBy] = [momentAt(row, 'asked'), momentAt(row, 'neededBy')];
  const state = valueAt(row, 'state');
  if (state === 'approved' && neededBy !== undefined) return { by: neededBy };
  if (state !== 'asked' || asked === undefined) return undefined;
  const days = world.settings.number('purchaseRequests.decideDays');
  return {
    by: minutesLater(asked, days * 24 * 60, world.settings.text('timeZone')),
    promise: { zh: '审批', en: 'decided' },
  };
}

/**
 * 申购 Purchase requests (A4; R1, R5): planned and in time, nothing hoarded. Quotes, orders and receipts follow from
 * a request, each naming the one before.
 */
export const purchaseRequests = defineRegister({
  key: 'purchaseRequests',
  title: { zh: '申购', en: 'Purchase requests' },
  purpose: {
    zh: '要买什么、买多少、什么时候要用，批了再采购',
    en: 'What to buy, how much, by when; bought once approved',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'asked',
  isOver: isBought,
  form: {
    audience: 'staff',
    intro: { zh: '先看库存再申购，写清需用日期和理由。', en: 'Look at the stock first, please.' },
    asks: ['item', 'quantity', 'unit', 'estimate', 'neededBy', 'reason', 'requester'],
    starts: { state: 'asked' },
    tracks: ['state', 'approver', 'decision'],
    example: {
      item: '硒鼓 388A',
      quantity: 2,
      unit: '个',
      neededBy: localDate.parse('2026-12-04'),
      reason: '期末试卷印制',
      requester: '叶红梅',
    },
  },
  followUp: {
    promise: requestPromise,
    again: {
      label: { zh: '没拿到，或不对', en: 'Not here, or not right' },
      when: (row) => valueAt(row, 'state') === 'done',
      sets: { state: 'approved' },
    },
    stars: { column: 'stars', when: (row) => valueAt(row, 'state') === 'done' },
    said: 'said',
  },
  approval: {
    state: 'state',
    waits: 'asked',
    approves: 'approved',
    refuses: 'refused',
    approver: 'approver',
    record: 'decision',
    asker: 'requester',
    tells: ['item', 'quantity', 'unit', 'estimate', 'neededBy', 'reason', 'requester'],
    by: 'director',
  },
  batches: [
    {
      key: 'restock',
      title: { zh: '补库申购', en: 'Restocking' },
      audience: 'staff',
      intro: {
        zh: '低于最低库存的已列出，数量改好再提交。',
        en: 'What is below its minimum; change the quantities as needed.',
      },
      shared: ['neededBy', 'reason', 'requester'],
      each: ['item', 'quantity', 'unit', 'estimate'],
      rows: restockingLines,
      untouched: 'leftOut',
      starts: { state: 'asked' },
      example: {
        shared: {
          neededBy: localDate.parse('2026-12-10'),
          reason: '低于最低库存',
          requester: '叶红梅',
        },
        rows: [{ item: '硒鼓 388A', quantity: 3, unit: '个', estimate: 85 }],
      },
    },
  ],
  print: {
    slips: [
      {
        title: { zh: '申购单', en: 'Purchase request' },
        columns: ['name', 'asked', 'item', 'quantity', 'unit', 'estimate', 'neededBy', 'reason'],
        signatures: [
          { zh: '申购人', en: 'Asked by' },
          { zh: '后勤主任', en: 'Director' },
          { zh: '分管校长', en: 'Head' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['name'] }),
    stockUnit({ item: 'item', unit: 'unit' }),
    overMaximum({ item: 'item', quantity: 'quantity', columns: ['unit', 'state', 'name'] }),
    boughtInTime({ neededBy: 'neededBy', columns: ['state', 'name', 'quantity'] }),
    decided({ approver: 'approver', state: 'state', once: ['approved', 'refused', 'done'] }),
    rowRule<typeof columns>({
      key: 'undecided',
      columns: ['asked', 'state'],
      catches: { zh: '申购几天没人批', en: 'Nobody decides' },
      finds: ({ values: { asked, state } }, world) => {
        const days = world.settings.number('purchaseRequests.decideDays');
        return state === 'asked' &&
          asked !== undefined &&
          daysBetween(dayOf(asked), dayOf(world.now)) > days
          ? {
              column: 'state',
              severity: 'must',
              message: {
                zh: `申购超过${days}天没批，请审批`,
                en: `Asked more than ${days} days ago: decide`,
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'no-time-to-buy',
      columns: ['asked', 'neededBy'],
      catches: { zh: '需用日期早于申购', en: 'Needed before it was asked for' },
      finds: ({ values: { asked, neededBy } }) =>
        asked !== undefined && neededBy !== undefined && neededBy < dayOf(asked)
          ? {
              column: 'neededBy',
              severity: 'must',
              message: { zh: '需用日期早于申购时间，请核对', en: 'Needed before it was asked for' },
            }
          : undefined,
    }),
  ],
  settings: {
    decideDays: inDays({ zh: '申购几天内要批', en: 'Requests are decided within' }, 3, 'R5 不拖拉'),
  },
  figures: {
    asked: count({
      title: { zh: '申购', en: 'Purchase requests' },
      unit: { zh: '项', en: 'requests' },
      counts: { zh: '申购时间在期内的', en: 'Asked for in the period' },
      happened: 'asked',
    }),
    inTime: boughtInTimeShare(95),
    worth: total({
      title: { zh: '申购估价', en: 'Estimate of the requests' },
      unit: { zh: '元', en: 'yuan' },
      counts: { zh: '期内申购数量乘估价', en: 'Quantity times estimate' },
      happened: 'asked',
      where: (row) => valueAt(row, 'state') !== 'refused',
      amounts: (_rows, world) => {
        const catalogue = catalogueOf(world.rows('items'));
        return (row) => requestWorth(row, catalogue);
      },
    }),
  },
  plan: {
    tasks: (rows, month, world) => {
      const bought = isBought(world);
      return rows
        .filter((row) => isAskedFor(row) && textAt(row, 'neededBy') <= month.to && !bought(row))
        .map((row) => {
          const neededBy = localDate.safeParse(textAt(row, 'neededBy'));
          const late = !neededBy.success || neededBy.data < month.from;
          return {
            key: `purchaseRequests-${row.id}`,
            group: 'stores' as const,
            what: `采购${textAt(row, 'item')}`,
            standard: '货比三家，验收合格入库',
            owner: '采购员',
            due: late ? workdayFrom(month.from, world.calendar) : neededBy.data,
            note: textAt(row, 'name'),
            carriedOver: late,
          };
        });
    },
  },
  report: {
    section: 'stores',
    sentences: ['申购{asked|compared}，按时到货率{inTime}。'],
    indicators: ['inTime'],
    shortcomings: {
      inTime: {
        says: '有的物品没有按时买到',
        effect: '影响教学和维修',
        measure: '申购三天内审批，每周催一次没到的订单',
      },
    },
  },
  demo: demoPurchaseRequests,
});
