import { idColumn, sequenceColumn } from '#platform/workbook/frame-columns.ts';
import { numberedColumns } from '#schema/row-number.ts';
import type { AuditTab } from './audit-view.ts';
import type { Entries, Entry } from './entries.ts';
import type { Observer } from './observer.ts';
import type { Submission } from './phones.ts';
import type { Filled } from './registers.ts';
import type { Entered } from './sheet-view.ts';

/** A row of a register as it stands at the end. */
interface EndRow {
  readonly cells: readonly Entered[];
  readonly id: string;
  readonly sequence: string;
  readonly marker: string;
}

/** A register as it stands at the end. */
export interface EndTab {
  readonly filled: Filled;
  readonly rows: readonly (readonly Entered[])[];
}

export interface Judged {
  readonly entries: Entries;
  readonly submissions: readonly Submission[];
  readonly observer: Observer;
  readonly tabs: readonly EndTab[];
  readonly audit: readonly AuditTab[];
  /** What the functions say is in stock, by item. */
  readonly stock: ReadonlyMap<string, number>;
  /** Whether a check died, so that a row of staff may have lost its id to another. */
  readonly hasCheckDied: boolean;
  /** 待办 of all workbooks, cell by cell. */
  readonly matters: readonly (readonly Entered[])[];
}

const taken: ReadonlySet<number> = new Set([200, 201, 202, 303]);

/**
 * What does not hold at the end, in words; nothing when all does: each accepted submission is in its register exactly
 * once with what was sent, none is invented, answers agree with the sheet, and what staff entered stands as they left it.
 */
export function judge(judged: Judged): readonly string[] {
  const rows = new Map(
    judged.tabs.map((tab) => [tab.filled.register.key, endRows(tab, judged.entries)]),
  );
  return [
    ...judged.observer.wrongs,
    ...judged.submissions.flatMap(wrongAnswer),
    ...[...judged.entries.all.values()].flatMap((entry) =>
      (isRaced(entry, judged) ? wrongRaced : wrongEntry)(entry, judged, rows),
    ),
    ...[...rows].flatMap(([key, own]) => strangers(key, own, judged.entries)),
    ...judged.observer.commits
      .filter(({ id }) => !wasDeleted(id, judged))
      .flatMap((commit) => wrongRepeat(commit, judged.observer)),
    ...[...rows].flatMap(([key, own]) => unmarkedRepeats(key, own, judged.matters)),
    ...[...rows].flatMap(([key, own]) => wrongAudit(key, own, judged)),
    ...wrongStock(judged, rows.get('movements') ?? []),
    ...judged.audit
      .filter(({ isChained }) => !isChained)
      .map(({ workbook }) => `the audit of ${workbook} does not follow from its beginning`),
  ];
}

function endRows(
  { filled: of, rows: [header, ...rows] }: EndTab,
  entries: Entries,
): readonly EndRow[] {
  const { register, marker } = of;
  const at = (column: string) => entries.indexIn(header, register.key, column);
  const numbered = new Set(numberedColumns(register).map(([column]) => column));
  const own = Object.keys(register.columns)
    .filter((column) => !numbered.has(column))
    .map(at);
  const [ids, sequences, markers] = [idColumn, sequenceColumn, marker].map(at);
  return rows
    .filter((cells) => own.some((index) => cells[index] !== undefined))
    .map((cells) => ({
      cells,
      id: String(cells[ids ?? -1] ?? ''),
      sequence: String(cells[sequences ?? -1] ?? ''),
      marker: String(cells[markers ?? -1] ?? ''),
    }));
}

/** Of rows with one id the first in the order of events counts; a row without an id is one that was never given one. */
function counts(row: EndRow, rows: readonly EndRow[]): boolean {
  return !rows.some((other) => other.id === row.id && other.sequence < row.sequence);
}

function wrongAnswer({ id, marker, answer }: Submission): string[] {
  if (answer === undefined) return [`${marker} (${id}) was never answered for good`];
  if (taken.has(answer) || answer === 409) return [];
  return [`${marker} (${id}) was answered ${answer}`];
}

function wrongEntry(
  entry: Entry,
  { entries, submissions, tabs }: Judged,
  rows: ReadonlyMap<string, readonly EndRow[]>,
): string[] {
  const { key } = entry.filled.register;
  const all = rows.get(key) ?? [];
  const told = all.filter(({ marker }) => marker === entry.marker);
  const counting = told.filter((row) => counts(row, all));
  const submission = submissions.find(({ marker }) => marker === entry.marker);
  const isExpected = submission === undefined || taken.has(submission.answer ?? 0);
  const wanted = isExpected ? Math.max(0, 1 + entry.copies - entry.deletions) : 0;
  // Whoever tries again after staff deleted its row writes it anew.
  const most = submission && isExpected && entry.deletions > 0 ? 1 + entry.copies : wanted;
  const wrongs: string[] = [];
  if (counting.length < wanted || counting.length > most)
    wrongs.push(
      `${entry.marker} counts ${counting.length} times in ${key}, should ${wanted} (${told.length} rows, ${entry.copies} copies, ${entry.deletions} deleted, answered ${submission?.answer})`,
    );
  const header = tabs.find(({ filled: of }) => of.register.key === key)?.rows[0];
  for (const [column, value] of entry.cells) {
    const index = entries.indexIn(header, key, column);
    // What staff wrote at one of two rows of a submission stands there.
    if (counting.length > 0 && !told.some(({ cells }) => cells[index] === value))
      wrongs.push(
        `${entry.marker} says ${String(told[0]?.cells[index])} under ${column}, should ${String(value)}`,
      );
  }
  if (submission && isExpected && entry.copies === 0)
    for (const row of counting)
      if (row.id !== submission.id)
        wrongs.push(`${entry.marker} has the id ${row.id}, was sent as ${submission.id}`);
  for (const row of told)
    if (row.id === '' || row.sequence === '') wrongs.push(`${entry.marker} has no id or sequence`);
  return wrongs;
}

function strangers(key: string, rows: readonly EndRow[], entries: Entries): string[] {
  return rows
    .filter(({ marker }) => !entries.all.has(marker))
    .map(({ cells }) => `nobody entered this row of ${key}: ${JSON.stringify(cells)}`);
}

/**
 * Whether one id was used for two things, and two processes wrote them at the same moment or one of them was kept: one
 * counts under that id, the other stands beside it, marked, or under an id of its own.
 */
function isRaced({ marker }: Entry, { submissions, observer }: Judged): boolean {
  const id = submissions.find((submission) => submission.marker === marker)?.id;
  const reused = submissions.filter((submission) => submission.id === id);
  const writers = new Set(
    observer.commits.filter((commit) => commit.id === id).map(({ by }) => by),
  );
  return id !== undefined && reused.length > 1 && (writers.size > 1 || observer.kept.has(id));
}

/** What was accepted of it is there. */
function wrongRaced(
  { marker, deletions, filled: { register } }: Entry,
  { submissions }: Judged,
  rows: ReadonlyMap<string, readonly EndRow[]>,
): string[] {
  const isTaken = submissions.some((one) => one.marker === marker && taken.has(one.answer ?? 0));
  const isThere = rows.get(register.key)?.some((row) => row.marker === marker) ?? false;
  return isTaken && !isThere && deletions === 0 ? [`${marker} was accepted and is not there`] : [];
}

/** Whether staff deleted a row of that id: then it is right that a phone which tries again writes it anew. */
function wasDeleted(id: string, { submissions, entries }: Judged): boolean {
  return submissions.some(
    (submission) =>
      submission.id === id && (entries.all.get(submission.marker)?.deletions ?? 0) > 0,
  );
}

/**
 * A submission may be written twice only where nobody could know: the later write was on its way already, or another
 * process had taken it before the first was there, or its phone did not say that it tried again.
 */
function wrongRepeat(
  { id, by, sentAt, when }: Observer['commits'][number],
  { commits, arrivals }: Observer,
): string[] {
  const first = commits.find((commit) => commit.id === id);
  if (!first || (first.when === when && first.by === by)) return [];
  if (by !== first.by && sentAt < first.when) return [];
  const inTime = arrivals.filter(
    (arrival) => arrival.id === id && arrival.at === by && arrival.when <= sentAt,
  );
  // What it took before may have been under way ever since, and need not have been looked up.
  const knewNothing = inTime.some(
    ({ retry, when: then }) => then > sentAt - longestTry && (!retry || then <= first.when),
  );
  if (inTime.length === 0 || (by !== first.by && knewNothing)) return [];
  return [`${id} was written again by ${by}, ${when - first.when} ms after ${first.by}`];
}

/** A submission is under way for so many milliseconds at most. */
const longestTry = 90_000;

/**
 * The audit replays to what the sheet shows: what came last is there, what went last is not; and no row went that
 * nobody deleted.
 */
function wrongAudit(
  key: string,
  rows: readonly EndRow[],
  { audit, entries, hasCheckDied }: Judged,
): string[] {
  const present = new Set(rows.map(({ id }) => id));
  const told = audit.flatMap(({ lines }) => lines.filter(({ register }) => register === key));
  // What came before a moment that nobody saw may have gone in it, and the audit says so.
  const seen = audit.flatMap(({ lines }) =>
    lines
      .slice(lines.findLastIndex(({ what }) => what === 'blind') + 1)
      .filter(({ register }) => register === key),
  );
  const comings = new Map(
    seen
      .filter(({ what }) => what === 'added' || what === 'deleted')
      .map(({ row, what }) => [row, what]),
  );
  const astray = [...comings].filter(([row, what]) => present.has(row) !== (what === 'added'));
  const undeleted = [...entries.all.values()].filter(({ deletions }) => deletions === 0);
  const vanished = told.filter(
    ({ what, before }) =>
      what === 'deleted' &&
      !hasCheckDied &&
      undeleted.some(({ marker }) => before.includes(`"${marker}"`)),
  );
  return [
    ...astray.map(([row, what]) => `the audit says last that ${row} of ${key} was ${what}`),
    ...vanished.map(({ row }) => `the audit says that ${row} of ${key} was deleted; nobody did`),
  ];
}

/** Balances are those of the ledger replayed, from what people entered and how often it counts. */
function wrongStock({ entries, stock }: Judged, rows: readonly EndRow[]): string[] {
  const counting = rows.filter((row) => counts(row, rows));
  const replayed = new Map<string, number>(Array.from(stock.keys(), (item) => [item, 0]));
  for (const { marker } of counting) {
    const { cells } = entries.all.get(marker) ?? {};
    const [item, quantity] = [String(cells?.get('item')), Number(cells?.get('quantity') ?? 0)];
    const change = cells?.get('direction') === '出库' ? -quantity : quantity;
    replayed.set(item, (replayed.get(item) ?? 0) + change);
  }
  return [...stock].flatMap(([item, held]) =>
    held === replayed.get(item)
      ? []
      : [`the balance of ${item} is ${held}, the ledger replayed gives ${replayed.get(item)}`],
  );
}

/** Each row that does not count is marked as such in 待办. */
function unmarkedRepeats(
  key: string,
  rows: readonly EndRow[],
  matters: readonly (readonly Entered[])[],
): string[] {
  return rows
    .filter((row) => row.id !== '' && !counts(row, rows))
    .filter(
      ({ id, sequence }) =>
        !matters.some((line) => {
          const said = line.map(String).join('|');
          return said.includes('重复') && said.includes(id) && said.includes(sequence);
        }),
    )
    .map(({ id }) => `${id} stands twice in ${key}, and 待办 does not say so`);
}
