import type { SpokenWords } from './words.ts';

const mostShown = 3;

/** The first few things that stand in a form, in words: enough to know which one was received. */
export function shownShortly(form: HTMLFormElement): string {
  const shown = [...form.querySelectorAll<HTMLElement>('.field')].flatMap((field) => {
    const choice = field.querySelector('input:checked + .choice');
    const isUnset = field.querySelector('.unset input:checked') !== null;
    const typed = field.querySelector<HTMLInputElement>(
      'input:not([type=radio], [type=hidden], [type=file]), textarea',
    );
    const text = isUnset ? '' : (choice?.textContent ?? typed?.value ?? '');
    return text === '' ? [] : [text];
  });
  return shown.slice(0, mostShown).join(' · ');
}

/** Says above the next blank form that the last one arrived, with the way to its receipt. */
export function takenNotice(words: SpokenWords, said: string, receipt: string): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'notice taken';
  notice.setAttribute('role', 'status');
  const link = document.createElement('a');
  link.href = receipt;
  link.textContent = words.openReceipt;
  notice.append(`${words.received}：${said} `, link);
  return notice;
}
