/**
 * Folds a row to its head on a telephone; a tap on the head opens it. On a desk the style sheet shows all. A row that
 * lacks something, or that the draw fell on, begins open; of blank rows only the first does.
 */
export function startFold(line: HTMLElement, isFirst: boolean): void {
  const head = line.querySelector<HTMLElement>('.line-head');
  if (!head || line.classList.contains('inline')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => fold(line, !line.classList.contains('folded')));
  const isWhole = [...line.querySelectorAll<HTMLElement>('[data-needed]')].every(isFilled);
  const isPrefilled = line.classList.contains('prefilled');
  fold(line, isPrefilled ? isWhole && !line.classList.contains('drawn') : !isFirst);
}

/** Opens or folds a row that can be folded. */
export function fold(line: HTMLElement, isFolded: boolean): void {
  const head = line.querySelector('.line-head button');
  if (!head) return;
  line.classList.toggle('folded', isFolded);
  head.setAttribute('aria-expanded', String(!isFolded));
}

/** Whether something stands in a cell. */
export function isFilled(cell: HTMLElement): boolean {
  if (cell.querySelector('input[type=radio]')) return cell.querySelector('input:checked') !== null;
  const control = cell.querySelector<HTMLInputElement>('input, select, textarea');
  return (control?.value ?? '').trim() !== '';
}
