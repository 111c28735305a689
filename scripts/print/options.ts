import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Register } from '#schema/register.ts';
import { monthFrom } from '#schema/spelling.ts';
import { defaultStateFolder } from '../local/state-folder.ts';

export const printUsage = `Usage: npm run print -- REGISTER [options]
  --month YYYY-MM    the month to print (the present one)
  --columns a,b      columns of the ledger, by key (those that the register prints)
  --paper KEY        another sheet of the register instead of its ledger, such as wall or count
  --pdf FILE         write a PDF; without it the address of the page is printed, to open in a browser
  --state FOLDER     where "npm start" keeps everything (${defaultStateFolder})`;

export interface PrintOptions {
  readonly register: string;
  readonly month: string | undefined;
  readonly columns: string | undefined;
  readonly paper: string | undefined;
  readonly pdf: string | undefined;
  readonly state: string;
}

const file = z.string().min(1, '--pdf takes a file');

/** Reads the command line of `npm run print`. Throws with what is wrong. */
export function printOptions(
  args: readonly string[],
  registers: readonly Register[],
): PrintOptions {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      month: { type: 'string' },
      columns: { type: 'string' },
      paper: { type: 'string' },
      pdf: { type: 'string' },
      state: { type: 'string', default: defaultStateFolder },
    },
  });
  const [key] = positionals;
  const register = registers.find((candidate) => candidate.key === key);
  if (!register) {
    const keys = registers.map((each) => `  ${each.key} ${each.title.zh}`).join('\n');
    throw new Error(
      `${key === undefined ? '请写登记簿。Name a register' : `没有登记簿 ${key}。There is no register ${key}`}:\n${keys}`,
    );
  }
  const month = values.month === undefined ? undefined : monthFrom(values.month);
  if (values.month !== undefined && month === undefined)
    throw new Error('月份应如 2026-11。--month takes YYYY-MM');
  return {
    register: register.key,
    month,
    columns: values.columns,
    paper: values.paper,
    pdf: values.pdf === undefined ? undefined : file.parse(values.pdf),
    state: values.state,
  };
}
