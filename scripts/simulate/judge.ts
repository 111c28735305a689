import type { AuditTab } from './audit-view.ts';
import { counts, type EndRow, type EndTab, endRows } from './end-rows.ts';
import type { Entries, Entry } from './entries.ts';
import { wrongAudit, wrongStock } from './judge-books.ts';
import type { Observer } from './observer.ts';
import { type Submission, taken } from './phones.ts';
import type { Entered } from './sheet-view.ts';

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

function wrongAnswer({ id, marker, answer }: Submission): string[] {
  if (answer === undefined) return [`${marker} (${id}) was never answered for good`];
  if (taken.has(answer) || answer === 409) return [];
  return [`${marker} (${id}) was answered ${answer}`];
}

function wrongEntry(
  entry: Entry,
  { submissions }: Judged,
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
      `${entry.marker} counts ${counting.length} times in ${key}, should ${wanted} (${told.length} rows, ${told.filter(({ isClosed }) => isClosed).length} closed, ${entry.copies} copies, ${entry.deletions} deleted, answered ${submission?.answer})`,
    );
  for (const [column, value] of entry.cells) {
    // What staff wrote at one of two rows of a submission stands there.
    if (counting.length > 0 && !told.some(({ said }) => said(column) === value))
      wrongs.push(
        `${entry.marker} says ${String(told[0]?.said(column))} under ${column}, should ${String(value)}`,
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
    .filter(({ marker, isCarried }) => !isCarried && !entries.all.has(marker))
    .map(({ shown }) => `nobody entered this row of ${key}: ${shown}`);
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
