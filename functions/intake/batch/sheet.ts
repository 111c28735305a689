import type { Origin } from '#platform/workbook/port.ts';
import type { Columns } from '#schema/columns.ts';
import type { Label } from '#schema/language.ts';
import type { BatchForm, DrawHistory, Register } from '#schema/register.ts';
import { isForStaff, type Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { copyInWords } from './words.ts';

/** One sheet for many rows: a batch form that a register declares, or the page of a ledger to copy from paper. */
export interface Sheet {
  readonly register: Register;
  /** Part of its address; {@link copyInKey} for copying in. */
  readonly key: string;
  readonly title: Label;
  readonly intro: Label;
  readonly audience: 'anyone' | 'staff';
  /** Columns asked once, first. */
  readonly shared: readonly string[];
  /** Columns asked in each row of the grid. */
  readonly each: readonly string[];
  rows(world: World, shared: Values<Columns>): readonly Values<Columns>[];
  readonly isClosed: boolean;
  /** Columns that this sheet must have said, besides those of the register. */
  readonly needs: readonly string[];
  readonly untouched: 'leftOut' | 'kept';
  readonly copied?: string;
  readonly drawn?: {
    readonly rows: number;
    readonly column: string;
    readonly history?: DrawHistory;
  };
  readonly starts: Values<Columns>;
  readonly origin: Origin['how'];
}

/** The key of 补录; no batch form has it, since theirs are camelCase. */
export const copyInKey = 'copy-in';

/** A row of a grid names itself by the first of its columns that holds words rather than a choice or a number. */
export function nameColumn({ register, each }: Sheet): string | undefined {
  const isName = (name: string) =>
    ['reference', 'text', 'code'].includes(register.columns[name]?.kind ?? '');
  return each.find(isName) ?? each[0];
}

/**
 * Whether a column may not be blank. What the sheet starts with need not be said, nor a moment that rows are stamped
 * with; but what is copied from paper must say when it happened.
 */
export function isNeeded({ register, starts, origin, needs }: Sheet, name: string): boolean {
  if (needs.includes(name)) return true;
  if (origin === 'paper' && name === register.happened) return true;
  const column = register.columns[name];
  const isStamped = column?.kind === 'moment' && column.stamped === true;
  return column?.required === true && !isStamped && starts[name] === undefined;
}

/** The batch forms of a register. */
export function batchSheets(register: Register): readonly Sheet[] {
  return (register.batches ?? []).map((batch) => batchSheet(register, batch));
}

function batchSheet(register: Register, batch: BatchForm): Sheet {
  const { key, title, intro, audience, shared, each, untouched, copied, drawn } = batch;
  return {
    register,
    key,
    title,
    intro,
    audience,
    shared,
    each,
    rows: batch.rows,
    isClosed: batch.closed ?? false,
    needs: batch.needs ?? [],
    untouched,
    ...(copied !== undefined && { copied }),
    ...(drawn && { drawn }),
    starts: batch.starts ?? register.form?.starts ?? {},
    origin: 'form',
  };
}

/**
 * 补录: every column that staff fill, the time it really happened first; none for what only the functions write, nor for
 * what decides who gets in.
 */
export function copyInSheet(register: Register): Sheet | undefined {
  if (register.writtenByCode || register.codeProtected) return undefined;
  const { happened } = register;
  const columns = Object.entries(register.columns)
    .filter(([, column]) => isForStaff(column))
    .map(([name]) => name);
  return {
    register,
    key: copyInKey,
    title: copyInWords.titleOf(register.title),
    intro: copyInWords.intro,
    audience: 'staff',
    shared: [],
    each: [
      ...columns.filter((name) => name === happened),
      ...columns.filter((name) => name !== happened),
    ],
    rows: () => [],
    isClosed: false,
    needs: [],
    untouched: 'leftOut',
    starts: register.form?.starts ?? {},
    origin: 'paper',
  };
}

/** The sheet of an address, if there is one. */
export function sheetNamed(register: Register, key: string): Sheet | undefined {
  return key === copyInKey
    ? copyInSheet(register)
    : batchSheets(register).find((sheet) => sheet.key === key);
}
