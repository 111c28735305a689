import type { Register } from './register.ts';
import { type Row, textAt } from './row.ts';

/** A request that somebody approves or refuses: in the sheet, or with one touch in a mail. */
export interface Approval<K extends string = string> {
  /** Column with the state, and its choices. */
  readonly state: K;
  readonly waits: string;
  readonly approves: string;
  readonly refuses: string;
  /** Column with who decided. */
  readonly approver: K;
  /** Column with the day or moment of the decision. */
  readonly decided?: K;
  /** Column in which the decision is kept in words: when, who, what, why. */
  readonly record: K;
  /** Column with who asked: nobody decides about themselves. */
  readonly asker: K;
  /** What the mail says of a request, in order. */
  readonly tells: readonly K[];
  /** Who decides unless 设置 names somebody. */
  readonly by: 'deputy' | 'director';
}

/** A register whose requests somebody decides. */
export type ApprovalRegister = Register & { readonly approval: Approval };

export function isDecided(register: Register): register is ApprovalRegister {
  return register.approval !== undefined;
}

/** Whether nobody has decided about a request yet. */
export function isWaiting({ approval }: ApprovalRegister, row: Row): boolean {
  return textAt(row, approval.state) === approval.waits;
}

/** Columns that a decision writes. */
export function approvalColumns({ state, approver, decided, record }: Approval): readonly string[] {
  return [state, approver, record, ...(decided === undefined ? [] : [decided])];
}
