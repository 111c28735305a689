import { systemClock } from '#platform/clock.ts';
import { ConfigurationFailure } from '#platform/configuration.ts';
import { createGoogle, GoogleFailure } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { WorkbookFailure } from '#platform/workbook/index.ts';
import { registers } from '#schema/registers/index.ts';
import { argumentsOrExit } from './arguments.ts';
import { readSetUpEnvironment, type SetUpEnvironment } from './setup/environment.ts';
import { setUpSchool } from './setup/set-up-school.ts';
import { whatWasMade } from './setup/what-was-made.ts';

const usage = `Usage: npm run setup
Makes the school's spreadsheets, or adds what a new version needs; run again it changes nothing.
It reads the environment of the functions (docs/configuration.md), and
  HOUQIN_SCHOOL    the school's name, such as 青山中学
  HOUQIN_DIRECTOR  the director's address: drafts of plan and report go there alone
  HOUQIN_EDITORS   the accounts of the functions, comma separated`;

const { values } = argumentsOrExit(usage, {
  options: { help: { type: 'boolean', default: false } },
});
if (values.help) console.log(usage);
else await run(environmentOrExit());

async function run(environment: SetUpEnvironment): Promise<void> {
  const { googleRoot, googleToken } = environment.configuration;
  // Only a person may make a shared drive; the stand-in takes any name that is no service account's.
  const token = googleToken ?? (googleRoot === undefined ? undefined : 'owner');
  const log = createLog({ write: (line) => process.stderr.write(line), level: 'warn' });
  const ports = { registers, clock: systemClock, random: systemRandom, log };
  const google = createGoogle({
    ...ports,
    ...(googleRoot === undefined ? {} : { root: googleRoot }),
    ...(token === undefined ? {} : { token }),
  });
  try {
    const school = await setUpSchool(environment, { ...ports, google });
    console.log(whatWasMade(school, registers, googleRoot));
  } catch (failure) {
    exit(
      1,
      `没有装完 Set-up did not finish: ${reasonOf(failure)}\n可以再运行一次 It can be run again.`,
    );
  }
}

function environmentOrExit(): SetUpEnvironment {
  try {
    return readSetUpEnvironment(process.env);
  } catch (failure) {
    if (!(failure instanceof ConfigurationFailure)) throw failure;
    return exit(2, `环境变量还不完整，见 docs/configuration.md\n${failure.message}`);
  }
}

/** What a person can act on; anything else is a fault of ours and is thrown on. */
function reasonOf(failure: unknown): string {
  if (failure instanceof WorkbookFailure) return `${failure.label.zh} ${failure.label.en}`;
  if (failure instanceof GoogleFailure) return `${failure.kind}: ${failure.message}`;
  throw failure;
}

function exit(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}
