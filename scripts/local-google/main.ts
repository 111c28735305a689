import { systemClock } from '#platform/clock.ts';
import { systemRandom } from '#platform/random.ts';
import type { LocalGoogle } from './create-local-google.ts';
import { createLocalGoogle } from './create-local-google.ts';
import { createHandlers } from './handlers.ts';
import { openStateFile } from './journal.ts';
import type { MainOptions } from './options.ts';
import { readOptions, usage } from './options.ts';
import { addPages } from './pages/index.ts';
import { listen } from './server.ts';

const options = optionsOrExit();
if (options === 'help') console.log(usage);
else await run(options);

async function run({ port, state, quota, latency, pushDelay, onEdit, users }: MainOptions) {
  // The port first: a second stand-in started by mistake must not touch the state of the first.
  const ready = Promise.withResolvers<LocalGoogle>();
  const server = await listen(
    { fetch: async (request) => (await ready.promise).fetch(request) },
    port,
  ).catch((error: NodeJS.ErrnoException) => exit(1, portProblem(port, error)));
  const file = state === undefined ? undefined : openOrExit(state);
  const secret = process.env.HOUQIN_HOOK_SECRET;
  const google = createLocalGoogle({
    clock: systemClock,
    random: systemRandom,
    quota,
    latency,
    pushDelay,
    ...(file && { state: file.state, record: (entry) => recordOrExit(() => file.append(entry)) }),
    ...(onEdit !== undefined && { onEdit: { url: onEdit, ...(secret && { secret }) } }),
    ...(users && { users }),
  });
  addPages(google, { clock: systemClock });
  ready.resolve(google);
  const stop = async () => {
    google.stop();
    await server.close();
    file?.snapshot();
    file?.close();
    process.exit(0);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  process.once('disconnect', stop);
  console.log(`Google's stand-in listens on ${server.url}`);
  process.send?.({ port: server.port, url: server.url });
}

function portProblem(port: number, error: NodeJS.ErrnoException): string {
  return error.code === 'EADDRINUSE'
    ? `Port ${port} is in use by another program. Stop it, or choose another with --port.`
    : `Cannot listen on port ${port}: ${error.message}`;
}

function optionsOrExit(): MainOptions | 'help' {
  try {
    return readOptions(process.argv.slice(2));
  } catch (error) {
    return exit(2, `${messageOf(error)}\n\n${usage}`);
  }
}

function openOrExit(file: string) {
  try {
    return openStateFile(file, createHandlers());
  } catch (error) {
    const cause = error instanceof Error && error.cause ? `\n${messageOf(error.cause)}` : '';
    return exit(1, `${messageOf(error)}${cause}`);
  }
}

/** What cannot be written down must not be answered: better no stand-in than one that forgets. */
function recordOrExit(append: () => void): void {
  try {
    append();
  } catch (error) {
    exit(1, `The state file cannot be written: ${messageOf(error)}`);
  }
}

function exit(code: number, message: string): never {
  console.error(message);
  process.exit(code);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
