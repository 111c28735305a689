import { offerFew } from './few.ts';
import type { SpokenWords } from './words.ts';

const mostShown = 40;

type ColumnLists = Readonly<Record<string, readonly string[]>>;

/**
 * Turns each field with a list into a box that finds names as one types (WAI-ARIA combobox with a list box).
 * Lists come when the first such field is entered; without them it stays a plain field.
 */
export function startFinders(form: HTMLFormElement, words: SpokenWords): void {
  const start = finderStarter(form, words);
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-list]')) start(input);
}

/** Starts the finder of a field, for forms whose fields become more; all of them share the lists. */
export function finderStarter(
  form: HTMLFormElement,
  words: SpokenWords,
): (input: HTMLInputElement) => void {
  let asked: Promise<ColumnLists> | undefined;
  return (input) => {
    const drawn = input.list;
    const names = async (): Promise<readonly string[]> => {
      asked ??= fetchLists(form.dataset.lists ?? '');
      const lists = await asked;
      // A failed try may be repeated when the field is entered again.
      if (Object.keys(lists).length === 0) asked = undefined;
      return lists[input.dataset.list ?? ''] ?? optionsIn(drawn);
    };
    startFinder(input, names, words);
    if (!input.closest('[data-line]')) offerFew(input, optionsIn(drawn), names);
  };
}

function optionsIn(list: HTMLElement | null): readonly string[] {
  return [...(list?.querySelectorAll('option') ?? [])].map(({ value }) => value);
}

async function fetchLists(address: string): Promise<ColumnLists> {
  try {
    const response = await fetch(address);
    const { lists = {} }: { lists?: ColumnLists } = response.ok ? await response.json() : {};
    return lists;
  } catch {
    return {};
  }
}

function startFinder(
  input: HTMLInputElement,
  names: () => Promise<readonly string[]>,
  words: SpokenWords,
): void {
  const box = document.createElement('ul');
  box.id = `${input.id}-options`;
  box.className = 'found';
  box.setAttribute('role', 'listbox');
  box.setAttribute('aria-label', words.searchList);
  box.hidden = true;
  input.removeAttribute('list');
  if (!input.closest('[data-line]')) input.placeholder = words.searchList;
  input.setAttribute('role', 'combobox');
  input.setAttribute('aria-autocomplete', 'list');
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', box.id);
  input.after(box);
  let all: readonly string[] = [];
  let active = -1;

  const options = () => [...box.querySelectorAll<HTMLElement>('[role=option]')];

  function open(isOpen: boolean): void {
    box.hidden = !isOpen;
    input.setAttribute('aria-expanded', String(isOpen));
    if (!isOpen) setActive(-1);
    else if (isBelowSight(box)) input.closest('.field, .cell')?.scrollIntoView({ block: 'start' });
  }

  function setActive(index: number): void {
    active = index;
    options().forEach((option, place) => {
      option.setAttribute('aria-selected', String(place === index));
      if (place === index) option.scrollIntoView({ block: 'nearest' });
    });
    const chosen = options()[index];
    if (chosen) input.setAttribute('aria-activedescendant', chosen.id);
    else input.removeAttribute('aria-activedescendant');
  }

  function choose(name: string): void {
    input.value = name;
    open(false);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    open(false);
  }

  function draw(typed: string): void {
    const found = matching(all, typed).slice(0, mostShown);
    box.replaceChildren(
      ...found.map((name, index) => optionOf(name, `${box.id}-${index}`, choose)),
    );
    if (found.length === 0 && all.length > 0) box.append(noneOf(words.nothingFound));
    const isSettled = found.length === 1 && found[0] === typed;
    open(all.length > 0 && !isSettled);
  }

  input.addEventListener('focus', async () => {
    const found = input.value;
    all = await names();
    if (document.activeElement !== input) return;
    // A name that was settled before gives way to the whole list, to be replaced by the next key.
    const isSettled = input.value === found && all.includes(found);
    if (isSettled) input.select();
    draw(isSettled ? '' : input.value);
  });
  input.addEventListener('input', () => draw(input.value));
  input.addEventListener('blur', () => open(false));
  input.addEventListener('keydown', (event) => {
    const count = options().length;
    if (event.isComposing || count === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (box.hidden) open(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      setActive(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === 'Enter' && !box.hidden && active >= 0) {
      event.preventDefault();
      choose(options()[active]?.textContent ?? input.value);
    } else if (event.key === 'Escape') open(false);
  });
}

/** Whether part of a list lies below the screen, or behind the keyboard. */
function isBelowSight(box: HTMLElement): boolean {
  const height = window.visualViewport?.height ?? window.innerHeight;
  return box.getBoundingClientRect().bottom > height;
}

/** Names that hold every part of what was typed; those that begin with it come first. */
function matching(names: readonly string[], typed: string): readonly string[] {
  const parts = plain(typed)
    .split(/\s+/)
    .filter((part) => part !== '');
  const found = names.filter((name) => parts.every((part) => plain(name).includes(part)));
  const begins = found.filter((name) => plain(name).startsWith(parts[0] ?? ''));
  return [...begins, ...found.filter((name) => !begins.includes(name))];
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();

function optionOf(name: string, id: string, choose: (name: string) => void): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.textContent = name;
  // The field must not lose the focus before the choice is made.
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', () => choose(name));
  return option;
}

function noneOf(text: string): HTMLElement {
  const item = document.createElement('li');
  item.className = 'none';
  item.setAttribute('role', 'presentation');
  item.textContent = text;
  return item;
}
