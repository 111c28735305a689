import type { Finding } from './finding.ts';
import type { Register } from './register.ts';
import { textAt } from './row.ts';
import type { World } from './rule.ts';
import { frameRules } from './rules/frame.ts';
import { quietUntil } from './switches.ts';
import type { LocalDate, RowId } from './values.ts';

/** Everything that is wrong with the rows of some registers; pure. */
export function findAll(registers: readonly Register[], world: World): readonly Finding[] {
  return registers.flatMap((register) => {
    const rows = world.rows(register.key);
    const found = [...frameRules(register), ...register.rules].flatMap((rule) =>
      rule.check(register, rows, world),
    );
    return spoken(register, found, world);
  });
}

/** Of what was found, what is told: in 试运行 nothing of rows or days before the register's day. */
export function spoken(
  register: Register,
  found: readonly Finding[],
  world: World,
): readonly Finding[] {
  const until = quietUntil(register, world.settings);
  if (until === undefined) return found;
  const quiet = quietRows(register, until, world);
  return found.filter(({ row, about }) =>
    row === undefined ? !isAboutBefore(about, until) : !quiet.has(row),
  );
}

/** 试运行: rows from before the register's day are checked, but nothing is said of them. */
function quietRows(register: Register, until: LocalDate, world: World): ReadonlySet<RowId> {
  const { happened } = register;
  if (happened === undefined) return new Set();
  const isBefore = (when: string) => when !== '' && when.slice(0, 10) < until;
  return new Set(
    world
      .rows(register.key)
      .filter((row) => isBefore(textAt(row, happened)))
      .map(({ id }) => id),
  );
}

/** What is missing on a day or in a month (a shift, a check) is told as of that day. */
function isAboutBefore(about: string | undefined, until: LocalDate): boolean {
  const [day] = /^\d{4}-\d{2}(?:-\d{2})?/.exec(about ?? '') ?? [];
  return day !== undefined && day < until.slice(0, day.length);
}
