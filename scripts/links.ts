import { parseArgs } from 'node:util';
import { registers } from '#schema/registers/index.ts';
import { formLink, kioskPage, linksOf, staffPage } from './local/form-links.ts';
import { registersInUse } from './local/registers-in-use.ts';
import { defaultStateFolder, openStateFolder } from './local/state-folder.ts';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    state: { type: 'string', default: defaultStateFolder },
  },
});

const folder = openStateFolder(values.state, { make: false });
const running = folder.running();
if (!running) {
  console.error(
    `在 ${values.state} 里没有找到运行中的后勤。请先运行 npm start。\nNothing has been started in ${values.state} yet: run "npm start" first.`,
  );
  process.exit(1);
}
const links = linksOf(folder.secrets().linkKeys);
const inUse = await registersInUse(registers, {
  googleRoot: running.googleRoot,
  spreadsheets: folder.spreadsheets() ?? {},
}).catch((failure: unknown) => {
  console.error(
    `没有读到设置，以下列出全部表单。The settings could not be read; all forms are listed. (${failure instanceof Error ? failure.message : String(failure)})`,
  );
  return registers;
});
const found = inUse.flatMap((register) => formLink(links, running.url, register) ?? []);
if (values.json) console.log(JSON.stringify(found));
else {
  for (const { register, page } of found) {
    const title = registers.find(({ key }) => key === register)?.title.zh ?? register;
    console.log(`${title}\n  ${page}`);
  }
  console.log(
    `后勤人员用的全部表、补录和打印 All forms, copying in and printing, for staff\n  ${staffPage(links, running.url)}`,
  );
  console.log(
    `前台公用机，一分钟没人碰就清空 For a shared device on a desk, which forgets each person after a minute\n  ${kioskPage(links, running.url)}`,
  );
}
