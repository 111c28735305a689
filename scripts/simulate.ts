import { writeFileSync } from 'node:fs';
import { argumentsOrExit } from './arguments.ts';
import { run } from './simulate/run.ts';
import { safeguards } from './simulate/safeguards.ts';
import { setUpSchool } from './simulate/school.ts';

const usage = `用法 Usage: npm run simulate -- --seed N --steps M [--seeds K] [--without SAFEGUARD] [--history FILE] [--log]

  Lives through seed N (and the K-1 after it, or several: 3,17,40) in virtual time; exit status 1 when one does not hold.
  Prints the SHA-256 of the history, the same for the same seed and steps.
  --without   takes a safeguard away, and stops at the first seed that shows it: ${[...safeguards.keys()].join(', ')}
  --history   writes what happened into a file, an event a line
  --log       shows the functions' own log`;

const { values } = argumentsOrExit(usage, {
  options: {
    seed: { type: 'string', default: '1' },
    steps: { type: 'string', default: '40' },
    seeds: { type: 'string', default: '1' },
    without: { type: 'string' },
    history: { type: 'string' },
    log: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);
const named = values.seed.split(',').map(whole);
const [steps, count] = [values.steps, values.seeds].map(whole);
const [first = Number.NaN] = named;
const seeds = count === 1 ? named : Array.from({ length: count ?? 0 }, (_, index) => first + index);
const without = values.without === undefined ? undefined : safeguards.get(values.without);

if (
  values.help ||
  !seeds.every((seed) => seed > 0) ||
  seeds.length === 0 ||
  !steps ||
  (values.without !== undefined && without === undefined)
) {
  console.error(usage);
  process.exit(values.help ? 0 : 2);
}

const school = await setUpSchool();
const failed: number[] = [];
for (const next of seeds) {
  const logged = values.log ? (line: string) => void process.stderr.write(line) : () => undefined;
  const outcome = await run({ seed: next, steps, school, without, logged });
  console.log(seeds.length === 1 ? outcome.digest : `${next} ${outcome.digest}`);
  if (values.history) writeFileSync(values.history, `${outcome.history.join('\n')}\n`);
  if (outcome.wrongs.length === 0) continue;
  failed.push(next);
  console.error(
    `seed ${next} does not hold:\n${outcome.wrongs.map((wrong) => `  ${wrong}`).join('\n')}`,
  );
  if (without) break;
}
if (failed.length > 0) process.exitCode = 1;
if (seeds.length > 1 && !without)
  console.error(
    `${seeds.length - failed.length} of ${seeds.length} seeds hold ${failed.join(' ')}`.trimEnd(),
  );
