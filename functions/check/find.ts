import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';
import { frameRules } from '#schema/rules/frame.ts';

/** Everything that is wrong with the rows of some registers; pure. */
export function findAll(registers: readonly Register[], world: World): readonly Finding[] {
  return registers.flatMap((register) => {
    const rows = world.rows(register.key);
    return [...frameRules(register), ...register.rules].flatMap((rule) =>
      rule.check(register, rows, world),
    );
  });
}
