import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretches } from '../../random-edits/edits.ts';
import { play } from '../../random-edits/play.ts';

/** Thousands more are played by `npm run test:long`. */
it('whatever staff do, also between two calls of ours: the audit tells it, what they typed stands, findings are those of a look from nothing', async () => {
  await fc.assert(
    fc.asyncProperty(fc.noBias(stretches(3)), async (days) => {
      expect(await play('random edits', days)).toEqual([]);
    }),
    { numRuns: 20, seed: 20261124, endOnFailure: true },
  );
}, 300_000);
