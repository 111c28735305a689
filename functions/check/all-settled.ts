import { isOver } from './leased-run.ts';

/**
 * What comes of several works side by side, once each of them has come to an end: one that went on after the others
 * were given up would write beside whoever begins anew. Of failures the one is thrown that ends the lease, if there is
 * one.
 */
export async function allSettled<T>(works: readonly Promise<T>[]): Promise<T[]> {
  const outcomes = await Promise.allSettled(works);
  const failures = outcomes.flatMap((outcome) =>
    outcome.status === 'rejected' ? [outcome.reason] : [],
  );
  if (failures.length > 0) throw failures.find(isOver) ?? failures[0];
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
}
