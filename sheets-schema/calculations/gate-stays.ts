import { type Row, textAt, valueAt } from '../row.ts';
import type { World } from '../rule.ts';
import type { Span } from '../span.ts';
import { plain } from '../spelling.ts';
import { localDateTime, type RowId } from '../values.ts';

/** Somebody's, or a car's, time inside the gate. */
export interface Stay {
  readonly row: Row;
  readonly arrived: string;
  /** When it ended, by its own row or by 离校登记; '' while it goes on. */
  readonly left: string;
  /** Whether the badge came back; `undefined` when nobody said. */
  readonly badgeBack: boolean | undefined;
  readonly documentBack: boolean | undefined;
}

/** The stays of a register, and the departures that belong to nobody who came in. */
export interface Stays {
  readonly stays: ReadonlyMap<RowId, Stay>;
  /** Ids of departures that ended a stay. */
  readonly used: ReadonlySet<RowId>;
}

/** What a row of the gate is known by: badge, plate or name, in the order in which they are looked for. */
function gateKeys(row: Row): readonly string[] {
  const said = [
    ['badge', textAt(row, 'badge')],
    ['plate', textAt(row, 'plate')],
    ['name', textAt(row, 'name') || textAt(row, 'regular')],
  ] as const;
  return said
    .map(([kind, text]) => [kind, plain(text).toLowerCase()] as const)
    .filter(([, text]) => text !== '')
    .map(([kind, text]) => `${kind} ${text}`);
}

/**
 * Puts arrivals and 离校登记 together: a departure ends the last open stay with the same badge, else plate, else
 * name. Rows that say themselves when they left need no departure.
 */
export function staysOf(rows: readonly Row[], world: World): Stays {
  const stays = new Map<RowId, Stay>();
  const used = new Set<RowId>();
  const open = new Map<string, Row[]>();
  for (const { row, comes } of timeline(rows, world.rows('departures'))) {
    if (comes) {
      const left = textAt(row, 'left');
      stays.set(row.id, {
        row,
        arrived: textAt(row, 'arrived'),
        left,
        badgeBack: yesNo(row, 'badgeBack'),
        documentBack: yesNo(row, 'documentBack'),
      });
      if (left === '') for (const key of gateKeys(row)) push(open, key, row);
      continue;
    }
    const stayed = gateKeys(row)
      .map((key) => lastOpen(open.get(key), stays))
      .find((candidate) => candidate !== undefined);
    if (!stayed) continue;
    used.add(row.id);
    stays.set(stayed.row.id, {
      ...stayed,
      left: textAt(row, 'left'),
      badgeBack: stayed.badgeBack ?? yesNo(row, 'badgeBack'),
      documentBack: stayed.documentBack ?? yesNo(row, 'documentBack'),
    });
  }
  return { stays, used };
}

/** When each row's stay is or was; one that goes on has no end yet. */
export function staySpans(rows: readonly Row[], world: World): (row: Row) => Span | undefined {
  const { stays } = staysOf(rows, world);
  return (row) => {
    const arrived = localDateTime.safeParse(textAt(row, 'arrived'));
    const left = localDateTime.safeParse(stays.get(row.id)?.left);
    return arrived.success
      ? { from: arrived.data, until: left.success ? left.data : forever }
      : undefined;
  };
}

/** The end of a stay that goes on. */
const forever = localDateTime.parse('9999-12-31T00:00:00');

/** Those of some rows that are still inside. */
export function insideNow(rows: readonly Row[], world: World): readonly Row[] {
  const { stays } = staysOf(rows, world);
  return [...stays.values()].filter(({ left }) => left === '').map(({ row }) => row);
}

/** Tells of a row whether its stay goes on. */
export function stillInside(rows: readonly Row[], world: World): (row: Row) => boolean {
  const inside = new Set(insideNow(rows, world).map(({ id }) => id));
  return ({ id }) => inside.has(id);
}

/** Whether the gate has closed on a stay that goes on: the day is over, or closing time has come. */
export function pastClosing(stay: Stay, closing: string, world: World): boolean {
  if (stay.left !== '') return false;
  const closed = `${stay.arrived.slice(0, 10)}T${closing}:00`;
  return stay.arrived <= closed
    ? world.now >= closed
    : stay.arrived.slice(0, 10) < world.now.slice(0, 10);
}

function timeline(arrivals: readonly Row[], departures: readonly Row[]) {
  const events = [
    ...arrivals.map((row) => ({ row, at: textAt(row, 'arrived'), comes: true })),
    ...departures.map((row) => ({ row, at: textAt(row, 'left'), comes: false })),
  ].filter(({ at }) => at !== '');
  return events.toSorted(
    (a, b) =>
      compare(a.at, b.at) ||
      Number(b.comes) - Number(a.comes) ||
      compare(a.row.sequence, b.row.sequence),
  );
}

function lastOpen(rows: Row[] | undefined, stays: ReadonlyMap<RowId, Stay>): Stay | undefined {
  while (rows !== undefined && rows.length > 0) {
    const row = rows.pop();
    const stay = row && stays.get(row.id);
    if (stay?.left === '') return stay;
  }
  return undefined;
}

function push(open: Map<string, Row[]>, key: string, row: Row): void {
  const own = open.get(key);
  if (own) own.push(row);
  else open.set(key, [row]);
}

function yesNo(row: Row, column: string): boolean | undefined {
  const said = valueAt(row, column);
  return typeof said === 'boolean' ? said : undefined;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
