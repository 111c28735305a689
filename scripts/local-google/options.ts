import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import type { User } from './principal.ts';
import { userList } from './principal.ts';

export const usage = `Usage: npm run local-google -- [options]
  --port N         port on 127.0.0.1 (8790; 0 takes any that is free)
  --state FILE     keep the state in FILE and FILE.journal (without it: in memory only)
  --quota on|off   the request quotas of Google Sheets (on)
  --latency MS     milliseconds each request takes (0)
  --push-delay S   seconds over which Drive folds its notifications (180)
  --on-edit URL    play the on-edit script: post the id of an edited spreadsheet to URL,
                   signed if HOUQIN_HOOK_SECRET is set
  --users FILE     only these may call: JSON, [{"token": …, "email": …, "kind": "user"|"service"}]
  --help           show this`;

export interface MainOptions {
  readonly port: number;
  readonly state?: string;
  readonly quota: 'on' | 'off';
  readonly latency: number;
  readonly pushDelay: number;
  readonly onEdit?: string;
  readonly users?: readonly User[];
}

const whole = (name: string, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `--${name} takes a whole number`)
    .transform(Number)
    .pipe(z.number().max(most, `--${name} takes at most ${most}`));

const shape = z.object({
  port: whole('port', 65_535),
  state: z.string().min(1, '--state takes the name of a file').optional(),
  quota: z.enum(['on', 'off'], '--quota takes on or off'),
  latency: whole('latency', 600_000),
  'push-delay': whole('push-delay', 86_400),
  'on-edit': z
    .url({ protocol: /^https?$/, error: '--on-edit takes an http or https address' })
    .optional(),
  users: z.string().optional(),
});

/** Reads the command line; `help` if it asks for that. Throws an error that says what is wrong. */
export function readOptions(args: readonly string[]): MainOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      port: { type: 'string', default: '8790' },
      state: { type: 'string' },
      quota: { type: 'string', default: 'on' },
      latency: { type: 'string', default: '0' },
      'push-delay': { type: 'string', default: '180' },
      'on-edit': { type: 'string' },
      users: { type: 'string' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const read = shape.safeParse(values);
  if (!read.success) throw new Error(read.error.issues.map(({ message }) => message).join('\n'));
  const { port, state, quota, latency, users } = read.data;
  const onEdit = read.data['on-edit'];
  return {
    port,
    ...(state !== undefined && { state }),
    quota,
    latency,
    pushDelay: read.data['push-delay'] * 1000,
    ...(onEdit !== undefined && { onEdit }),
    ...(users !== undefined && { users: readUsers(users) }),
  };
}

function readUsers(file: string): readonly User[] {
  try {
    return userList.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    const why =
      error instanceof z.ZodError
        ? z.prettifyError(error)
        : error instanceof Error
          ? error.message
          : String(error);
    throw new Error(`--users ${file}: ${why}`);
  }
}
