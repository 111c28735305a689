import type { Register } from './register.ts';
import type { World } from './rule.ts';
import type { LocalDate } from './values.ts';

/** Rows of closed months that rules still look at, by register: the first day of them. */
export function neededClosed(
  registers: readonly Register[],
  world: World,
): ReadonlyMap<string, LocalDate> {
  const first = new Map<string, LocalDate>();
  for (const { key, needs } of registers) {
    if (!needs || !world.register(key)) continue;
    for (const [of, from] of needs(world)) {
      const before = first.get(of);
      if (before === undefined || from < before) first.set(of, from);
    }
  }
  return first;
}
