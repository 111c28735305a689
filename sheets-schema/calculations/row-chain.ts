import type { Column } from '../columns.ts';
import type { Register } from '../register.ts';
import { type Row, textAt } from '../row.ts';
import type { World } from '../rule.ts';
import { plain } from '../spelling.ts';

/** A row with its register. */
export interface LinkedRow {
  readonly register: Register;
  readonly row: Row;
}

/** What a row came from and what came of it, each step behind the one before. */
export interface RowChain {
  readonly before: readonly LinkedRow[];
  readonly after: readonly LinkedRow[];
}

/** More than so many rows of one step are no chain but a list. */
const mostRows = 30;

/** Columns of a register that name what one of its rows came from: something that happened, not a place or a person. */
function sourcesOf(
  register: Register,
  find: (key: string) => Register | undefined,
): readonly { readonly name: string; readonly column: Column; readonly from: Register }[] {
  return Object.entries(register.columns).flatMap(([name, column]) => {
    const from =
      column.kind === 'reference' || column.kind === 'rowLink' ? find(column.to) : undefined;
    return from?.happened === undefined ? [] : [{ name, column, from }];
  });
}

/** Whether rows of a register come from others or others come from them. */
export function isInChain(register: Register, registers: readonly Register[]): boolean {
  const find = (key: string) => registers.find((candidate) => candidate.key === key);
  return (
    sourcesOf(register, find).length > 0 ||
    registers.some((other) => sourcesOf(other, find).some(({ from }) => from.key === register.key))
  );
}

/**
 * Follows a chain both ways: from a movement back to its receipt, order and request; from a request to its quotes,
 * order, receipts, movements and payments. A chain that loops is followed once.
 *
 * @param registers those that may hold a step of it; only what is switched on is read
 */
export function rowChain(
  { register, row }: LinkedRow,
  registers: readonly Register[],
  world: Pick<World, 'rows' | 'register'>,
): RowChain {
  const steps = (next: (from: LinkedRow) => readonly LinkedRow[]): readonly LinkedRow[] => {
    const seen = new Set<string>([row.id]);
    const found: LinkedRow[] = [];
    let last: readonly LinkedRow[] = [{ register, row }];
    while (last.length > 0) {
      last = last.flatMap(next).filter(({ row: { id } }) => {
        const isNew = !seen.has(id);
        seen.add(id);
        return isNew;
      });
      found.push(...last);
    }
    return found;
  };
  return {
    before: steps((from) => cameFrom(from, world)).toReversed(),
    after: steps((from) => cameOf(from, registers, world)),
  };
}

function cameFrom(
  { register, row }: LinkedRow,
  world: Pick<World, 'rows' | 'register'>,
): readonly LinkedRow[] {
  return sourcesOf(register, (key) => world.register(key)).flatMap(({ name, from }) => {
    const said = textAt(row, name);
    const source =
      said === '' ? undefined : world.rows(from.key).find((one) => names(said, one, from));
    return source ? [{ register: from, row: source }] : [];
  });
}

function cameOf(
  { register, row }: LinkedRow,
  registers: readonly Register[],
  world: Pick<World, 'rows' | 'register'>,
): readonly LinkedRow[] {
  return registers.flatMap((other) =>
    other.happened === undefined
      ? []
      : sourcesOf(other, (key) => world.register(key))
          .filter(({ from }) => from.key === register.key)
          .flatMap(({ name }) =>
            world
              .rows(other.key)
              .filter((one) => names(textAt(one, name), row, register))
              .slice(0, mostRows)
              .map((one): LinkedRow => ({ register: other, row: one })),
          ),
  );
}

/** Whether what a cell says names a row: by its id, or by its label in any case and width. */
function names(said: string, row: Row, { label }: Register): boolean {
  if (said === '') return false;
  return said === row.id || (label !== undefined && plain(said) === plain(textAt(row, label)));
}
