import { peopleMeant } from '../calculations/people-meant.ts';
import { type Row, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plain } from '../spelling.ts';
import { plusDays } from '../time.ts';
import { localDate } from '../values.ts';
import { clip } from '../wording.ts';
import { leftOut } from './left-out.ts';

/** The day by which those who missed it have made up for it. */
function madeUpBy(world: World) {
  const days = world.settings.number('trainings.makeUpDays');
  return (row: Row) => {
    const held = localDate.safeParse(textAt(row, 'held').slice(0, 10));
    return textAt(row, 'state') === 'held' && held.success ? plusDays(held.data, days) : undefined;
  };
}

/** Whoever was expected at a training and missed it makes up for it within some days (B6). */
export const missedTraining: Rule<'name' | 'state' | 'held' | 'expected'> = leftOut({
  key: 'missed',
  columns: ['expected', 'name', 'state', 'held'],
  reads: ['people', 'attendance', 'leave'],
  due: madeUpBy,
  meant: (world) => {
    const meantBy = peopleMeant(world);
    return (row) => {
      const day = localDate.safeParse(textAt(row, 'held').slice(0, 10));
      return day.success ? meantBy(textAt(row, 'expected'), day.data) : [];
    };
  },
  reached: (world) => {
    const came = Map.groupBy(
      world
        .rows('attendance')
        .filter((row) => ['present', 'late', 'madeUp'].includes(textAt(row, 'state'))),
      (row) => plain(textAt(row, 'training')),
    );
    const byTraining = new Map(
      [...came].map(([name, rows]) => [
        name,
        new Set(rows.map((row) => plain(textAt(row, 'person')))),
      ]),
    );
    return (row) => byTraining.get(plain(textAt(row, 'name'))) ?? new Set<string>();
  },
  message: ([first, ...others]) => ({
    zh:
      others.length === 0
        ? `${clip(first, 8)}没参加，请补训补签`
        : `${clip(first, 6)}等 ${others.length + 1} 人没参加，请补训补签`,
    en:
      others.length === 0
        ? `${first} missed it: make up for it`
        : `${first} and ${others.length} more missed it: make up for it`,
  }),
});
