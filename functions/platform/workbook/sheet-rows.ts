import { valueOfCell } from '#schema/cell.ts';
import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { inSequence, type Row, type Unreadable, type Values } from '#schema/row.ts';
import { numberedColumns } from '#schema/row-number.ts';
import {
  type Cell,
  type RowId,
  rowId,
  type Sequence,
  sequence,
  type Value,
} from '#schema/values.ts';
import { type Birth, birthIn } from './birth.ts';
import {
  findingColumn,
  idColumn,
  originColumn,
  sentColumn,
  sequenceColumn,
} from './frame-columns.ts';
import type { TabLayout } from './layout.ts';

/** A row as it stands in the sheet, with or without its hidden id. */
export interface SheetRow {
  /** From 0; the header is row 0. */
  readonly rowIndex: number;
  readonly id: RowId | undefined;
  readonly sequence: Sequence | undefined;
  /** Fingerprint of the values first sent by a form. */
  readonly sent: string | undefined;
  /** What the row was born with, if code wrote it. */
  readonly birth?: Birth | undefined;
  /** What the look-up beside the row shows now. */
  readonly shownFinding: string;
  /** What stands beside it of how it came in. */
  readonly origin: string | undefined;
  readonly values: Values<Columns>;
  readonly unreadable: readonly Unreadable[];
  /** Only code filled something in, by position, where somebody took the row away meanwhile: it is none. */
  readonly isStray: boolean;
}

/** What is left of a row whose cells are all blank: its hidden id. */
export type BlankRow = Pick<SheetRow, 'rowIndex' | 'sequence' | 'sent' | 'birth'> & {
  readonly id: RowId;
};

/** The rows of a tab, told apart by their ids. */
export interface Identified {
  /** One row for each id, in sequence order. */
  readonly rows: readonly Row[];
  readonly numbered: ReadonlyMap<RowId, SheetRow>;
  /** Rows that staff typed or copied: they need an id and a sequence. */
  readonly unnumbered: readonly SheetRow[];
  /** One submission written twice: the later ones count nowhere (hard point 5c). */
  readonly repeated: readonly SheetRow[];
  /** Rows whose id was overwritten: they count as what they were born as, and are to be given it back. */
  readonly renamed: readonly Renamed[];
}

/** A row that stands under another id than it was born with. */
export interface Renamed {
  readonly row: SheetRow;
  readonly birth: Birth;
}

/** Reads the rows of a tab; a row exists when any column that people fill is not blank. */
export function sheetRows(
  register: Register,
  layout: TabLayout,
  cellsOf: (index: number) => readonly Cell[],
): { readonly rows: readonly SheetRow[]; readonly blanks: readonly BlankRow[] } {
  const columns = Object.keys(register.columns).flatMap((key) => {
    const index = layout.columns.get(key);
    return index === undefined ? [] : [[key, cellsOf(index)] as const];
  });
  const frame = (key: string): readonly Cell[] => {
    const index = layout.columns.get(key);
    return index === undefined ? [] : cellsOf(index);
  };
  const [ids = [], sequences, sents, findings, origins] = [
    idColumn,
    sequenceColumn,
    sentColumn,
    findingColumn,
    originColumn,
  ].map(frame);
  const telling = tellingColumns(register);
  const length = Math.max(ids.length, ...columns.map(([, cells]) => cells.length));
  const rows: SheetRow[] = [];
  const blanks: BlankRow[] = [];
  for (let rowIndex = 1; rowIndex < length; rowIndex += 1) {
    const values: Record<string, Value> = {};
    const unreadable: Unreadable[] = [];
    for (const [key, cells] of columns) {
      const column = register.columns[key];
      if (column === undefined) continue;
      const cell = cells[rowIndex];
      const reading = valueOfCell(column, cell);
      if (!reading.ok)
        unreadable.push({ column: key, shown: String(cell), problem: reading.problem });
      else if (reading.value !== undefined) values[key] = reading.value;
    }
    const said = [...Object.keys(values), ...unreadable.map(({ column }) => column)];
    const id = rowId.safeParse(ids[rowIndex]).data;
    const born = birthIn(textOf(sents?.[rowIndex]) ?? '');
    const frameCells = {
      rowIndex,
      sequence: sequence.safeParse(sequences?.[rowIndex]).data,
      sent: textOf(born.sent),
      birth: born.birth,
    };
    const isStray = born.birth === undefined && !said.some((column) => telling.has(column));
    // What code filled in is left of a row that staff cleared.
    if (id !== undefined && (isStray || said.length === 0)) blanks.push({ ...frameCells, id });
    if (said.length === 0) continue;
    rows.push({
      ...frameCells,
      id,
      shownFinding: textOf(findings?.[rowIndex]) ?? '',
      origin: textOf(origins?.[rowIndex]),
      values,
      unreadable,
      isStray,
    });
  }
  return { rows, blanks };
}

/** Columns by which a row is known to exist. */
function tellingColumns(register: Register): ReadonlySet<string> {
  const { columns, writtenByCode } = register;
  const numbered = new Set(numberedColumns(register).map(([column]) => column));
  const keys = Object.keys(columns);
  const filled = keys.filter((key) => !columns[key]?.filledByCode && !numbered.has(key));
  return new Set(writtenByCode || filled.length === 0 ? keys : filled);
}

function textOf(cell: Cell): string | undefined {
  return cell === undefined || cell === '' ? undefined : String(cell);
}

/** Tells rows apart by id: copies of a row are new rows, one submission written twice counts once. */
export function identify(read: readonly SheetRow[]): Identified {
  const rowsThere = read.filter(({ isStray }) => !isStray);
  const renamed = renamedRows(rowsThere);
  const births = new Map(renamed.map(({ row, birth }) => [row.rowIndex, birth]));
  const sheet = rowsThere.map((row) => ({ ...row, ...bornAs(births.get(row.rowIndex)) }));
  const numbered = new Map<RowId, SheetRow>();
  const unnumbered: SheetRow[] = [];
  const repeated: SheetRow[] = [];
  for (const row of sheet) {
    if (row.id === undefined || row.sequence === undefined) {
      unnumbered.push(row);
      continue;
    }
    const first = numbered.get(row.id);
    if (first?.sequence === undefined) numbered.set(row.id, row);
    else if (first.sequence === row.sequence)
      unnumbered.push({ ...row, id: undefined, sequence: undefined });
    else if (row.sequence < first.sequence) {
      numbered.set(row.id, row);
      repeated.push(first);
    } else repeated.push(row);
  }
  const rows = [...numbered.values()].flatMap((row): Row[] =>
    row.id === undefined || row.sequence === undefined
      ? []
      : [{ id: row.id, sequence: row.sequence, values: row.values, unreadable: row.unreadable }],
  );
  return { rows: inSequence(rows), numbered, unnumbered, repeated, renamed };
}

/**
 * Rows under another id than they were born with, while no row stands as that one was born: the id was overwritten. A
 * copy that staff made was given an id of its own, and is known by the row it was copied from.
 */
function renamedRows(sheet: readonly SheetRow[]): Renamed[] {
  const present = new Set(sheet.map(standing));
  const found = new Map<string, Renamed>();
  for (const row of sheet) {
    const { birth } = row;
    const born = birth && standing(birth);
    if (birth && born && standing(row) !== born && !present.has(born) && !found.has(born))
      found.set(born, { row, birth });
  }
  return [...found.values()];
}

function standing({ id, sequence: place }: Pick<SheetRow, 'id' | 'sequence'>): string {
  return `${id}/${place}`;
}

function bornAs(birth: Birth | undefined): Partial<SheetRow> {
  return birth ? { id: birth.id, sequence: birth.sequence } : {};
}
