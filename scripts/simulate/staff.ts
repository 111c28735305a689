import { idColumn } from '#platform/workbook/frame-columns.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Chance } from './chance.ts';
import { closedRowsOf } from './closed-view.ts';
import type { Entries, Entry } from './entries.ts';
import { shownIn } from './entries.ts';
import type { Gate } from './gate.ts';
import type { History } from './history.ts';
import { type Filled, filled } from './registers.ts';
import { type Entered, tabOf } from './sheet-view.ts';
import {
  cellRequest,
  copyRequest,
  dimensionRequest,
  moveRequest,
  sortRequest,
} from './staff-requests.ts';

/** People at their spreadsheets. */
export interface Staff {
  /** Does one thing with mouse and keyboard, whatever else is under way. */
  act(): Promise<void>;
}

/** A tab as somebody has it before them. */
interface Sight {
  readonly filled: Filled;
  readonly spreadsheetId: string;
  readonly sheetId: number;
  readonly header: readonly Entered[];
  readonly rows: readonly (readonly Entered[])[];
  /** Rows that tell of an entry; whether their id stands in another row too, and whether in one that tells the same. */
  readonly known: readonly {
    readonly rowIndex: number;
    readonly entry: Entry;
    readonly isAlone: boolean;
    readonly isTwin: boolean;
  }[];
}

/** What somebody does: requests, and what is true once Google has taken them. */
interface Deed {
  readonly what: string;
  readonly requests: readonly object[];
  readonly done?: () => void;
}

export function createStaff(parts: {
  readonly gate: Gate;
  readonly chance: Chance;
  readonly entries: Entries;
  readonly history: History;
  readonly spreadsheetOf: (workbook: string) => string;
}): Staff {
  const { gate, chance, entries, history, spreadsheetOf } = parts;
  let turn = 0;

  const look = (of: Filled): Sight => {
    const { register, marker } = of;
    const spreadsheetId = spreadsheetOf(register.workbook);
    const [header = [], ...rows] = tabOf(gate.google.state, spreadsheetId, register.key);
    const marks = entries.indexIn(header, register.key, marker);
    const ids = entries.indexIn(header, register.key, idColumn);
    const closed = closedRowsOf(gate.google.state, spreadsheetId);
    const known = rows.flatMap((row, index) => {
      const entry = entries.all.get(String(row[marks] ?? ''));
      const id = row[ids];
      const others = rows.filter((other) => id !== undefined && other !== row && other[ids] === id);
      // The other of two rows of a submission may have left with its month.
      const left = closed.filter((other) => other.id === id);
      const isTwin =
        others.some((other) => other[marks] === row[marks]) ||
        left.some(({ cells }) => cells[marker] === row[marks]);
      const isAlone = others.length + left.length === 0;
      return entry ? [{ rowIndex: index + 1, entry, isAlone, isTwin }] : [];
    });
    return { filled: of, spreadsheetId, sheetId: sheetIdOf(register.key), header, rows, known };
  };

  const deeds: readonly (readonly [number, (sight: Sight) => Deed | undefined])[] = [
    [5, typeRow],
    [4, editCell],
    [5, settle],
    [4, sortRows],
    [3, insertRow],
    [2, deleteRow],
    [2, copyRow],
    [1, moveColumn],
    [1, insertColumn],
    [1, renameHeader],
  ];

  function columnOf({ header, filled: { register } }: Sight, column: string): number {
    return entries.indexIn(header, register.key, column);
  }

  function typeRow(sight: Sight): Deed {
    turn += 1;
    const marker = `员工写的第${turn}条`;
    const { register } = sight.filled;
    const said = sight.filled.says(turn);
    // Some stop half-way, and go on later or never.
    const some = Object.entries(said).slice(0, chance.happens(0.7) ? undefined : 2);
    const cells = new Map<string, Entered>([
      [sight.filled.marker, marker],
      ...some.map(([column, value]) => [column, shownIn(sight.filled, column, value)] as const),
    ]);
    if (chance.happens(0.3)) for (const [column, value] of overOf(sight)) cells.set(column, value);
    const last = sight.rows.findLastIndex((row) => row.some((cell) => cell !== undefined));
    return {
      what: `types ${marker} into ${register.key}`,
      requests: [...cells].map(([column, value]) =>
        cellRequest(sight.sheetId, last + 2, columnOf(sight, column), value),
      ),
      done: () => {
        entries.all.set(marker, {
          marker,
          filled: sight.filled,
          by: 'staff',
          cells,
          copies: 0,
          deletions: 0,
        });
      },
    };
  }

  function editCell(sight: Sight): Deed | undefined {
    const found = chance.pickAny(
      sight.known.filter(({ entry, isAlone }) => isAlone && entry.copies === 0),
    );
    if (!found) return undefined;
    turn += 1;
    const column = chance.pick(sight.filled.remarks);
    const value = `备注${turn}`;
    return {
      what: `writes ${value} at ${found.entry.marker}`,
      requests: [cellRequest(sight.sheetId, found.rowIndex, columnOf(sight, column), value)],
      done: () => void found.entry.cells.set(column, value),
    };
  }

  function overOf({ filled: of }: Sight): readonly (readonly [string, Entered])[] {
    return Object.entries(of.over(turn));
  }

  /** Says of a row that it was over long ago, so that it leaves when its month is closed. */
  function settle(sight: Sight): Deed | undefined {
    const found = chance.pickAny(
      sight.known.filter(({ entry, isAlone }) => isAlone && entry.copies === 0),
    );
    if (!found) return undefined;
    turn += 1;
    const over = overOf(sight);
    return {
      what: `says that ${found.entry.marker} was over long ago`,
      requests: over.map(([column, value]) =>
        cellRequest(sight.sheetId, found.rowIndex, columnOf(sight, column), value),
      ),
      done: () => {
        for (const [column, value] of over) found.entry.cells.set(column, value);
      },
    };
  }

  function sortRows(sight: Sight): Deed {
    const column = chance.below(sight.header.length);
    return {
      what: `sorts ${sight.filled.register.key} by column ${column}`,
      requests: [
        sortRequest(
          sight.sheetId,
          sight.header.length,
          column,
          chance.pick(['ASCENDING', 'DESCENDING']),
        ),
      ],
    };
  }

  function insertRow(sight: Sight): Deed {
    const at = chance.between(1, sight.rows.length + 1);
    return {
      what: `inserts a row before ${at} of ${sight.filled.register.key}`,
      requests: [dimensionRequest('insertDimension', sight.sheetId, 'ROWS', at)],
    };
  }

  function deleteRow(sight: Sight): Deed | undefined {
    const found = chance.pickAny(sight.known);
    if (!found) return undefined;
    return {
      what: `deletes a row of ${found.entry.marker}`,
      requests: [dimensionRequest('deleteDimension', sight.sheetId, 'ROWS', found.rowIndex)],
      done: () => {
        // Of a submission that was written twice the other row counts from then on.
        if (found.isTwin && found.entry.copies === 0) return;
        found.entry.deletions += 1;
        // A phone may write its row anew, without what staff had written there.
        const { remarks, over, says } = sight.filled;
        const sent = says(0);
        const added = [...remarks, ...Object.keys(over(0)).filter((column) => !(column in sent))];
        for (const column of added) found.entry.cells.delete(column);
      },
    };
  }

  function copyRow(sight: Sight): Deed | undefined {
    const found = chance.pickAny(sight.known.filter(({ isAlone }) => isAlone));
    if (!found) return undefined;
    const last = sight.rows.findLastIndex((row) => row.some((cell) => cell !== undefined));
    return {
      what: `copies the row of ${found.entry.marker}`,
      requests: [copyRequest(sight.sheetId, sight.header.length, found.rowIndex, last + 2)],
      done: () => {
        found.entry.copies += 1;
      },
    };
  }

  function moveColumn(sight: Sight): Deed {
    const from = chance.below(sight.header.length);
    const to = chance.below(sight.header.length);
    return {
      what: `moves column ${from} of ${sight.filled.register.key} to ${to}`,
      requests: [moveRequest(sight.sheetId, from, to)],
    };
  }

  function insertColumn(sight: Sight): Deed {
    turn += 1;
    const at = chance.between(1, sight.header.length - 1);
    return {
      what: `inserts a column of their own into ${sight.filled.register.key}`,
      requests: [
        dimensionRequest('insertDimension', sight.sheetId, 'COLUMNS', at),
        cellRequest(sight.sheetId, 0, at, `自用${turn}`),
      ],
    };
  }

  function renameHeader(sight: Sight): Deed {
    turn += 1;
    const { register, marker, remarks } = sight.filled;
    const column = chance.pick([marker, ...remarks]);
    const title = `改名${turn}`;
    return {
      what: `renames ${column} of ${register.key}`,
      requests: [cellRequest(sight.sheetId, 0, columnOf(sight, column), title)],
      done: () => entries.rename(register.key, column, title),
    };
  }

  return {
    act: () =>
      gate.inside(async () => {
        const sight = look(chance.pick(filled));
        const deed = chance.weighted(deeds)(sight);
        if (!deed) return;
        const response = await gate.google.byHand(
          new Request(`http://google.local/v4/spreadsheets/${sight.spreadsheetId}:batchUpdate`, {
            method: 'POST',
            headers: { authorization: 'Bearer staff', 'content-type': 'application/json' },
            body: JSON.stringify({ requests: deed.requests }),
          }),
        );
        if (response.ok) deed.done?.();
        const refused = response.ok ? undefined : (await response.text()).slice(0, 200);
        history.add('staff', { does: deed.what, ...(refused !== undefined && { refused }) });
      }),
  };
}
