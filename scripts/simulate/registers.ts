import type { Register } from '#schema/register.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { items } from '#schema/registers/stock/items.ts';
import { movements } from '#schema/registers/stock/movements.ts';
import type { Entered } from './sheet-view.ts';

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
  /** What a cell says, by column, once a row belongs to a month that is over and nothing of it is open. */
  readonly over: (turn: number) => Readonly<Record<string, Entered>>;
}

/** A day of this year as a cell holds it. */
function dayNumber(month: number, day: number): number {
  return Date.UTC(2026, month - 1, day) / 86_400_000 + 25_569;
}

/** Stock with which the ledger began in a month that is over, so that what people take is there. */
export const begun = goods.map((item, index) => ({
  marker: `建账第${index + 1}条`,
  item,
  quantity: 1000 * (index + 1),
}));

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
    // The rules of repairs look back over a month, so that those of the month before last leave.
    over: (turn) => ({
      reported: dayNumber(8 + (turn % 2), 1 + (turn % 28)) + 1 / 3,
      state: '已修好',
      worker: '老赵',
      done: dayNumber(8 + (turn % 2), 1 + (turn % 28)) + 1 / 2,
      labour: 1,
      parts: '无',
    }),
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
    over: (turn) => ({
      happened: dayNumber(9 + (turn % 2), 1 + (turn % 28)) + 1 / 3,
      recipient: '周敏',
      department: '后勤处',
      handledBy: '叶红梅',
    }),
  },
];
