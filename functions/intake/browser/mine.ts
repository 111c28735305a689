import { keep, kept } from './store.ts';
import type { SpokenWords } from './words.ts';

const name = 'houqin-mine';
const local = () => window.localStorage;

/** What somebody wrote last time of themselves, by column: their name, their telephone, their place. */
type Mine = Readonly<Record<string, string>>;

function read(): Mine {
  try {
    const mine: Mine | null = JSON.parse(kept(local, name) ?? 'null');
    return mine ?? {};
  } catch {
    return {};
  }
}

function fieldsOf(form: HTMLFormElement): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>('input[data-mine]')];
}

/** Remembers what the person says of themselves, where the form is one of theirs and not a shared one. */
export function rememberMine(form: HTMLFormElement): void {
  const said = fieldsOf(form)
    .filter(({ value }) => value.trim() !== '')
    .map((field) => [field.name, field.value] as const);
  if (said.length > 0)
    keep(local, name, JSON.stringify({ ...read(), ...Object.fromEntries(said) }));
}

/** Offers it below the field, to be touched: what is filled in by itself is sent unread. */
export function offerMine(form: HTMLFormElement, words: SpokenWords): void {
  const mine = read();
  for (const field of fieldsOf(form)) {
    const value = mine[field.name];
    if (value === undefined || field.value !== '') continue;
    const row = document.createElement('div');
    row.className = 'few mine';
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = `${words.lastTime}${value}`;
    button.addEventListener('click', () => {
      field.value = value;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('blur'));
    });
    row.append(button);
    (field.closest('.finder') ?? field).after(row);
    field.addEventListener('input', () => {
      row.hidden = field.value !== '';
    });
    field.form?.addEventListener('reset', () => {
      row.hidden = false;
    });
  }
}
