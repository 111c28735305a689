import { docxType, fullMonth } from '#platform/documents/index.ts';
import type { MailMessage } from '#platform/mail/index.ts';
import type { MonthPlan } from './month-plan.ts';

/** One copy of the plan as it travels. */
export interface AttachedPaper {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The mail to the director: what is attached, what waits for a decision; at most ten lines. */
export function planMail({
  plan,
  version,
  marks,
  papers,
  calendar,
  problems,
  sheetUrl,
  host,
}: {
  readonly plan: MonthPlan;
  readonly version: number;
  readonly marks: number;
  readonly papers: readonly AttachedPaper[];
  readonly calendar: string;
  readonly problems: readonly string[];
  readonly sheetUrl: string | undefined;
  readonly host: string;
}): Omit<MailMessage, 'to'> {
  const { tasks, roster, purchases, facts } = plan;
  const late = tasks.filter(({ carriedOver }) => carriedOver === true).length;
  const unfilled = roster?.unfilled.length ?? 0;
  const lines = [
    `${fullMonth(facts.month)}工作计划第 ${version} 稿已写好，附送审稿、打印稿和日历文件。`,
    `工作 ${tasks.length} 项，其中上月结转 ${late} 项；拟购物资 ${purchases.length} 种。`,
    ...(roster
      ? [
          `值班 ${roster.duties.length} 班次${unfilled > 0 ? `，有 ${unfilled} 处排不上，见附件值班表` : '，全部排满'}。`,
        ]
      : []),
    marks > 0 ? `送审稿有 ${marks} 处黄色标记，请补充。` : '送审稿没有需要补充的地方。',
    ...problems.map((problem) => `请注意：${problem}。`),
    ...(sheetUrl === undefined
      ? []
      : [`要改内容请改“月计划”表，改后再运行一次即得新稿：${sheetUrl}`]),
    '本稿只发给您本人。',
  ];
  return {
    subject: `${fullMonth(facts.month)}工作计划（第 ${version} 稿）`,
    text: lines.join('\n'),
    attachments: papers.map(({ name, bytes }) => ({
      filename: name,
      contentType: docxType,
      content: bytes,
    })),
    calendar: { filename: `${fullMonth(facts.month)}工作计划.ics`, content: calendar },
    messageId: `plan-${facts.month}-v${version}@${host}`,
  };
}
