import { type ParseArgsConfig, parseArgs } from 'node:util';

/** What stands behind a command, or its usage and exit status 2 where that cannot be understood. */
export function argumentsOrExit<const Config extends ParseArgsConfig>(
  usage: string,
  config: Config,
): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs<Config>(config);
  } catch (failure) {
    if (!(failure instanceof TypeError)) throw failure;
    console.error(`看不懂 Not understood: ${failure.message}\n\n${usage}`);
    process.exit(2);
  }
}
