import { fill, valuesOf } from './fields.ts';

/** What the script knows of its sheet; `pages/sheet.ts` writes it. */
export interface SheetFacts {
  readonly untouched: 'leftOut' | 'kept';
  readonly copied?: string;
  readonly isClosed: boolean;
  readonly isCopiedIn: boolean;
  /** The column by which a row names itself. */
  readonly name?: string;
  readonly asksOnce: boolean;
  readonly blankLines: number;
}

export type Texts = Readonly<Record<string, string>>;

/** A row of the grid as it stands. */
export interface LineState {
  readonly values: Texts;
  readonly was: Texts | undefined;
  readonly isTouched: boolean;
  /** Nothing stands in it, or it was struck out. */
  readonly isBlank: boolean;
}

/** The rows of a sheet in its page. */
export interface Lines {
  all(): HTMLElement[];
  add(line?: {
    index?: number;
    values?: Texts;
    was?: Texts | undefined;
    drawn?: boolean;
  }): HTMLElement;
  /** Takes away every row. */
  clear(): void;
  state(line: HTMLElement): LineState;
  /** Shows what state a row is in. */
  dress(line: HTMLElement): void;
  /** What is sent: each row in its place, `null` for one that is left out. */
  sent(): (Texts | null)[];
  /** The rows that are sent, in their order. */
  going(): HTMLElement[];
}

export const placeOf = (line: HTMLElement): number => Number(line.dataset.line);

/** Fields of a row by column, with those of other kinds (whether it was ticked) under their own names. */
export function textsOf(line: HTMLElement): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(valuesOf(line)))
    texts[name.slice(name.indexOf('.') + 1)] = value;
  return texts;
}

export function createLines(
  form: HTMLFormElement,
  facts: SheetFacts,
  start: (line: HTMLElement) => void,
): Lines {
  const holder = form.querySelector<HTMLElement>('[data-lines]');
  const blank = form.querySelector<HTMLTemplateElement>('template[data-blank]');
  const all = () => [...(holder?.querySelectorAll<HTMLElement>('[data-line]') ?? [])];
  const last = () => all().reduce((most, line) => Math.max(most, placeOf(line)), -1);

  function state(line: HTMLElement): LineState {
    const texts = textsOf(line);
    const was = wasOf(line);
    const values: Record<string, string> = {};
    for (const [name, value] of Object.entries(texts))
      if (!name.startsWith('_') && value.trim() !== '') values[name] = value;
    const names = [...Object.keys(values), ...Object.keys(was ?? {})];
    const differs = names.some((name) => (values[name] ?? '') !== (was?.[name] ?? ''));
    return {
      values,
      was,
      isTouched: texts._seen === 'yes' || differs,
      isBlank: texts._gone === 'yes' || Object.keys(values).length === 0,
    };
  }

  function dress(line: HTMLElement): void {
    const { was, isTouched } = state(line);
    line.classList.toggle('touched', was !== undefined && isTouched);
    line.classList.toggle('struck', textsOf(line)._gone === 'yes');
    const name = line.querySelector<HTMLElement>('.line-name');
    const said = line.querySelector<HTMLElement>('.line-said');
    const shown = shownIn(line);
    if (name)
      name.textContent = shown
        .filter(([column]) => column === facts.name)
        .map(([, text]) => text)
        .join('');
    if (said)
      said.textContent = shown
        .filter(([column]) => column !== facts.name)
        .map(([, text]) => text)
        .join(' · ');
  }

  function isGoing(line: HTMLElement): boolean {
    const { was, isTouched, isBlank } = state(line);
    return !isBlank && (was === undefined || isTouched || facts.untouched === 'kept');
  }

  return {
    all,
    add({ index = last() + 1, values = {}, was, drawn = false } = {}) {
      const line = copyOf(blank, index);
      fill(line, inRow(index, values));
      if (was) prefill(line, was, facts);
      line.classList.toggle('drawn', drawn);
      const badge = line.querySelector<HTMLElement>('[data-drawn]');
      if (badge) badge.hidden = !drawn;
      holder?.append(line);
      start(line);
      dress(line);
      return line;
    },
    clear() {
      for (const line of all()) line.remove();
    },
    state,
    dress,
    sent() {
      const rows: (Texts | null)[] = Array.from({ length: last() + 1 }, () => null);
      for (const line of all().filter(isGoing)) {
        const { values, was, isTouched } = state(line);
        const isCopied = was !== undefined && !isTouched && facts.copied !== undefined;
        rows[placeOf(line)] = isCopied ? { ...values, [facts.copied ?? '']: 'yes' } : values;
      }
      return rows;
    },
    going: () => all().filter(isGoing),
  };
}

/** A row's fields by the names that they have in the form. */
export function inRow(index: number, values: Texts): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [name, value] of Object.entries(values)) named[`r${index}.${name}`] = value;
  return named;
}

/** The template holds `__` where a row's place belongs, and `data-line` counts from 0 while people count from 1. */
function copyOf(blank: HTMLTemplateElement | null, index: number): HTMLElement {
  const holder = document.createElement('div');
  const place = String(index);
  holder.innerHTML = (blank?.innerHTML ?? '')
    .split('r__')
    .join(`r${place}`)
    .split('data-line="__"')
    .join(`data-line="${place}"`)
    .split('__')
    .join(String(index + 1));
  const line = holder.firstElementChild;
  if (!(line instanceof HTMLElement)) throw new Error('the page has no blank row');
  const number = line.querySelector('.line-number');
  if (number) number.textContent = String(index + 1);
  return line;
}

function prefill(line: HTMLElement, was: Texts, facts: SheetFacts): void {
  const { isClosed, untouched, copied, name } = facts;
  line.classList.add('prefilled');
  const kept = prefilledField(line);
  if (kept) {
    kept.disabled = false;
    kept.value = JSON.stringify(was);
  }
  const needed = [...line.querySelectorAll<HTMLElement>('[data-needed]')];
  const isWhole = needed.every(({ dataset: { column = '' } }) => (was[column] ?? '') !== '');
  show(line, '.seen', isWhole && (untouched === 'leftOut' || copied !== undefined));
  for (const cell of line.querySelectorAll<HTMLElement>('[data-column]'))
    cell.classList.toggle('had', (was[cell.dataset.column ?? ''] ?? '') !== '');
  show(line, '.gone', !isClosed && untouched === 'kept');
  if (!isClosed || name === undefined || was[name] === undefined) return;
  const cell = line.querySelector<HTMLElement>(`[data-column="${CSS.escape(name)}"]`);
  const input = cell?.querySelector('input');
  if (!cell || !input || input.type === 'radio') return;
  cell.classList.add('fixed');
  input.readOnly = true;
}

function show(line: HTMLElement, selector: string, isShown: boolean): void {
  const part = line.querySelector<HTMLElement>(selector);
  if (part) part.hidden = !isShown;
}

/** Holds what a row was prefilled with. */
function prefilledField(line: HTMLElement): HTMLInputElement | null {
  return line.querySelector<HTMLInputElement>('.marks input[type=hidden]');
}

function wasOf(line: HTMLElement): Texts | undefined {
  const kept = prefilledField(line);
  if (!kept || kept.disabled) return undefined;
  const was: Texts = JSON.parse(kept.value);
  return was;
}

/** A number with its unit; of yes and no, what it is about; of photos, how many there are. */
function inFull(cell: HTMLElement, text: string): string {
  if (cell.classList.contains('photo')) {
    const title = cell.querySelector('.label')?.textContent?.trim() ?? '';
    return `${title} ${text.split('\n').length}`;
  }
  if (cell.classList.contains('yesNo')) {
    const title = cell.querySelector('.label')?.textContent?.trim() ?? '';
    const isYes = valuesOf(cell)[`${cell.dataset.field}`] === 'yes';
    return isYes ? title : `${title} ${text}`;
  }
  return cell.dataset.unit ? `${text} ${cell.dataset.unit}` : text;
}

/** What stands in each cell of a row, in words. */
function shownIn(line: HTMLElement): (readonly [string, string])[] {
  const shown: (readonly [string, string])[] = [];
  for (const cell of line.querySelectorAll<HTMLElement>('[data-column]')) {
    const chosen = cell.querySelector<HTMLElement>('input:checked + span');
    const control = cell.querySelector<HTMLInputElement | HTMLSelectElement>(
      'input:not([type=radio]), select, textarea',
    );
    const text =
      control instanceof HTMLSelectElement
        ? control.value === ''
          ? ''
          : (control.selectedOptions[0]?.textContent ?? '')
        : (chosen?.textContent ?? control?.value ?? '');
    if (text !== '') shown.push([cell.dataset.column ?? '', inFull(cell, text)]);
  }
  return shown;
}
