import { caught, type WorkLine } from './line.ts';

/** A: stock, money and property. */
export const stockAndProperty: readonly WorkLine[] = [
  {
    id: 'A1',
    title: { zh: '物品目录', en: 'Item catalogue' },
    registers: ['items'],
    catches: [
      caught('出入库里没有的物品', 'A movement of an unknown item', 'movements.unlisted'),
      caught('没有的单位', 'An unknown unit', 'movements.stock-unit-unit'),
      caught('两样物品一个编号', 'Two items with one code', 'items.unique-code'),
    ],
  },
  {
    id: 'A2',
    title: { zh: '出入库流水', en: 'Stock movements' },
    registers: ['movements'],
    catches: [
      caught('账上库存成了负数', 'A balance below zero', 'movements.ledger-item'),
      caught('出库没有领用人', 'Out without recipient', 'movements.needed-out'),
      caught('入库没有来路', 'In without purchase or donor', 'movements.in-without-source'),
      caught('价格离历史太远', 'A price far from history', 'movements.band-price'),
      caught(
        '申购、入库、出库连不成一条线',
        'A broken chain from request to issue',
        'movements.not-beyond-receipt',
        'movements.chain-count',
        'movements.chain-repair',
      ),
    ],
  },
  {
    id: 'A3',
    title: { zh: '月月盘点', en: 'Monthly stocktake' },
    registers: ['stocktakes', 'counts', 'financeBook'],
    catches: [
      caught(
        '本月没盘到的物品',
        'An item not counted this month',
        'stocktakes.month-without',
        'counts.campaign-served-item',
        'counts.not-counted-lately',
      ),
      caught('账物不符没写原因', 'A difference without a cause', 'counts.difference'),
      caught('盘了两次', 'Counted twice', 'counts.counted-twice'),
      caught(
        '调整背后没有盘点',
        'An adjustment without a stocktake',
        'movements.adjusted-uncounted',
      ),
      caught(
        '两本账对不上',
        'The two books differ',
        'financeBook.reconcile-closing',
        'financeBook.reconcile-received',
        'financeBook.reconcile-issued',
      ),
    ],
  },
  {
    id: 'A3b',
    title: { zh: '领用申请', en: 'Requisitions' },
    registers: ['requisitions'],
    catches: [
      caught(
        '超过承诺还没送到',
        'Waiting past its promise',
        'requisitions.deadline-asked-delivered',
      ),
      caught('没申请就领用', 'Issued without a requisition', 'movements.issued-unasked'),
      caught('领的比申请多', 'Issued beyond the requisition', 'movements.not-beyond-requisition'),
    ],
  },
  {
    id: 'A4',
    title: { zh: '申购', en: 'Purchase requests' },
    registers: ['purchaseRequests', 'orders'],
    catches: [
      caught(
        '申购后超过最高库存',
        'A request lifts stock over max',
        'purchaseRequests.over-maximum',
      ),
      caught(
        '过了需用日期还没到',
        'Past its needed-by date',
        'purchaseRequests.bought-in-time',
        'orders.arrived-in-time',
      ),
      caught(
        '到货和订单不一样',
        'A receipt differs from its order',
        'receipts.agrees-item-order',
        'receipts.not-beyond-order',
      ),
    ],
  },
  {
    id: 'A5',
    title: { zh: '货比三家', en: 'Price comparison' },
    registers: ['quotes'],
    catches: [
      caught(
        '满标准没有三家报价',
        'Fewer than three quotes above the threshold',
        'quotes.three-quotes-request',
        'orders.bought-unquoted',
      ),
      caught(
        '选了贵的没写理由',
        'The dearest chosen without a reason',
        'quotes.three-quotes-request',
      ),
      caught('单价超出平时范围', 'A unit price outside its band', 'quotes.band-price'),
    ],
  },
  {
    id: 'A5b',
    title: { zh: '到货质量', en: 'Quality on receipt' },
    registers: ['receipts', 'suppliers'],
    catches: [
      caught(
        '没验收就收货',
        'Received without a check',
        'receipts.needed-checked',
        'receipts.signed-by-checkedBy',
      ),
      caught(
        '不合格的也发了出去',
        'A rejected delivery issued',
        'movements.not-beyond-receipt',
        'movements.ledger-item',
      ),
      caught('同一供应商一再不合格', 'A supplier failing again', 'receipts.too-often-rejected'),
      caught(
        '证照过期或停用的供应商',
        'A supplier without a valid licence',
        'suppliers.expiry-licenceUntil',
        'orders.sound-supplier',
      ),
    ],
  },
  {
    id: 'A5c',
    title: { zh: '经费', en: 'Money' },
    registers: ['budgetLines', 'payments'],
    catches: [
      caught('花钱没有预算', 'Spent without a budget line', 'payments.budget-category'),
      caught('超出预算', 'Over budget', 'payments.budget-category'),
      caught('一张发票付了两次', 'Two payments on one invoice', 'payments.unique-invoice'),
    ],
  },
  {
    id: 'A6',
    title: { zh: '校产', en: 'Assets' },
    registers: ['assets', 'assetMoves', 'assetCounts'],
    catches: [
      caught('校产没人管', 'An asset without custodian', 'assets.needed-kept'),
      caught('在别处点到', 'Counted elsewhere', 'assetCounts.elsewhere'),
      caught('清查没找到', 'Missing', 'assetCounts.missing', 'assetCounts.left-out'),
      caught('两件一个编号', 'Two assets with one number', 'assets.unique-number'),
    ],
  },
  {
    id: 'A7',
    title: { zh: '发放', en: 'Distribution' },
    registers: ['distributions', 'handouts'],
    catches: [
      caught(
        '开学几天还有班没领到',
        'A class not served in time',
        'handouts.campaign-served-class',
      ),
      caught(
        '发的和出库的不一样',
        'Handed out differs from taken out of stock',
        'distributions.as-taken-out',
      ),
      caught('没人签收', 'Unsigned', 'handouts.signed-by-signedBy'),
    ],
  },
  {
    id: 'A8',
    title: { zh: '宣传品', en: 'Publicity material' },
    registers: ['publicityRuns', 'publicityPlacements'],
    catches: [
      caught('放出去的比印的多', 'Placed more than printed', 'publicityPlacements.not-beyond-run'),
      caught('几个月没人看过的标识', 'A sign not seen for months', 'publicityPlacements.not-seen'),
    ],
  },
];
