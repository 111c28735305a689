import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Bench } from './bench.ts';

const sizes = [10_000, 100_000, 1_000_000];
const measured = z.object({
  rows: z.number(),
  seconds: z.number(),
  findings: z.number(),
  peakMb: z.number(),
  slowest: z.string(),
});

/** The whole check in memory: every rule over all rows of all registers. */
export const rules: Bench = {
  name: 'rules',
  about: 'Every rule over all rows of all registers in memory, at three sizes',
  run: async () => {
    const program = fileURLToPath(new URL('rules/measure.ts', import.meta.url));
    const results = sizes.map((size) =>
      measured.parse(
        JSON.parse(
          execFileSync(process.execPath, ['--max-old-space-size=12000', program, String(size)], {
            encoding: 'utf8',
            maxBuffer: 10_000_000,
          }),
        ),
      ),
    );
    return {
      figures: {
        rows: results.map(({ rows }) => rows),
        seconds: results.map(({ seconds }) => Number(seconds.toFixed(3))),
        peak_mb: results.map(({ peakMb }) => Math.round(peakMb)),
      },
      table: [
        ['rows', 'seconds', 'µs a row', 'findings', 'peak MB', 'slowest rule'],
        ...results.map(({ rows, seconds, findings, peakMb, slowest }) => [
          String(rows),
          seconds.toFixed(2),
          ((seconds / rows) * 1e6).toFixed(2),
          String(findings),
          String(Math.round(peakMb)),
          slowest,
        ]),
      ],
      notes: [
        'Rows are the demo school’s two months again and again, each eight weeks earlier; its lists stay as they are.',
      ],
    };
  },
};
