import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { isForStaff } from '#schema/row.ts';
import { plain } from '#schema/spelling.ts';
import type { Cell } from '#schema/values.ts';
import type { ImportSheet } from './read-xlsx.ts';

/** Which column of a sheet holds which column of a register, and how well the two fit. */
export interface Match {
  readonly register: Register;
  /** Row of the headers, from 0; titles above it are passed over. */
  readonly headerRow: number;
  /** Index in the sheet by column key. */
  readonly columns: ReadonlyMap<string, number>;
  /** Headers of the sheet that nothing takes. */
  readonly left: readonly string[];
  readonly score: number;
}

/** Headers stand within the first rows, below merged titles and notes. */
const mostTitleRows = 20;

/** The best way to read a sheet as one of some registers; `undefined` when none fits at all. */
export function matchSheet(sheet: ImportSheet, registers: readonly Register[]): Match | undefined {
  const candidates = registers.flatMap((register) =>
    sheet.rows
      .slice(0, mostTitleRows)
      .map((header, headerRow) => matchHeader(register, header, headerRow)),
  );
  const named = (match: Match): number => (sheet.name.includes(match.register.title.zh) ? 1 : 0);
  const [best] = candidates
    .filter(({ columns }) => columns.size >= 2)
    .toSorted((a, b) => b.score + named(b) - a.score - named(a));
  return best;
}

function matchHeader(register: Register, header: readonly Cell[], headerRow: number): Match {
  const columns = new Map<string, number>();
  const wanted = Object.entries(register.columns).filter(([, column]) => isForStaff(column));
  const taken = new Set<number>();
  for (const fits of [isSame, isAlike])
    for (const [key, column] of wanted) {
      if (columns.has(key)) continue;
      const index = header.findIndex((cell, at) => !taken.has(at) && fits(words(cell), column));
      if (index < 0) continue;
      columns.set(key, index);
      taken.add(index);
    }
  const required = wanted.filter(([, column]) => column.required);
  const found = required.filter(([key]) => columns.has(key)).length;
  return {
    register,
    headerRow,
    columns,
    left: header.flatMap((cell, index) =>
      words(cell) === '' || taken.has(index) ? [] : [String(cell)],
    ),
    score:
      columns.size / Math.max(1, wanted.length) +
      (required.length === 0 ? 0 : found / required.length),
  };
}

/** A header without spaces, marks and a unit in brackets: `数 量（个）*` reads as `数量`. */
function words(cell: Cell): string {
  return plain(String(cell ?? ''))
    .replace(/[(（][^)）]*[)）]/g, '')
    .replace(/[\s*＊:：_\-/]/g, '')
    .toLowerCase();
}

function names(column: Column): string[] {
  return [column.title.zh, column.title.en, ...(column.formerly ?? [])].map(words);
}

function isSame(header: string, column: Column): boolean {
  return header !== '' && names(column).includes(header);
}

/** `物品名称` for 物品, `单价` within 参考单价: one holds the other, and both are words of two characters or more. */
function isAlike(header: string, column: Column): boolean {
  return (
    header.length >= 2 &&
    names(column).some(
      (name) => name.length >= 2 && (name.includes(header) || header.includes(name)),
    )
  );
}
