import { type Draft, docxType } from '#platform/documents/index.ts';
import type { MailMessage } from '#platform/mail/index.ts';
import { meetsTarget } from './term-figure.ts';
import type { TermReport } from './term-report.ts';

/** The mail to the director: what is attached, what waits for a decision; at most ten lines. */
export function reportMail(
  report: TermReport,
  draft: Draft,
  problems: readonly string[],
  host: string,
): Omit<MailMessage, 'to'> {
  const { name, from } = report.days.term;
  const judged = report.indicators.flatMap(({ figure, now }) => meetsTarget(figure, now) ?? []);
  const lines = [
    `${name}后勤工作总结第 ${draft.version} 稿已写好，附送审稿、打印稿和宣读稿。`,
    `指标 ${report.indicators.length} 项，有目标值的 ${judged.length} 项中 ${judged.filter(Boolean).length} 项达标；不足 ${report.shortcomings.length} 条；未完成事项 ${report.unfinished.length} 项。`,
    draft.marks > 0 ? `送审稿有 ${draft.marks} 处黄色标记，请补充。` : '送审稿没有需要补充的地方。',
    ...(draft.changed > 0 ? [`与上一稿相比有 ${draft.changed} 个数字变化，见送审稿文末。`] : []),
    ...problems.map((problem) => `请注意：${problem}。`),
    '本稿只发给您本人。',
  ];
  return {
    subject: `${name}后勤工作总结（第 ${draft.version} 稿）`,
    text: lines.join('\n'),
    attachments: draft.files.map(({ name: filename, bytes }) => ({
      filename,
      contentType: docxType,
      content: bytes,
    })),
    messageId: `report-${from}-v${draft.version}@${host}`,
  };
}
