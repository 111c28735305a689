import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { systemClock } from '#platform/clock.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { registers } from '#schema/registers/index.ts';
import { frameSettings } from '#schema/settings.ts';
import { switchedOff } from '#schema/switches.ts';
import { localMoment } from '#schema/time.ts';
import { argumentsOrExit } from './arguments.ts';
import { sayLinks } from './links/say-links.ts';
import { formLink } from './local/form-links.ts';
import { defaultStateFolder } from './local/state-folder.ts';
import { openSchool } from './school/open-school.ts';

const usage = `Usage: npm run links -- [--json] [--posters [--register KEY] [--out FILE.pdf]] [--state FOLDER]
  lists the links of 链接, with their kind, end and state
  --json       the forms' addresses, for programs
  --posters    a PDF with an A4 poster for each place, whose code opens the form with the place filled in
  --register   the register of the posters; repairs unless told otherwise
  --out        the file; posters.pdf unless told otherwise
  --state      a school that runs on this machine: ${defaultStateFolder} where it is there, else the one of the environment`;

const { values } = argumentsOrExit(usage, {
  options: {
    json: { type: 'boolean', default: false },
    posters: { type: 'boolean', default: false },
    register: { type: 'string', default: 'repairs' },
    out: { type: 'string', default: 'posters.pdf' },
    state: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else
  await run().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : String(failure));
    process.exitCode = 1;
  });

async function run(): Promise<void> {
  const isHere = existsSync(join(defaultStateFolder, 'secrets.json'));
  const environment = process.env.HOUQIN_BUCKET !== undefined && !isHere;
  const school = await openSchool(values.state ?? (environment ? undefined : defaultStateFolder));
  const ports = { clock: systemClock, random: systemRandom, log: createLog({ write: () => {} }) };
  const workbooks = createWorkbooks({
    ...ports,
    google: school.google,
    directory: () => Promise.resolve(school.directory),
    registers,
    rowPage: school.rowPage(registers),
  });
  if (values.posters) return printPosters(school, workbooks);
  const read = await workbooks.read(['settings', 'links', 'people']);
  const off = switchedOff(registers, read.get('settings')?.rows ?? []);
  const inUse = registers.filter(({ key }) => !off.has(key));
  if (values.json)
    console.log(
      JSON.stringify(inUse.flatMap((one) => formLink(school.links, school.url, one) ?? [])),
    );
  else console.log(sayLinks(read, { ...school, registers: inUse }));
}

async function printPosters(
  { links, url }: Awaited<ReturnType<typeof openSchool>>,
  workbooks: ReturnType<typeof createWorkbooks>,
): Promise<void> {
  const register = registers.find(({ key }) => key === values.register);
  if (register?.form?.audience !== 'anyone')
    throw new Error(
      `“${values.register}”没有人人能填的表单，印不了海报。There is no form of ${values.register} for anyone.\n${usage}`,
    );
  const now = localMoment(systemClock.now(), frameSettings.timeZone.default);
  const { placePosters } = await import('./posters/place-posters.ts');
  const { posters, without } = await placePosters(
    { workbooks, links, url, registers },
    register,
    now,
  );
  if (posters.length === 0)
    throw new Error('“场所”里没有可印的地点。There is no place to print a poster for.');
  // The typesetter is loaded only when it is needed.
  const { writePosters } = await import('./posters/write-posters.ts');
  await writePosters(posters, values.out);
  console.log(`${values.out}：${posters.length} 张 posters`);
  if (without.length > 0)
    console.log(`已停用，没有印 Switched off, not printed: ${without.join('、')}`);
}
