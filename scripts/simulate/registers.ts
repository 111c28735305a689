import type { Register } from '#schema/register.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { items } from '#schema/registers/stock/items.ts';
import { movements } from '#schema/registers/stock/movements.ts';

/** The registers of the small school that is simulated: two workbooks, a ledger, a list. */
export const schoolRegisters: readonly Register[] = [repairs, movements, items];

/** What the stores of that school hold. */
export const goods = ['A4复印纸', '订书钉', '灯管'] as const;

/** The registers that people fill in here, and the columns by which their rows are told apart and changed. */
export interface Filled {
  readonly register: Register;
  /** The column in which each entry says something that no other says. */
  readonly marker: string;
  /** What a sender says besides that. */
  readonly says: (turn: number) => Readonly<Record<string, string | number>>;
  /** How a cell shows what was said, where it is not the same. */
  readonly shown: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** Columns into which staff write a word of theirs. */
  readonly remarks: readonly [string, ...string[]];
}

/** Where people send and staff write. */
export const filled: readonly [Filled, Filled] = [
  {
    register: repairs,
    marker: 'fault',
    says: (turn) => ({
      place: `教学楼 A${200 + (turn % 7)}`,
      urgent: turn % 3 === 0 ? 'urgent' : 'normal',
    }),
    shown: { urgent: { urgent: '紧急', normal: '一般' } },
    remarks: ['note', 'waitingFor', 'answer'],
  },
  {
    register: movements,
    marker: 'purpose',
    says: (turn) => ({
      direction: turn % 4 === 0 ? 'return' : 'out',
      item: goods[turn % goods.length] ?? goods[0],
      quantity: 1 + (turn % 5),
      recipient: '周敏',
      department: '后勤处',
      handledBy: '叶红梅',
    }),
    shown: { direction: { out: '出库', return: '退库' } },
    remarks: ['reason', 'donor', 'stocktake'],
  },
];
