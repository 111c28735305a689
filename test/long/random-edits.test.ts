import fc from 'fast-check';
import { expect, it } from 'vitest';
import { stretches } from '../random-edits/edits.ts';
import { play } from '../random-edits/play.ts';

const runs = Number(process.env.HOUQIN_LONG_RUNS ?? 1_500);
const seed = Number(process.env.HOUQIN_LONG_SEED ?? 20261124);

it(`whatever staff do in ${runs} random days: the audit tells it, what they typed stands, findings are those of a look from nothing`, async () => {
  let played = 0;
  await fc.assert(
    fc.asyncProperty(fc.noBias(stretches(6)), async (days) => {
      expect(await play(`random edits ${seed}`, days)).toEqual([]);
      played += 1;
    }),
    { numRuns: runs, seed, endOnFailure: true },
  );
  console.log(`random edits: ${played} runs from seed ${seed}, none with a finding`);
});
