import type { Column } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import { argumentsOrExit } from './arguments.ts';
import { openStateFolder } from './local/state-folder.ts';

const usage = `Usage: npm run registers -- [--json] [--state FOLDER]
  Lists the registers; with --state the spreadsheets they are in.`;

const { values } = argumentsOrExit(usage, {
  options: {
    json: { type: 'boolean', default: false },
    state: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const spreadsheets =
  values.state === undefined
    ? undefined
    : openStateFolder(values.state, { make: false }).spreadsheets();
if (values.state !== undefined && !spreadsheets) {
  console.error(
    `在 ${values.state} 里还没有表格。请先运行 npm start。\nThere are no spreadsheets in ${values.state} yet: run "npm start" first.`,
  );
  process.exit(1);
}

/** One register for programs: what its tab, columns and form are called. */
function described(register: Register) {
  const { key, title, workbook, columns, form } = register;
  return {
    key,
    title,
    workbook,
    tab: title.zh,
    columns: Object.entries(columns).map(([name, column]) => describedColumn(name, column)),
    form: form ? { audience: form.audience, asks: form.asks, example: form.example } : null,
    ...(spreadsheets && { spreadsheetId: spreadsheets[workbook] ?? null }),
  };
}

function describedColumn(key: string, column: Column) {
  return {
    key,
    title: column.title,
    kind: column.kind,
    unit:
      column.kind === 'quantity'
        ? (column.unit ?? null)
        : column.kind === 'money'
          ? { zh: '元', en: 'CNY' }
          : null,
    required: column.required ?? false,
    choices:
      column.kind === 'choice'
        ? Object.entries(column.choices).map(([value, label]) => ({ value, ...label }))
        : null,
    to: column.kind === 'reference' || column.kind === 'rowLink' ? column.to : null,
  };
}

if (values.help) console.log(usage);
else if (values.json) console.log(JSON.stringify(registers.map(described)));
else
  for (const register of registers)
    console.log(
      `${register.title.zh} ${register.key}\n  ${register.purpose.zh}\n  ${Object.values(
        register.columns,
      )
        .map(({ title }) => title.zh)
        .join('、')}`,
    );
