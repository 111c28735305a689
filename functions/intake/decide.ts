import { actLine } from '#schema/acts.ts';
import type { ApprovalRegister } from '#schema/approval.ts';
import type { Columns } from '#schema/columns.ts';
import type { Label } from '#schema/language.ts';
import { type Row, textAt, type Values } from '#schema/row.ts';
import type { LocalDateTime } from '#schema/values.ts';

/** What somebody decided, when, and why. */
export interface Decision {
  readonly choice: 'approve' | 'refuse';
  readonly why: string;
  readonly by: string;
  readonly now: LocalDateTime;
}

/** What a request says once it is decided. */
export function valuesOf(
  register: ApprovalRegister,
  row: Row,
  { choice, why, by, now }: Decision,
): Values<Columns> {
  const { state, approves, refuses, approver, decided, record } = register.approval;
  const to = choice === 'approve' ? approves : refuses;
  const isDay = decided !== undefined && register.columns[decided]?.kind === 'date';
  const line = actLine(now, by, `${wordOf(register, to).zh}（邮件）`, why);
  return {
    [state]: to,
    [approver]: by,
    ...(decided !== undefined && { [decided]: isDay ? now.slice(0, 10) : now }),
    [record]: [textAt(row, record), line].filter((one) => one !== '').join('\n'),
  };
}

/** The state of a request in words. */
export function stateWords(register: ApprovalRegister, row: Row): Label {
  return wordOf(register, textAt(row, register.approval.state));
}

function wordOf({ columns, approval }: ApprovalRegister, state: string): Label {
  const column = columns[approval.state];
  const word = column?.kind === 'choice' ? column.choices[state] : undefined;
  return word ?? { zh: state, en: state };
}
