import type { Register } from '#schema/register.ts';
import { workbooks } from '#schema/workbooks.ts';
import { couldBeOn } from '../local/what-to-open.ts';
import type { SchoolSetUp } from './set-up-school.ts';

/** What set-up did, in the lines that it prints. */
export function whatWasMade(
  school: SchoolSetUp,
  registers: readonly Register[],
  googleRoot = 'https://docs.google.com',
): string {
  const titles = new Map<string, string>(
    Object.entries(workbooks).map(([key, { title }]) => [key, `${title.zh} ${title.en}`]),
  );
  const spreadsheets = school.spreadsheets.map(
    ({ workbook, id, isNew }) =>
      `    ${titles.get(workbook) ?? workbook}（${isNew ? '新建 made' : '已有 there already'}）\n` +
      `      ${googleRoot}/spreadsheets/d/${id}/edit`,
  );
  const forms = school.forms.map(({ register, page }) => {
    const title = registers.find(({ key }) => key === register)?.title;
    return `    ${title ? `${title.zh} ${title.en}` : register}\n      ${page}`;
  });
  return [
    '',
    '  表格 Spreadsheets',
    ...spreadsheets,
    '',
    `  设置 Settings: ${school.settingsWritten === 0 ? '没有要补的 nothing to add' : `补了 ${school.settingsWritten} 行 rows added`}`,
    '',
    '  手机表单 Forms',
    ...forms,
    ...(school.switchedOff > 0 ? ['', `  ${couldBeOn(school.switchedOff)}`] : []),
    '',
    '  可选：改表后一两秒就检查 Optional: edits checked within a second or two',
    '      每个表格：扩展程序 → Apps 脚本，贴上 scripts/on-edit/on-edit.gs，填脚本属性 HOUQIN_URL 和 HOUQIN_HOOK_SECRET，运行一次 install',
    '      In each spreadsheet: Extensions → Apps Script, paste scripts/on-edit/on-edit.gs, set the script properties HOUQIN_URL and HOUQIN_HOOK_SECRET, run install once',
    '',
  ].join('\n');
}
