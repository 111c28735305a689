import type { Label, Language } from '#schema/language.ts';
import type { Urgency } from '#schema/reminders/matters.ts';

const urgency = {
  late: { zh: '已超时', en: 'Late' },
  must: { zh: '必须改', en: 'To be mended' },
  today: { zh: '今天到期', en: 'Due today' },
  look: { zh: '请看一下', en: 'Please look' },
} satisfies Readonly<Record<Urgency, Label>>;

/** The words of the page of today. */
export const todayWords = {
  today: { zh: '今天', en: 'Today' },
  nothing: { zh: '没有要办的事', en: 'nothing is open' },
  above: { zh: '超时，报您知道', en: 'for your attention' },
  open: { zh: '在表格里打开', en: 'Open in the sheet' },
  group: { zh: '发到群里', en: 'For the group' },
  groupHelp: {
    zh: '只有件数，没有姓名和电话，可以直接发。',
    en: 'Counts alone, no names or numbers: it can be sent as it is.',
  },
  copy: { zh: '复制', en: 'Copy' },
  copied: { zh: '已复制', en: 'Copied' },
  mail: { zh: '每天早上的邮件', en: 'The mail each morning' },
  isOn: { zh: '有事的工作日发一封。', en: 'One each workday on which something is open.' },
  isOff: { zh: '现在不发，有事请看本页。', en: 'Switched off: look at this page instead.' },
  mustHave: {
    zh: '班长和主任的提醒不能停。',
    en: 'Leaders and the director always get it.',
  },
  stop: { zh: '不再发邮件', en: 'No more mail' },
  start: { zh: '恢复发邮件', en: 'Mail me again' },
  askStop: {
    zh: '停了以后，有事不再发邮件，请自己看“今天”的页面。真的不要了吗？',
    en: 'Without it nothing tells you of what is open: you look at the page of today yourself. Stop it?',
  },
  stopped: { zh: '已停，以后不再发邮件。', en: 'It has stopped: no more mail.' },
  startAgain: {
    zh: '想再收，在“今天”页面点“恢复发邮件”，或告诉后勤处。',
    en: 'To have it again, choose “Mail me again” on the page of today, or tell the logistics office.',
  },
  inEnglish: { zh: '邮件用英文', en: 'Mail in English' },
  inChinese: { zh: '邮件用中文', en: 'Mail in Chinese' },
  notAPerson: {
    zh: '这是个人链接才有的页面，请从提醒邮件打开，或向后勤处要您的链接。',
    en: 'This page needs a link of your own: open it from your mail, or ask the office.',
  },
  gone: {
    zh: '人员名单里没有您了，有疑问请找后勤处。',
    en: 'You are not on the staff list any more. Ask the logistics office.',
  },
  cannotStop: { zh: '您的岗位不能停提醒。', en: 'With your position the mail cannot be stopped.' },
  urgency,
  count: (count: number, language: Language): string =>
    language === 'zh' ? `${count} 件事` : `${count} open`,
  more: (count: number, language: Language): string =>
    language === 'zh' ? `（另有 ${count} 处）` : ` (and ${count} more)`,
};
