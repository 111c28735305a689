/** The list below a field: all of it at first, what fits once something is typed. */
export interface ChoiceList {
  readonly element: HTMLElement;
  show(items: readonly string[], options: { readonly above: boolean }): void;
  /** Leaves only what contains the text. */
  narrow(text: string): void;
  /** Moves the mark by so many lines. */
  move(step: number): void;
  /** Puts the marked line into the field, if there is one. */
  take(): void;
  isShown(): boolean;
  hide(): void;
}

const mostLines = 200;

/** @param field gets what is chosen, and lies where the list belongs */
export function createChoiceList(field: HTMLTextAreaElement): ChoiceList {
  const element = document.createElement('ul');
  element.className = 'choices';
  element.setAttribute('role', 'listbox');
  let all: readonly string[] = [];
  let active = -1;

  const fill = (items: readonly string[]) => {
    active = -1;
    element.replaceChildren(
      ...items.slice(0, mostLines).map((item) => {
        const line = document.createElement('li');
        line.setAttribute('role', 'option');
        line.textContent = item;
        return line;
      }),
    );
  };
  // A press would take the focus from the field, and so close the editor, before the click arrives.
  element.addEventListener('mousedown', (event) => {
    event.preventDefault();
    event.stopPropagation();
  });
  element.addEventListener('touchstart', (event) => event.stopPropagation(), { passive: true });
  element.addEventListener('click', ({ target }) => {
    if (!(target instanceof HTMLLIElement)) return;
    field.value = target.textContent;
    field.blur();
  });

  return {
    element,
    show(items, { above }) {
      all = items;
      fill(items);
      element.style.left = field.style.left;
      element.style.minWidth = field.style.minWidth;
      element.style.top = `${field.offsetTop + (above ? 0 : field.offsetHeight)}px`;
      element.classList.toggle('above', above);
    },
    narrow(text) {
      fill(all.filter((item) => item.includes(text.trim())));
    },
    move(step) {
      const lines = [...element.children];
      if (lines.length === 0) return;
      active = (active + step + lines.length) % lines.length;
      for (const [index, line] of lines.entries()) {
        line.classList.toggle('active', index === active);
      }
      lines[active]?.scrollIntoView({ block: 'nearest' });
    },
    take() {
      const chosen = element.children[active]?.textContent;
      if (chosen) field.value = chosen;
    },
    isShown: () => element.childElementCount > 0,
    hide() {
      all = [];
      fill([]);
    },
  };
}
