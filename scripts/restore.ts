import { registers } from '#schema/registers/index.ts';
import { dateFrom } from '#schema/spelling.ts';
import { argumentsOrExit } from './arguments.ts';
import { prepareRestore } from './restore/restore.ts';
import { sayRestore } from './restore/say-restore.ts';
import { openSchool } from './school/open-school.ts';

const usage = `Usage: npm run restore -- --register KEY (--row ID | --at TIME | --person NAME) [--state FOLDER] [--yes]
  --row ID       puts back a row that was deleted
  --at TIME      undoes what was done after TIME, such as 2026-11-24 or "2026-11-24 08:30"
  --person NAME  undoes what Drive says NAME did; may stand beside --at and --row
  Shows what it would put back; does it only with --yes. Without --state the school of the environment is meant.`;

const { values } = argumentsOrExit(usage, {
  options: {
    register: { type: 'string' },
    row: { type: 'string' },
    at: { type: 'string' },
    person: { type: 'string' },
    state: { type: 'string' },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else await restore().catch((failure: unknown) => fail(String(failure), 1));

async function restore(): Promise<void> {
  const { row, person } = values;
  const register = registers.find(({ key }) => key === values.register);
  if (!register)
    return fail(`没有登记簿“${values.register ?? ''}”。There is no such register.\n${usage}`, 2);
  if (row === undefined && person === undefined && values.at === undefined) return fail(usage, 2);
  const after = values.at === undefined ? undefined : momentFrom(values.at);
  if (values.at !== undefined && after === undefined)
    return fail(`看不懂时间“${values.at}”。This time cannot be read.`, 2);
  const school = await openSchool(values.state);
  const prepared = await prepareRestore(school, registers, {
    register,
    ...(row !== undefined && { row }),
    ...(after !== undefined && { after }),
    ...(person !== undefined && { person }),
  });
  console.log(sayRestore(register, prepared));
  if (!values.yes) {
    console.log('还没有写入。看过以后加 --yes 写入。Nothing was written: add --yes to write.');
    return;
  }
  const done = await prepared.write();
  console.log(
    `已放回 ${done.rows} 行、${done.cells} 格。Put back ${done.rows} rows and ${done.cells} cells.`,
  );
}

/** A day is its beginning. */
function momentFrom(said: string): string | undefined {
  const [day = '', time = '00:00'] = said.trim().split(/[ T]/);
  const date = dateFrom(day);
  return date !== undefined && /^\d{2}:\d{2}(:\d{2})?$/.test(time)
    ? `${date}T${time.length === 5 ? `${time}:00` : time}`
    : undefined;
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}
