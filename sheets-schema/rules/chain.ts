import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Register } from '../register.ts';
import { inSequence, type Row, textAt } from '../row.ts';
import type { Rule } from '../rule.ts';
import { plain } from '../spelling.ts';

/**
 * What comes from something names it: a receipt its purchase, a purchase its request. The link is the label of a row
 * of the other register, in any case and width, or its id. Nothing is said while that register is switched off.
 *
 * @param link column that names the row it comes from; a blank one says nothing
 * @param to the register of that row; its own for a chain within one register
 * @param loops whether links that lead back to where they began are looked for, within one register; of the rows
 * of a loop the one written last gets the finding
 * @param message `loop` has a plain sentence of its own when absent
 */
export function chain<const K extends string>(rule: {
  readonly link: K;
  readonly to: string;
  readonly loops?: boolean;
  readonly message: { readonly broken: (name: string) => Label; readonly loop?: Label };
}): Rule<K> {
  const key = `chain-${rule.link}`;
  const { broken, loop = roundabout } = rule.message;
  return {
    key,
    columns: [rule.link],
    reads: [rule.to],
    catches: { zh: '来源的记录找不到', en: 'A link to what is not there' },
    check: (register, rows, world) => {
      const own = rule.to === register.key;
      const target = own ? register : world.register(rule.to);
      if (target === undefined) return [];
      const find = finder(target, own ? rows : world.rows(rule.to));
      const found = {
        register: register.key,
        rule: key,
        column: rule.link,
        severity: 'must',
      } as const;
      const linked = rows.flatMap((row) => {
        const name = textAt(row, rule.link).trim();
        return name === '' ? [] : [{ row, name, source: find(name) }];
      });
      const missing = linked
        .filter(({ source }) => source === undefined)
        .map(({ row, name }): Finding => ({ ...found, row: row.id, message: broken(name) }));
      if (!own || rule.loops !== true) return missing;
      const sources = new Map(linked.map(({ row, source }) => [row, source]));
      return [
        ...missing,
        ...closing(rows, sources).map((row) => ({ ...found, row: row.id, message: loop })),
      ];
    },
  };
}

const roundabout: Label = {
  zh: '绕了一圈又回到自己，请改来源',
  en: 'It leads back to itself: change where it comes from',
};

/** Finds a row by its id or by its label; of two with one label the first written. */
function finder(register: Register, rows: readonly Row[]): (name: string) => Row | undefined {
  const { label } = register;
  const byName = new Map<string, Row>();
  for (const row of inSequence(rows).toReversed()) {
    if (label !== undefined) byName.set(compared(textAt(row, label)), row);
  }
  const byId = new Map<string, Row>(rows.map((row) => [row.id, row]));
  return (name) => byId.get(name) ?? byName.get(compared(name));
}

function compared(name: string): string {
  return plain(name).toLowerCase();
}

/** Of each loop the row written last. Each row is walked over once. */
function closing(rows: readonly Row[], sources: ReadonlyMap<Row, Row | undefined>): Row[] {
  const walkOf = new Map<Row, Row>();
  return rows.flatMap((start) => {
    const path: Row[] = [];
    let row: Row | undefined = start;
    while (row !== undefined && !walkOf.has(row)) {
      walkOf.set(row, start);
      path.push(row);
      row = sources.get(row);
    }
    if (row === undefined || walkOf.get(row) !== start) return [];
    return inSequence(path.slice(path.indexOf(row))).slice(-1);
  });
}
