import { execFile } from 'node:child_process';
import { projectFolder } from '#scripts/bundle/project-folder.ts';

/** How the simulation ended. */
export interface Simulated {
  /** The exit status. */
  readonly status: number;
  /** What it printed: a digest, or a seed and its digest a line. */
  readonly printed: readonly string[];
  /** What it said did not hold. */
  readonly said: string;
}

/** Runs the simulation as a person does, in a process of its own: it takes the time of its process over. */
export function simulate(...args: readonly string[]): Promise<Simulated> {
  return new Promise((resolve) => {
    const program = ['scripts/launch.mjs', 'scripts/simulate.ts', ...args];
    const options = { cwd: projectFolder, maxBuffer: 100_000_000 };
    execFile(process.execPath, program, options, (error, printed, said) =>
      resolve({
        status: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
        printed: printed.trim().split('\n'),
        said,
      }),
    );
  });
}
