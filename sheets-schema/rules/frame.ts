import type { Column } from '../columns.ts';
import { checkedValue } from '../entry.ts';
import type { Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import { isForStaff, valueAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { clip } from '../wording.ts';
import { cellRule } from './cell-rule.ts';
import { reference } from './reference.ts';

/** A finding has at most so many characters. */
const longestMessage = 30;

/**
 * The rules that every register has by its declaration alone: required cells are filled, cells can be read,
 * amounts keep their bounds, names stand on their lists.
 */
export function frameRules(register: Register): readonly Rule[] {
  const forStaff = Object.entries(register.columns).filter(([, column]) => isForStaff(column));
  const columns = (is: (column: Column) => boolean): string[] =>
    forStaff.filter(([, column]) => is(column)).map(([name]) => name);
  const rules = [
    requiredCells(columns((column) => column.required === true)),
    readableCells(columns(() => true)),
    soundValues(columns((column) => column.kind in soundness)),
    reference(
      columns((column) => column.kind === 'reference'),
      register,
    ),
  ];
  return rules.filter((rule) => rule.columns.length > 0);
}

function requiredCells(columns: readonly string[]): Rule {
  return cellRule({
    key: 'required',
    columns,
    catches: { zh: '必填的没填', en: 'A required cell is blank' },
    finds: () => (row, name, column) =>
      valueAt(row, name) !== undefined || row.unreadable.some((cell) => cell.column === name)
        ? undefined
        : {
            severity: 'must',
            message: {
              zh: `请填写${clip(column.title.zh, 12)}`,
              en: `Fill in: ${column.title.en}`,
            },
          },
  });
}

function readableCells(columns: readonly string[]): Rule {
  return cellRule({
    key: 'unreadable',
    columns,
    catches: { zh: '填的内容看不懂', en: 'A cell that cannot be read' },
    finds: () => (row, name, column) => {
      const cell = row.unreadable.find((unreadable) => unreadable.column === name);
      return cell && { severity: 'must', message: at(column, cell.problem) };
    },
  });
}

/** The kinds whose values have bounds or a shape, and how grave it is when they break it. */
const soundness: Readonly<Partial<Record<Column['kind'], Severity>>> = {
  quantity: 'must',
  money: 'must',
  phone: 'look',
  email: 'look',
  link: 'look',
};

function soundValues(columns: readonly string[]): Rule {
  return cellRule({
    key: 'unsound',
    columns,
    catches: {
      zh: '数字超出范围，或电话、邮箱写错',
      en: 'Out of bounds, or a wrong number or address',
    },
    finds: () => (row, name, column) => {
      const checked = checkedValue(column, valueAt(row, name), () => undefined);
      return 'message' in checked
        ? { severity: soundness[column.kind] ?? 'look', message: at(column, checked.message) }
        : undefined;
    },
  });
}

/** Where and what in one line, or what alone when both do not fit. */
function at(column: Column, problem: Label): Label {
  const both = `${column.title.zh}：${problem.zh}`;
  return {
    zh: both.length <= longestMessage ? both : problem.zh,
    en: `${column.title.en}: ${problem.en}`,
  };
}
