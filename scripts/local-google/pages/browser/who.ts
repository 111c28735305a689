import { ask } from './ask.ts';

const place = 'houqin.who';

/** The name a person's edits are signed with; kept in this browser. */
export interface Signature {
  name(): string;
}

/** Shows the name in `button` and asks for another when it is pressed. */
export function createSignature(button: HTMLButtonElement): Signature {
  const name = () => localStorage.getItem(place) ?? 'staff';
  const show = () => {
    button.textContent = name();
  };
  button.addEventListener('click', async () => {
    const answer = await ask({
      title: '以谁的名义修改？',
      text: '用拼音或邮箱，例如 wang.fang。修改记录里会这样写。',
      agree: '就用这个',
      entry: name(),
    });
    const chosen = answer?.text.replace(/[^A-Za-z0-9._@-]/g, '') ?? '';
    if (chosen === '') return;
    localStorage.setItem(place, chosen);
    show();
  });
  show();
  return { name };
}
