import type { Proposal } from './propose.ts';

const mostProblems = 50;
const examples = 3;

/** What an import would do, in words for the person at the keyboard. */
export function sayProposal({ sheet, match, rows, problems, passedOver }: Proposal): string {
  const { register, headerRow, columns, left } = match;
  const title = (key: string): string => register.columns[key]?.title.zh ?? key;
  return [
    `工作表“${sheet}” → ${register.title.zh}（表头在第 ${headerRow + 1} 行）`,
    `  栏目：${[...columns].map(([key]) => title(key)).join('、')}`,
    ...(left.length > 0 ? [`  没有用到的列：${left.join('、')}`] : []),
    `  要写入 ${rows.length} 行${passedOver > 0 ? `，略过空行和重复表头 ${passedOver} 行` : ''}`,
    ...rows.slice(0, examples).map(
      ({ rowNumber, values }) =>
        `    第 ${rowNumber} 行：${Object.entries(values)
          .map(([key, value]) => `${title(key)}=${String(value)}`)
          .join('，')}`,
    ),
    ...(problems.length > 0 ? [`  看不懂的 ${problems.length} 格（这些格留空）：`] : []),
    ...problems
      .slice(0, mostProblems)
      .map(({ address, shown, problem }) => `    ${address}“${shown.slice(0, 20)}”：${problem.zh}`),
    ...(problems.length > mostProblems ? [`    ……还有 ${problems.length - mostProblems} 格`] : []),
  ].join('\n');
}
