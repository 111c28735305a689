import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import type { LocalDate } from '../values.ts';
import { momentOn } from './moment.ts';
import { paper } from './paper.ts';

type Entry = Values<Columns>;

/** One slip for each rule of the ledger, as they happen at a counter. */
export function demoMovementSlips(
  days: readonly LocalDate[],
  held: ReadonlyMap<string, number>,
): Entry[] {
  const [first, second, third, fourth, last] = days;
  if (!first || !second || !third || !fourth || !last) return [];
  const handledBy = '叶红梅';
  return [
    {
      happened: momentOn(first, 1025),
      direction: 'in',
      item: '白板笔 黑',
      quantity: 2,
      unit: '盒',
      price: 25,
      handledBy,
    },
    {
      happened: momentOn(second, 1025),
      direction: 'in',
      item: '84消毒液 500ml',
      quantity: 24,
      unit: '瓶',
      price: 45,
      receipt: paper('YS', second, 98, '84消毒液 500ml'),
      handledBy,
    },
    {
      happened: momentOn(third, 1025),
      direction: 'out',
      item: '5号碱性电池',
      quantity: 4,
      unit: '节',
      department: '八年级组',
      purpose: '遥控器',
      handledBy,
    },
    {
      happened: momentOn(fourth, 1025),
      direction: 'out',
      item: '档案盒 A4 55mm',
      quantity: 1,
      unit: '箱',
      recipient: '周敏',
      department: '后勤处',
      purpose: '档案整理',
      handledBy,
    },
    {
      happened: momentOn(last, 1025),
      direction: 'out',
      item: '橡胶手套 L码',
      quantity: (held.get('橡胶手套 L码') ?? 0) + 12,
      unit: '双',
      recipient: '杨玉珍',
      department: '保洁',
      purpose: '全校大扫除',
      handledBy,
    },
  ];
}
