import type { Label } from '#schema/language.ts';

/** What is said of forms that wait to be sent; `browser/unsent.ts` reads it. */
export const unsentWords = {
  title: { zh: '还没有送出的（{count}）', en: 'Not sent yet ({count})' },
  empty: { zh: '刚才存着的都送到了', en: 'What was kept has been sent' },
  waiting: { zh: '等网络', en: 'waiting for a network' },
  retry: { zh: '现在送', en: 'Send now' },
  remove: { zh: '删除', en: 'Delete' },
  surely: { zh: '真的删除？', en: 'Really delete?' },
  sent: { zh: '已送到', en: 'Received' },
  seen: { zh: '知道了', en: 'OK' },
  receipt: { zh: '看回执', en: 'Receipt' },
} as const satisfies Readonly<Record<string, Label>>;
