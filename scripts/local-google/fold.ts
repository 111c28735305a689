import type { Clock } from '#platform/clock.ts';

/**
 * Folds what happens often into one action per key and span of time.
 * `first` acts at once and again at the end of the span if more happened; `last` acts only at the end.
 */
export function createFold(
  clock: Clock,
  milliseconds: number,
  when: 'first' | 'last',
  act: (key: string) => void,
): (key: string) => void {
  const more = new Map<string, boolean>();
  const run = async (key: string) => {
    if (when === 'first') act(key);
    await clock.sleep(milliseconds);
    const again = when === 'last' || more.get(key) === true;
    more.delete(key);
    if (!again) return;
    if (when === 'last') act(key);
    else start(key);
  };
  const start = (key: string) => {
    more.set(key, false);
    void run(key);
  };
  return (key) => {
    if (more.has(key)) more.set(key, true);
    else start(key);
  };
}
