import type { Language } from '#schema/language.ts';

/** The words of mails about requests and links in one language. */
interface RequestWords {
  subject(title: string, about: string): string;
  heading(name: string, title: string): string;
  readonly colon: string;
  readonly approve: string;
  readonly refuse: string;
  asksAgain(days: number): string;
  readonly linkSubject: string;
  linkText(name: string, purpose: string, address: string, until: string): string;
}

export const words: Readonly<Record<Language, RequestWords>> = {
  zh: {
    subject: (title, about) => `请审批：${title} ${about}`.trim(),
    heading: (name, title) => `${name}，有一份${title}请您审批。`,
    colon: '：',
    approve: '同意',
    refuse: '不同意',
    asksAgain: (days) => `点开后还会问一次，按了才算。链接只给您本人，${days}天内有效。`,
    linkSubject: '您的后勤链接',
    linkText: (name, purpose, address, until) =>
      [
        `${name}，这是您本人的链接（${purpose}），请不要转给别人：`,
        address,
        ...(until === '' ? [] : [`有效期至 ${until}`]),
      ].join('\n'),
  },
  en: {
    subject: (title, about) => `To decide: ${title} ${about}`.trim(),
    heading: (name, title) => `${name}, a request waits for you: ${title}.`,
    colon: ': ',
    approve: 'Approve',
    refuse: 'Refuse',
    asksAgain: (days) =>
      `The page asks once more; nothing is decided before. The link is for you alone and opens for ${days} days.`,
    linkSubject: 'Your link to the logistics office',
    linkText: (name, purpose, address, until) =>
      [
        `${name}, this is your own link (${purpose}); please do not pass it on:`,
        address,
        ...(until === '' ? [] : [`It opens until ${until}.`]),
      ].join('\n'),
  },
};
