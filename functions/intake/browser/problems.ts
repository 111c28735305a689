/** What is wrong with one field, in the page's language. */
export interface Problem {
  readonly column: string;
  readonly message: string;
}

/** Writes each problem at its field and all of them into the summary, which takes the focus. */
export function showProblems(
  form: HTMLFormElement,
  problems: readonly Problem[],
  errorWord: string,
): void {
  clearProblems(form);
  const listed = problems.map(({ column, message }) => {
    const field = fieldOf(form, column);
    if (field) mark(field, column, errorWord, message);
    return entry(column, field ?? lineOf(form, column), message);
  });
  const summary = document.querySelector<HTMLElement>('[data-summary]');
  const list = summary?.querySelector('ul');
  if (!summary || !list) return;
  list.replaceChildren(...listed);
  summary.hidden = problems.length === 0;
  if (problems.length === 0) return;
  form.dispatchEvent(new Event('problems'));
  summary.focus();
}

/** Takes every problem off the page. */
export function clearProblems(form: HTMLFormElement): void {
  for (const field of form.querySelectorAll<HTMLElement>('[data-field]')) clearProblem(field);
  const summary = document.querySelector<HTMLElement>('[data-summary]');
  if (summary) summary.hidden = true;
}

/** Takes the problem off one field, once it is touched. */
export function clearProblem(field: HTMLElement): void {
  if (!field.classList.contains('wrong')) return;
  field.classList.remove('wrong');
  const text = field.querySelector<HTMLElement>('.problem');
  if (text) text.hidden = true;
  for (const control of field.querySelectorAll('[aria-invalid]')) {
    control.removeAttribute('aria-invalid');
    describe(control, text?.id ?? '', false);
  }
}

function fieldOf(form: HTMLFormElement, column: string): HTMLElement | undefined {
  return [...form.querySelectorAll<HTMLElement>('[data-field]')].find(
    (field) => field.dataset.field === column,
  );
}

/** The row of a sheet that is called by its place alone, since none of its fields is to blame. */
function lineOf(form: HTMLFormElement, column: string): HTMLElement | undefined {
  const place = /^r(\d+)\./.exec(column)?.[1];
  return [...form.querySelectorAll<HTMLElement>('[data-line]')].find(
    (line) => line.dataset.line === place,
  );
}

function mark(field: HTMLElement, column: string, errorWord: string, message: string): void {
  field.classList.add('wrong');
  const text = field.querySelector<HTMLElement>('.problem');
  if (text) {
    const forListeners = document.createElement('span');
    forListeners.className = 'unseen';
    forListeners.textContent = errorWord;
    text.replaceChildren(forListeners, message);
    text.hidden = false;
  }
  for (const control of field.querySelectorAll(`[name="${CSS.escape(column)}"]`)) {
    control.setAttribute('aria-invalid', 'true');
    describe(control, text?.id ?? '', true);
  }
}

function describe(control: Element, id: string, isDescribed: boolean): void {
  const others = (control.getAttribute('aria-describedby') ?? '')
    .split(' ')
    .filter((other) => other !== '' && other !== id);
  const all = isDescribed ? [...others, id] : others;
  if (all.length > 0) control.setAttribute('aria-describedby', all.join(' '));
  else control.removeAttribute('aria-describedby');
}

function entry(column: string, field: HTMLElement | undefined, message: string): HTMLElement {
  const item = document.createElement('li');
  const label =
    field?.dataset.said ?? field?.querySelector('.label')?.firstChild?.textContent?.trim();
  const text = `${label ?? column}：${message}`;
  if (!field) {
    item.textContent = text;
    return item;
  }
  const link = document.createElement('a');
  link.href = `#field-${column}`;
  link.textContent = text;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    field
      .querySelector<HTMLElement>('input:not([type=hidden], [hidden]), select, textarea, button')
      ?.focus();
  });
  item.append(link);
  return item;
}
