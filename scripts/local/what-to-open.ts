import type { Directory } from '#platform/workbook/directory.ts';
import type { Register } from '#schema/register.ts';
import { workbooks } from '#schema/workbooks.ts';
import { formLink, linksOf, staffPage } from './form-links.ts';
import type { LocalSecrets } from './state-folder.ts';

/** Where registers that the school does not use are switched on. */
export function couldBeOn(count: number): string {
  return `另有 ${count} 个登记簿停用，在“设置”里改成启用就能用 ${count} more registers are off: switch them on in 设置`;
}

/** Says what there is to open in a browser, and how to ask for the two papers. */
export function printWhatToOpen(options: {
  readonly url: string;
  readonly googleRoot: string;
  readonly mailboxUrl: string;
  readonly secrets: LocalSecrets;
  /** Those that the school uses. */
  readonly registers: readonly Register[];
  /** How many more could be switched on. */
  readonly switchedOff: number;
  readonly school: Directory;
}): void {
  const { url, googleRoot, mailboxUrl, secrets, registers, switchedOff, school } = options;
  const links = linksOf(secrets.linkKeys);
  const forms = registers.flatMap((register) => {
    const form = formLink(links, url, register);
    return form ? [`    ${register.title.zh} ${register.title.en}\n      ${form.page}`] : [];
  });
  const sheets = Object.entries(workbooks).flatMap(([key, { title }]) => {
    const id = school.spreadsheets[key];
    return id === undefined
      ? []
      : [`    ${title.zh} ${title.en}\n      ${googleRoot}/spreadsheets/d/${id}/edit`];
  });
  console.log(
    [
      '',
      '后勤已经启动 Houqin is running',
      '',
      '  表格 Spreadsheets',
      ...sheets,
      '',
      '  手机表单 Forms',
      ...forms,
      ...(switchedOff > 0 ? ['', `  ${couldBeOn(switchedOff)}`] : []),
      '',
      `  后勤人员：全部表、补录、打印 For staff: all forms, copying in, printing\n      ${staffPage(links, url)}`,
      '',
      `  发件箱 Mailbox\n      ${mailboxUrl}/`,
      '',
      '  月计划和期末总结 Monthly plan and term-end report',
      `      curl -X POST ${url}/plan/run`,
      `      curl -X POST ${url}/report/term`,
      '',
    ].join('\n'),
  );
}
