import { type Sequence, sequence } from '#schema/values.ts';
import type { Clock } from '../clock.ts';
import type { Random } from '../random.ts';

/**
 * Makes sequence numbers of one writer without a read: time, then writer, then a counter (hard point 6).
 * Later calls give greater numbers, also within a millisecond and when the clock is set back.
 */
export function createSequence({
  clock,
  random,
}: {
  clock: Clock;
  random: Random;
}): () => Sequence {
  const [a = 0, b = 0, c = 0] = random.bytes(3);
  const writer = base36((a << 16) | (b << 8) | c, 4);
  let lastTime = 0;
  let counter = 0;
  return () => {
    const now = clock.now().getTime();
    if (now > lastTime) {
      lastTime = now;
      counter = 0;
    } else {
      counter += 1;
      if (counter === 36 ** 4) {
        lastTime += 1;
        counter = 0;
      }
    }
    return sequence.parse(`${base36(lastTime, 9)}-${writer}-${base36(counter, 4)}`);
  };
}

function base36(number: number, digits: number): string {
  return number.toString(36).padStart(digits, '0').slice(-digits);
}
