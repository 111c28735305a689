import {
  type Block,
  cells,
  paragraph,
  printed,
  shortDay,
  yuan,
} from '#platform/documents/index.ts';
import type { Purchase } from '#schema/plan.ts';
import { amountOf } from '../purchases.ts';

/** 采购与经费 and 表4: what is to be bought, what it will cost. */
export function purchaseSection(purchases: readonly Purchase[], caption: string): readonly Block[] {
  if (purchases.length === 0) return [];
  const known = purchases.filter(({ estimate }) => estimate !== undefined);
  const total = amountOf(known);
  const unpriced = purchases.length - known.length;
  return [
    paragraph(
      `本月拟购物资 ${purchases.length} 种，金额合计 ${yuan(total)} 元${unpriced > 0 ? `（另有 ${unpriced} 种没有历史价格，待询价）` : ''}。估价按最近进价计算，采购前须货比三家。`,
    ),
    {
      kind: 'table',
      caption,
      columns: [
        { title: '物品', width: 14 },
        { title: '现存', width: 8, align: 'centre' },
        { title: '最低', width: 8, align: 'centre' },
        { title: '拟购', width: 9, align: 'centre' },
        { title: '估价（元）', width: 9, align: 'right' },
        { title: '金额（元）', width: 9, align: 'right' },
        { title: '用途', width: 14 },
        { title: '需用日期', width: 10, align: 'centre' },
      ],
      lines: [
        ...purchases.map((purchase) =>
          cells(
            purchase.item,
            printed(purchase.onHand),
            printed(purchase.minimum),
            `${printed(purchase.quantity)} ${purchase.unit}`.trimEnd(),
            purchase.estimate === undefined ? '待询价' : yuan(purchase.estimate),
            purchase.estimate === undefined ? '—' : yuan(purchase.quantity * purchase.estimate),
            purchase.purpose,
            shortDay(purchase.neededBy),
          ),
        ),
        cells('合计', '', '', `${purchases.length} 种`, '', yuan(total), '', ''),
      ],
    },
  ];
}
