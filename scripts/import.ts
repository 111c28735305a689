import { readFile } from 'node:fs/promises';
import { systemClock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createRowPage } from '#platform/row-page.ts';
import { spreadsheetIdOf } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { registers } from '#schema/registers/index.ts';
import { localMoment } from '#schema/time.ts';
import { dayOf } from '#schema/values.ts';
import { argumentsOrExit } from './arguments.ts';
import { matchSheet } from './import/match-columns.ts';
import { type Proposal, propose } from './import/propose.ts';
import { putOnTrial } from './import/put-on-trial.ts';
import { readXlsx } from './import/read-xlsx.ts';
import { FileRefused } from './import/refused.ts';
import { sayProposal } from './import/say-proposal.ts';
import { writeTemplate } from './import/template.ts';
import { writeImport } from './import/write-import.ts';
import { linksOf } from './local/form-links.ts';
import { registersInUse } from './local/registers-in-use.ts';
import { defaultStateFolder, openStateFolder } from './local/state-folder.ts';

const usage = `Usage: npm run import -- FILE.xlsx [--register KEY] [--state FOLDER] [--yes]
       npm run import -- --template FILE.xlsx
  Shows what an import would do and what it cannot read; writes only with --yes, into 试运行.`;

const { values, positionals } = argumentsOrExit(usage, {
  allowPositionals: true,
  options: {
    register: { type: 'string' },
    state: { type: 'string', default: defaultStateFolder },
    template: { type: 'string' },
    yes: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) console.log(usage);
else if (values.template !== undefined) {
  await writeTemplate(values.template, registers);
  console.log(`空白模板已写入 ${values.template}`);
} else {
  const [file] = positionals;
  if (file === undefined) fail(usage, 2);
  await importFile(file).catch((failure: unknown) => {
    if (failure instanceof FileRefused) fail(failure.message, 1);
    throw failure;
  });
}

function fail(message: string, code: number): never {
  console.error(message);
  process.exit(code);
}

async function importFile(file: string): Promise<void> {
  const wanted =
    values.register === undefined
      ? registers
      : registers.filter(({ key }) => key === values.register);
  if (wanted.length === 0) fail(`没有登记簿“${values.register}”。There is no such register.`, 2);
  const sheets = await readXlsx(file);
  const proposals = sheets.flatMap((sheet) => {
    const match = matchSheet(sheet, wanted);
    if (!match) console.log(`工作表“${sheet.name}”：没有认出表头，略过`);
    return match ? [propose(sheet, match)] : [];
  });
  for (const proposal of proposals) console.log(sayProposal(proposal));
  if (proposals.length === 0) fail('没有可以导入的内容。Nothing can be imported.', 1);
  if (!values.yes)
    console.log('\n还没有写入。看过以后加 --yes 写入。Nothing was written: add --yes to write.');
  else await write(file, proposals);
}

async function write(file: string, proposals: readonly Proposal[]): Promise<void> {
  const folder = openStateFolder(values.state, { make: false });
  const running = folder.running();
  const spreadsheets = folder.spreadsheets();
  if (!running || !spreadsheets) fail(`在 ${values.state} 里没有表格，请先运行 npm start。`, 1);
  const clock = systemClock;
  const log = createLog({ write: () => undefined });
  const google = createGoogle({
    root: running.googleRoot,
    token: 'owner',
    clock,
    log,
    random: systemRandom,
  });
  const directory = { editors: [], spreadsheets: { ...spreadsheets } };
  const workbooks = createWorkbooks({
    google,
    directory: () => Promise.resolve(directory),
    registers,
    clock,
    random: systemRandom,
    log,
    rowPage: createRowPage({
      links: linksOf(folder.secrets().linkKeys),
      url: running.url,
      registers,
    }),
  });
  const settings = registers.find(({ key }) => key === 'settings');
  const today = dayOf(localMoment(clock.now(), 'Asia/Shanghai'));
  const inUse = await registersInUse(registers, { googleRoot: running.googleRoot, spreadsheets });
  const bytes = await readFile(file);
  for (const proposal of proposals) {
    const { register } = proposal.match;
    if (settings)
      await putOnTrial(
        google.sheets,
        spreadsheetIdOf(directory, 'people'),
        settings,
        register,
        today,
      );
    const written = await writeImport(workbooks, proposal, bytes);
    console.log(`${register.title.zh}：写入 ${written} 行，试运行到 ${today}（此前的行不提示）`);
    if (!inUse.includes(register))
      console.log(
        `  “${register.title.zh}”现在停用，在“设置”里改成启用才看得到 It is off: switch it on in 设置`,
      );
  }
}
