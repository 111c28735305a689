interface Question {
  readonly title: string;
  readonly text?: string;
  /** The button that agrees. */
  readonly agree: string;
  /** Asks for a line of text, starting with this one. */
  readonly entry?: string;
  /** A box to tick, and what stands beside it. */
  readonly box?: string;
}

/** What was answered: the text and the box, if there were any. */
export interface Answered {
  readonly text: string;
  readonly ticked: boolean;
}

/** Asks in a dialog. Resolves to undefined if the person would rather not. */
export function ask(question: Question): Promise<Answered | undefined> {
  const dialog = document.createElement('dialog');
  const form = document.createElement('form');
  form.method = 'dialog';
  const entry = document.createElement('input');
  const box = document.createElement('input');
  box.type = 'checkbox';
  form.append(element('h2', question.title));
  if (question.text !== undefined) form.append(element('p', question.text));
  if (question.entry !== undefined) {
    entry.value = question.entry;
    entry.setAttribute('aria-label', question.title);
    form.append(entry);
  }
  if (question.box !== undefined) {
    const label = document.createElement('label');
    label.append(box, ` ${question.box}`);
    form.append(label);
  }
  const buttons = element('div', '');
  buttons.className = 'buttons';
  const agree = button(question.agree, 'agree', 'submit');
  const cancel = button('取消', 'cancel', 'button');
  cancel.addEventListener('click', () => dialog.close('cancel'));
  buttons.append(cancel, agree);
  form.append(buttons);
  dialog.append(form);
  // The grid listens to the whole document; what is typed here is not for it.
  for (const event of ['keydown', 'paste', 'mousedown', 'touchstart', 'contextmenu']) {
    dialog.addEventListener(event, (happened) => happened.stopPropagation());
  }
  document.body.append(dialog);
  dialog.showModal();
  if (question.entry !== undefined) entry.select();
  else agree.focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => {
      dialog.remove();
      const agreed = dialog.returnValue === 'agree';
      resolve(agreed ? { text: entry.value.trim(), ticked: box.checked } : undefined);
    });
  });
}

function element(name: 'h2' | 'p' | 'div', text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

function button(text: string, value: string, type: 'submit' | 'button'): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = type;
  made.value = value;
  made.textContent = text;
  if (value === 'agree') made.className = 'primary';
  return made;
}
