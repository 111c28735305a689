/**
 * Folds a row on a telephone; on a desk the style sheet shows all of it. A prefilled row is folded to its head when
 * nothing is left to fill in, else it shows only what is; of blank rows only the first is open. A tap on the head
 * opens all of a row and folds it again.
 */
export function startFold(line: HTMLElement, isFirst: boolean): void {
  const head = line.querySelector<HTMLElement>('.line-head');
  if (!head || line.classList.contains('inline')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.append(...head.childNodes);
  head.append(button);
  button.addEventListener('click', () => {
    const isOpen = !line.classList.contains('folded') && !line.classList.contains('brief');
    fold(line, isOpen);
  });
  const isWhole = [...line.querySelectorAll<HTMLElement>('[data-needed]')].every(isFilled);
  const isPrefilled = line.classList.contains('prefilled');
  const lacks = isPrefilled && (!isWhole || line.classList.contains('drawn'));
  fold(line, isPrefilled ? !lacks : !isFirst);
  line.classList.toggle('brief', lacks);
  line.classList.toggle('one', lacks && line.querySelectorAll('.cell:not(.had)').length === 1);
  button.setAttribute('aria-expanded', String(!isPrefilled && isFirst));
}

/** Opens or folds a row that can be folded. */
export function fold(line: HTMLElement, isFolded: boolean): void {
  const head = line.querySelector('.line-head button');
  if (!head) return;
  line.classList.remove('brief', 'one');
  line.classList.toggle('folded', isFolded);
  head.setAttribute('aria-expanded', String(!isFolded));
}

/** Whether something stands in a cell. */
export function isFilled(cell: HTMLElement): boolean {
  if (cell.querySelector('input[type=radio]')) return cell.querySelector('input:checked') !== null;
  const control = cell.querySelector<HTMLInputElement>('input, select, textarea');
  return (control?.value ?? '').trim() !== '';
}
