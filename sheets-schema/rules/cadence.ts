import {
  daysDone,
  firstDayDone,
  type Obligation,
  obligations,
  type Recurring,
} from '../calculations/cadence.ts';
import type { Finding } from '../finding.ts';
import type { Label } from '../language.ts';
import type { Rule, World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate } from '../values.ts';

/**
 * What is due again and again is done each time. One finding a span of days and owner, however many things were
 * left out, so that a forgotten day is one line and not thirty. Spans that have not ended are not judged, nor
 * those that began before the first entry of the register or ended before the days that are looked back.
 *
 * @param happened column with the moment at which something was done
 * @param of column that says what was done
 * @param due what is due, how often, and who answers for it
 * @param lookBack days that are looked back: what was left out longer ago cannot be made good
 * @param message said for all that an owner left out in one span
 */
export function cadence<const K extends string>(rule: {
  readonly happened: K;
  readonly of: K;
  readonly reads: readonly string[];
  readonly due: (world: World) => readonly Recurring[];
  readonly lookBack: (world: World) => number;
  readonly message: (left: readonly [Obligation, ...Obligation[]]) => Label;
}): Rule<K> {
  const key = `cadence-${rule.of}`;
  return {
    key,
    columns: [rule.happened, rule.of],
    reads: rule.reads,
    catches: { zh: '到期未做', en: 'Due and not done' },
    check: (register, rows, world) => {
      const done = daysDone(rows, rule.happened, rule.of);
      const yesterday = plusDays(dayOf(world.now), -1);
      const earliest = plusDays(yesterday, 1 - rule.lookBack(world));
      const began = firstDayDone(done) ?? yesterday;
      const within = { from: later(began, earliest), to: yesterday };
      const left = obligations(rule.due(world), done, within, world.calendar).filter(
        ({ done: wasDone, span }) => !wasDone && span.from >= began,
      );
      const together = Map.groupBy(left, ({ recurring, span }) =>
        [recurring.cadence, span.from, recurring.owner].join(' '),
      );
      return [...together].flatMap(([about, [first, ...others]]): Finding[] =>
        first === undefined
          ? []
          : [
              {
                register: register.key,
                rule: key,
                severity: 'must',
                message: rule.message([first, ...others]),
                about,
              },
            ],
      );
    },
  };
}

function later(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? b : a;
}
