import { Refused, Unreachable } from './google.ts';

/** What a person is told when an edit did not go through. */
export function whyNot(error: unknown): string {
  if (error instanceof Unreachable) return '表格服务没有应答，刚才的修改没有保存，请稍后再试。';
  if (!(error instanceof Refused)) throw error;
  const { code, message } = error;
  if (code === 401) return '没有认出您的署名，请点右上角的名字换一个。';
  if (code === 403) return '您没有修改这个表格的权限。';
  if (code === 404) return '这个表格已经不在了。';
  if (code === 429 || code >= 500) return '表格服务暂时没有应答，请稍后再试。';
  const known = refusals.find(([sign]) => sign.test(message));
  return known ? known[1] : `没有改成：${message}`;
}

const refusals: readonly (readonly [RegExp, string])[] = [
  [/protected cell or object/, '这里受保护，不能改。要改请找后勤主任。'],
  [/violates the data validation/, '这一格只能从下拉名单里选。'],
  [/sort a range with merged cells/, '有合并的单元格，不能排序。'],
  [/typed columns/, '表格的下拉列不能这样改。'],
  [/delete all the (?:rows|columns)|last (?:row|column)/i, '不能把行或列全部删掉。'],
  [/already exists/, '已经有同名的标签页了，请换一个名字。'],
];
