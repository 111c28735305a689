import type { Register } from './register.ts';
import { teamOf } from './reminders/looks-after.ts';
import { staffToday } from './reminders/staff.ts';
import { type Row, textAt } from './row.ts';
import type { World } from './rule.ts';
import { plain } from './spelling.ts';

/** How a register's unfinished rows are told from the others: by the words of a state, or by a column still blank. */
export type UnfinishedMark =
  | { readonly column: string; readonly ends: readonly string[] }
  | { readonly column: string };

/** Keys of states after which nothing more is to be done with a row. */
const endedStates: ReadonlySet<string> = new Set([
  'done',
  'dropped',
  'closed',
  'cancelled',
  'refused',
  'delivered',
  'ended',
  'stopped',
  'held',
  'claimed',
  'handedOn',
]);

/** Columns that are filled when a row comes to its end. */
const endColumns = ['left', 'returned', 'mended', 'doneOn'];

/** What tells an unfinished row of a register; nothing where rows record what is over. */
export function unfinishedMark({ columns, happened }: Register): UnfinishedMark | undefined {
  const { state } = columns;
  if (state?.kind === 'choice') {
    const ends = Object.entries(state.choices).filter(([key]) => endedStates.has(key));
    if (ends.length > 0) return { column: 'state', ends: ends.map(([, { zh }]) => zh) };
  }
  const column = endColumns.find((key) => {
    const kind = columns[key]?.kind;
    return key !== happened && (kind === 'date' || kind === 'moment');
  });
  return column === undefined ? undefined : { column };
}

/** The column that says whose a row is: its owner, else the first that names one of the staff. */
export function answeredByColumn({ key, columns }: Register): string | undefined {
  // In 人员 a row is about somebody; it is not theirs.
  if (key === 'people') return undefined;
  if (columns.owner !== undefined) return 'owner';
  return Object.entries(columns).find(
    ([, column]) => column.kind === 'reference' && column.to === 'people' && !column.personal,
  )?.[0];
}

/**
 * Who answers for a row, or for a register as a whole: whoever the row names, else the leaders of the team that looks
 * after the register (班长负责制, R2); '' when neither is known.
 */
export function answeredBy(register: Register, row: Row | undefined, world: World): string {
  const column = answeredByColumn(register);
  const named = row && column !== undefined ? textAt(row, column).trim() : '';
  if (named !== '') return named;
  const team = plain(teamOf(register, world) ?? '');
  if (team === '') return '';
  const leaders = staffToday(world).filter(
    (person) => person.leader && plain(person.team) === team,
  );
  return leaders.map(({ name }) => name).join('、');
}
