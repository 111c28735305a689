import { spoken } from './find-all.ts';
import type { Finding } from './finding.ts';
import type { Register } from './register.ts';
import type { Rule, World } from './rule.ts';
import { frameRules } from './rules/frame.ts';

/** Finds what is wrong again and again, and runs only the rules that a change can touch. */
export interface Finder {
  /** The same findings, in the same order, as `findAll`. */
  find(registers: readonly Register[], world: World): readonly Finding[];
}

/** What a rule found, and whether it would see the same in another world. */
interface Remembered {
  readonly found: readonly Finding[];
  readonly holds: (world: World) => boolean;
}

/**
 * Remembers of each rule what it looked at: rows of its own and of other registers, settings, calendar, the time. In a
 * world where all of that is the same it need not run, whatever its declaration says that it reads.
 *
 * Rows are the same when they are the same array: whoever reads tabs again must keep the array of a tab that did not
 * change.
 */
export function createFinder(): Finder {
  const remembered = new Map<Rule, Remembered>();
  const rulesOf = new Map<Register, readonly Rule[]>();

  const rules = (register: Register): readonly Rule[] => {
    const known = rulesOf.get(register) ?? [...frameRules(register), ...register.rules];
    rulesOf.set(register, known);
    return known;
  };

  const run = (register: Register, rule: Rule, world: World): readonly Finding[] => {
    const known = remembered.get(rule);
    if (known?.holds(world)) return known.found;
    const { watched, holds } = watch(world);
    const found = rule.check(register, watched.rows(register.key), watched);
    remembered.set(rule, { found, holds });
    return found;
  };

  return {
    find: (registers, world) =>
      registers.flatMap((register) =>
        spoken(
          register,
          rules(register).flatMap((rule) => run(register, rule, world)),
          world,
        ),
      ),
  };
}

/** A world that notes what is looked at, and whether another world looks the same there. */
function watch(world: World): {
  readonly watched: World;
  readonly holds: (other: World) => boolean;
} {
  const looks = new Map<string, (other: World) => boolean>();
  const note = <T>(what: string, see: (of: World) => T): T => {
    const seen = see(world);
    looks.set(what, (other) => see(other) === seen);
    return seen;
  };
  const { settings } = world;
  return {
    watched: {
      ...world,
      rows: (key) => note(`rows ${key}`, (of) => of.rows(key)),
      register: (key) => note(`register ${key}`, (of) => of.register(key)),
      settings: {
        declared: settings.declared,
        number: (key) => note(`number ${key}`, (of) => of.settings.number(key)),
        text: (key) => note(`text ${key}`, (of) => of.settings.text(key)),
      },
      get now() {
        return note('now', (of) => of.now);
      },
      get calendar() {
        // A calendar follows from its rows.
        note('calendar', (of) => of.rows('calendar'));
        return world.calendar;
      },
    },
    holds: (other) => [...looks.values()].every((same) => same(other)),
  };
}
