import type { Column } from '../columns.ts';
import { checkedValue } from '../entry.ts';
import type { Finding, Severity } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import { isForStaff, type Row, textAt, valueAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { clip, monthAndDay } from '../wording.ts';

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
    listedNames(
      columns((column) => column.kind === 'reference'),
      register,
    ),
  ];
  return rules.filter((rule) => rule.columns.length > 0);
}

/** A rule that looks at each cell of some columns. */
function cellRule(rule: {
  readonly key: string;
  readonly columns: readonly string[];
  readonly reads?: readonly string[];
  readonly catches: Label;
  readonly finds: (
    world: World,
  ) => (
    row: Row,
    name: string,
    column: Column,
  ) => { readonly severity: Severity; readonly message: Label } | undefined;
}): Rule {
  return {
    key: rule.key,
    columns: rule.columns,
    reads: rule.reads ?? [],
    catches: rule.catches,
    check: (register, rows, world) => {
      const finds = rule.finds(world);
      return rows.flatMap((row) =>
        rule.columns.flatMap((name): Finding[] => {
          const column = register.columns[name];
          const found = column && finds(row, name, column);
          return found
            ? [{ ...found, register: register.key, rule: rule.key, row: row.id, column: name }]
            : [];
        }),
      );
    },
  };
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

/**
 * Names of people, places and items stand on their lists. Somebody who has left stays valid in rows up to
 * the day of leaving; in a list without days they must be replaced. A list without any row is not kept, and
 * nothing is said.
 */
function listedNames(columns: readonly string[], register: Register): Rule {
  const targets = columns.flatMap((name) => {
    const column = register.columns[name];
    return column?.kind === 'reference' ? [column.to] : [];
  });
  return cellRule({
    key: 'unlisted',
    columns,
    reads: Array.from(new Set(targets)),
    catches: { zh: '名单里没有，或人已离岗', en: 'Not on the list, or has left' },
    finds: (world) => {
      const lists = new Map(targets.map((to) => [to, listOf(world, to)]));
      return (row, name, column) => {
        const said = textAt(row, name);
        const list = column.kind === 'reference' ? lists.get(column.to) : undefined;
        if (said === '' || !list || list.size === 0) return undefined;
        const left = list.get(plain(said));
        if (left === undefined)
          return {
            severity: 'must',
            message: {
              zh: `名单里没有“${clip(said, 10)}”，请从下拉选`,
              en: `“${clip(said, 20)}” is not on the list: choose from it`,
            },
          };
        const day = dayOfRow(row, register) ?? world.now.slice(0, 10);
        return left !== '' && day > left
          ? {
              severity: 'must',
              message: {
                zh: `${clip(said, 8)}${monthAndDay(left)}已离岗，请换人`,
                en: `${clip(said, 20)} left on ${left}: choose somebody else`,
              },
            }
          : undefined;
      };
    },
  });
}

/** Names on a list, each with the day on which it was left, or ''. */
function listOf(world: World, register: string): ReadonlyMap<string, string> {
  const label = world.register(register)?.label;
  return new Map(
    label === undefined
      ? []
      : world
          .rows(register)
          .map((row) => [plain(textAt(row, label)), textAt(row, 'left')] as const)
          .filter(([name]) => name !== ''),
  );
}

function dayOfRow(row: Row, register: Register): string | undefined {
  const happened = register.happened === undefined ? '' : textAt(row, register.happened);
  return happened === '' ? undefined : happened.slice(0, 10);
}
