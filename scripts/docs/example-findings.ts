import { chineseHolidays } from '#platform/holidays.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import type { Finding } from '#schema/finding.ts';
import type { Register } from '#schema/register.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { localDate, localDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

/** The day on which the demo school of the pages is made, so that they say the same every day. */
const today = localDate.parse('2026-11-24');
const now = localDateTime.parse('2026-11-24T10:00:00');
const seed = 20260901;

/** One finding of each rule that the demo school trips, by register and rule. */
export function exampleFindings(registers: readonly Register[]): ReadonlyMap<string, Finding> {
  const school = makeDemoSchool({ seed, today, now, registers });
  const rows = new Map(registers.map(({ key }) => [key, demoRows(school, key)] as const));
  const world = worldOf({ registers, rows, now, publicHolidays: chineseHolidays });
  const examples = new Map<string, Finding>();
  for (const register of registers)
    for (const rule of [...frameRules(register), ...register.rules])
      for (const finding of rule.check(register, world.rows(register.key), world)) {
        const key = exampleKey(register.key, rule.key);
        if (!examples.has(key)) examples.set(key, finding);
      }
  return examples;
}

export function exampleKey(register: string, rule: string): string {
  return `${register}/${rule}`;
}
