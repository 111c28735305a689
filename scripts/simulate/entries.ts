import { tabColumns } from '#platform/workbook/frame-columns.ts';
import { begun, type Filled } from './registers.ts';
import type { Entered } from './sheet-view.ts';

/** Something that a person entered, by whatever way, and what must therefore stand in its register. */
export interface Entry {
  /** What it says that no other entry says. */
  readonly marker: string;
  readonly filled: Filled;
  readonly by: 'form' | 'staff';
  /** What must stand in its cells, by column. */
  readonly cells: Map<string, Entered>;
  /** How often staff copied its row, and how often they deleted one of them. */
  copies: number;
  deletions: number;
}

/** All that people entered, and how they call the columns now. */
export interface Entries {
  readonly all: Map<string, Entry>;
  /** What stands over a column, by register and column key. */
  title(register: string, column: string): string;
  rename(register: string, column: string, title: string): void;
  /** Where a column is, by what stands over it. */
  indexIn(header: readonly Entered[] | undefined, register: string, column: string): number;
}

export function createEntries(filled: readonly Filled[]): Entries {
  const titles = new Map(
    filled.flatMap(({ register }) =>
      tabColumns(register).map(([key, { title }]) => [`${register.key}/${key}`, title.zh] as const),
    ),
  );
  const title = (register: string, column: string): string => {
    const known = titles.get(`${register}/${column}`);
    if (known === undefined) throw new Error(`${register} has no column ${column}`);
    return known;
  };
  return {
    all: new Map(begunEntries(filled).map((entry) => [entry.marker, entry])),
    title,
    rename: (register, column, to) => void titles.set(`${register}/${column}`, to),
    indexIn: (header, register, column) => header?.indexOf(title(register, column)) ?? -1,
  };
}

/** What the ledger began with. */
function begunEntries(filled: readonly Filled[]): readonly Entry[] {
  const ledger = filled.find(({ register }) => register.key === 'movements');
  return begun.flatMap(({ marker, item, quantity }) =>
    ledger
      ? [
          {
            marker,
            filled: ledger,
            by: 'staff' as const,
            cells: new Map<string, Entered>([
              ['direction', '期初'],
              ['item', item],
              ['quantity', quantity],
              [ledger.marker, marker],
            ]),
            copies: 0,
            deletions: 0,
          },
        ]
      : [],
  );
}

/** What a cell shows when somebody said so in a form. */
export function shownIn(filled: Filled, column: string, said: string | number): Entered {
  return filled.shown[column]?.[String(said)] ?? said;
}
