import { registers } from '#schema/registers/index.ts';
import { linksOf } from './local/form-links.ts';
import { openStateFolder } from './local/state-folder.ts';
import { type PrintOptions, printOptions, printUsage } from './print/options.ts';

const { register, month, columns, paper, pdf, state } = optionsOrExit();
const folder = openStateFolder(state, { make: false });
const running = folder.running();
if (!running) {
  console.error(
    `在 ${state} 里没有找到运行中的后勤。请先运行 npm start。\nNothing has been started in ${state} yet: run "npm start" first.`,
  );
  process.exit(1);
}
const token = linksOf(folder.secrets().linkKeys).sign({ kind: 'post', registers: [register] });
const query = new URLSearchParams({
  ...(month !== undefined && { month }),
  ...(columns !== undefined && { columns }),
  t: token,
});
const path = ['intake', 'print', register, ...(paper === undefined ? [] : [paper])].join('/');
const address = `${running.url}/${path}?${query}`;
if (pdf === undefined) console.log(address);
else
  try {
    // The browser is loaded only when it is needed.
    const { writePdf } = await import('./print/write-pdf.ts');
    await writePdf(address, pdf);
    console.log(pdf);
  } catch (failure) {
    console.error(
      `没有打印成：${failure instanceof Error ? failure.message : String(failure)}\n` +
        `Not printed. 也可以用浏览器打开再打印 Open it in a browser and print it there:\n${address}`,
    );
    process.exit(1);
  }

function optionsOrExit(): PrintOptions {
  try {
    return printOptions(process.argv.slice(2), registers);
  } catch (failure) {
    console.error(
      `${failure instanceof Error ? failure.message : String(failure)}\n\n${printUsage}`,
    );
    return process.exit(2);
  }
}
