import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { standIn } from '../../../local-google/stand-in.ts';
import { settledOn } from './answering.ts';

/** Our Google over the stand-in, and a bare client beside it that looks at what came of it. */
export function onStandIn(token: string) {
  const { google: local, clock, as } = standIn({ log: () => {} });
  const asAccount = (account: string) =>
    createGoogle({
      root: 'http://google.local/',
      token: account,
      fetchImplementation: (input, init) => local.fetch(new Request(input, init)),
      clock,
      log: createLog({ write: () => {} }),
      random: seededRandom(account),
    });
  const google = asAccount(token);
  return {
    google,
    asAccount,
    clock,
    faults: local.faults,
    bare: as(token),
    settled: settledOn(clock),
  };
}

/** The answer to a call is lost once, after Google has done it. */
export const lostAnswer = (method: string) => [
  { match: { method }, kind: 'reset-after' as const, times: 1 },
];
