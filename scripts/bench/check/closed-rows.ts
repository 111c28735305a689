import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import * as z from 'zod';

const measured = z.object({
  /** One check after an edit, at each size: the median of some. */
  checks: z.array(z.object({ closedRows: z.number(), calls: z.number(), seconds: z.number() })),
  readAllOverOurs: z.number(),
  comparedAt: z.number(),
});

/**
 * What one check costs as closed rows grow, measured in a process of its own.
 *
 * @param state the state of a stand-in that holds the school; it is not changed
 */
export async function closedRows(state: string): Promise<z.infer<typeof measured>> {
  const program = fileURLToPath(new URL('measure-closed-rows.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, [program, state], {
    maxBuffer: 10_000_000,
  });
  return measured.parse(JSON.parse(stdout));
}
