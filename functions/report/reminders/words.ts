import type { Language } from '#schema/language.ts';
import type { Urgency } from '#schema/reminders/matters.ts';

/** The words of the morning mail in one language. */
interface MailWords {
  subject(day: string, count: number): string;
  heading(name: string, count: number, late: number): string;
  register(title: string): string;
  readonly dash: string;
  more(count: number): string;
  readonly above: string;
  readonly all: string;
  rest(count: number): string;
  readonly stop: string;
  readonly urgency: Readonly<Record<Urgency, string>>;
}

export const words: Readonly<Record<Language, MailWords>> = {
  zh: {
    subject: (day, count) => `${day}待办 ${count} 件`,
    heading: (name, count, late) =>
      `${name}，您今天有 ${count} 件事${late === 0 ? '' : `，其中 ${late} 件已超时`}。`,
    register: (title) => `【${title}】`,
    dash: '——',
    more: (count) => `（另有 ${count} 处）`,
    above: '（超时，报您知道）',
    all: '全部在这里打开：',
    rest: (count) => `还有 ${count} 件，全部在这里：`,
    stop: '不想每天收到：',
    urgency: { late: '已超时', must: '必须改', today: '今天到期', look: '请看一下' },
  },
  en: {
    subject: (day, count) => `${day}: ${count} open ${count === 1 ? 'matter' : 'matters'}`,
    heading: (name, count, late) =>
      `${name}, ${count} ${count === 1 ? 'matter is' : 'matters are'} open${late === 0 ? '' : `, ${late} of them late`}.`,
    register: (title) => `[${title}] `,
    dash: ' – ',
    more: (count) => ` (and ${count} more)`,
    above: ' (late: for your attention)',
    all: 'Open them all: ',
    rest: (count) => `${count} more, all of them here: `,
    stop: 'No more mail each morning: ',
    urgency: { late: 'Late', must: 'To be mended', today: 'Due today', look: 'Please look' },
  },
};
