import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { DemoLength } from './demo.ts';
import { defaultStateFolder } from './state-folder.ts';

export const startUsage = `Usage: npm start -- [options]
  --port N         port of the functions on 127.0.0.1 (8080)
  --state FOLDER   where everything is kept between starts (${defaultStateFolder})
  --empty          start without the demo school: its first six systems are on, the others wait in 设置
  --demo full      start with eighteen months of the demo school, some 95,000 rows, instead of two months;
                   takes one to three minutes the first time, in which Google's quota is off
  --help           show this
With GOOGLE_API_ROOT set, that server is used as Google and no other is started.`;

export interface StartOptions {
  readonly port: number;
  readonly state: string;
  readonly empty: boolean;
  readonly demo: DemoLength;
}

const shape = z.object({
  port: z.coerce
    .number('--port takes a number')
    .int()
    .min(1)
    .max(65_535, '--port takes 1 to 65535'),
  state: z.string().min(1, '--state takes a folder'),
  empty: z.boolean(),
  demo: z.enum(['short', 'full'], '--demo takes full or short'),
});

/** Reads the command line of `npm start`; `help` when it asks for that. Throws with what is wrong. */
export function startOptions(args: readonly string[]): StartOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8080' },
      state: { type: 'string', default: defaultStateFolder },
      empty: { type: 'boolean', default: false },
      demo: { type: 'string', default: 'short' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const read = shape.safeParse(values);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  return read.data;
}
