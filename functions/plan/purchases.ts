import type { PlanMonth, Purchase } from '#schema/plan.ts';
import type { Register } from '#schema/register.ts';
import type { World } from '#schema/rule.ts';

/** What is to be bought in a month: 表4. */
export function purchasesOf(
  registers: readonly Register[],
  month: PlanMonth,
  world: World,
): readonly Purchase[] {
  return registers
    .flatMap((register) => register.plan?.purchases?.(world.rows(register.key), month, world) ?? [])
    .toSorted((a, b) => (a.neededBy < b.neededBy ? -1 : a.neededBy > b.neededBy ? 1 : 0));
}

/** What purchases are expected to cost together, in yuan; those without a price count nothing. */
export function amountOf(purchases: readonly Purchase[]): number {
  return purchases.reduce((sum, { estimate = 0, quantity }) => sum + estimate * quantity, 0);
}
