import type { Label } from '#schema/language.ts';

/** The words of the page that calls people now. */
export const callWords = {
  title: { zh: '现在该去哪里', en: 'Where to go now' },
  intro: {
    zh: '时间到了才显示，本页每分钟自己更新，请一直开着。',
    en: 'Shown when its time has come. This page renews itself each minute: keep it open.',
  },
  nothing: { zh: '现在没有', en: 'Nothing now' },
  since: { zh: '起', en: 'since' },
  go: { zh: '到了，去登记', en: 'I am there: enter it' },
} as const satisfies Readonly<Record<string, Label>>;
