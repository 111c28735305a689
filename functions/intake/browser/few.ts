/** So few names all stand below their field, to be touched: a guard in gloves chooses with one finger. */
const fewNames = 12;
/** Names that the page did not bring are asked for once it stands there. */
const askAfter = 400;

/** Offers the names of a short list to be touched, besides being found by typing. */
export function offerFew(
  input: HTMLInputElement,
  drawn: readonly string[],
  names: () => Promise<readonly string[]>,
): void {
  if (drawn.length > 0) offer(input, drawn);
  else setTimeout(async () => offer(input, await names()), askAfter);
}

function offer(input: HTMLInputElement, names: readonly string[]): void {
  if (names.length === 0 || names.length > fewNames) return;
  const row = document.createElement('div');
  row.className = 'few';
  row.append(...names.map((name) => buttonOf(name, input)));
  const mark = (): void => {
    for (const button of row.children)
      button.setAttribute('aria-pressed', String(button.textContent === input.value));
  };
  mark();
  input.addEventListener('input', mark);
  input.form?.addEventListener('reset', () => setTimeout(mark));
  input.closest('.finder')?.after(row);
}

/** Touched again, the name is taken back. */
function buttonOf(name: string, input: HTMLInputElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = name;
  button.addEventListener('click', () => {
    input.value = input.value === name ? '' : name;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    // The list of the field opens by what is typed; what was touched needs none.
    input.dispatchEvent(new Event('blur'));
  });
  return button;
}
