import type { Label } from '#schema/language.ts';

/** The words of the page on which somebody decides about a request. */
export const decideWords = {
  title: { zh: '审批', en: 'Decide' },
  approve: { zh: '同意', en: 'Approve' },
  refuse: { zh: '不同意', en: 'Refuse' },
  sureApprove: { zh: '确认同意', en: 'Yes, approve it' },
  sureRefuse: { zh: '确认不同意', en: 'Yes, refuse it' },
  why: { zh: '说明（可不填）', en: 'Why (may stay blank)' },
  asksAgain: {
    zh: '请再按一次确认，按了才算。',
    en: 'Press once more to confirm; nothing is decided before.',
  },
  over: {
    zh: '这个审批链接已过期。请在表格里审批，或等新的邮件。',
    en: 'This link has expired. Decide in the sheet, or wait for a new mail.',
  },
  notYours: {
    zh: '这份申请现在不由您审批，链接不能用了。有疑问请联系后勤处。',
    en: 'This request is not yours to decide any more. Ask the logistics office.',
  },
  choose: { zh: '请选同意或不同意。', en: 'Choose to approve or refuse.' },
  stands: { zh: '当前审批结果', en: 'As it stands' },
} as const satisfies Readonly<Record<string, Label>>;

/** Whose link it is. */
export function forWhom(name: string): Label {
  return {
    zh: `这个链接发给${name}本人。不是本人请关闭本页。`,
    en: `This link is for ${name} alone. Close this page if that is not you.`,
  };
}

/** That it was decided before, and by whom. */
export function decidedBefore(state: Label, by: string): Label {
  const who = by === '' ? { zh: '', en: '' } : { zh: `，审批人${by}`, en: ` by ${by}` };
  return {
    zh: `已经审批过了：${state.zh}${who.zh}。这次没有改动。`,
    en: `Decided already: ${state.en}${who.en}. Nothing was changed.`,
  };
}

/** That it is decided now. */
export function decidedNow(state: Label, by: string): Label {
  return { zh: `已记下：${state.zh}（${by}）。`, en: `Noted: ${state.en} (${by}).` };
}
