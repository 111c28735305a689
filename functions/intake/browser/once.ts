import { missing, valuesOf } from './fields.ts';
import type { Lines, SheetFacts, Texts } from './lines.ts';
import { showProblems } from './problems.ts';
import type { SheetWords, SpokenWords } from './words.ts';

/** The part of a sheet that is asked once, before its rows. */
export interface Once {
  readonly part: HTMLElement;
  /** What it adds to what is sent. */
  body(): Readonly<Record<string, unknown>>;
  /** Asks what the grid begins with and shows it. */
  next(): Promise<void>;
  /** Shows the grid, with what was said once folded to a line above it. */
  openGrid(): void;
}

interface GridRow {
  readonly values: Texts;
  readonly drawn: boolean;
}

interface GridAnswer {
  readonly rows?: readonly GridRow[];
  readonly error?: { readonly message: string };
  readonly issues?: readonly { readonly column: string; readonly message: string }[];
}

export function startOnce(
  form: HTMLFormElement,
  words: SpokenWords,
  sheetWords: SheetWords,
  lines: Lines,
  facts: SheetFacts,
  onGrid: () => void,
): Once {
  const details = form.querySelector<HTMLDetailsElement>('[data-once]');
  const part =
    form.querySelector<HTMLElement>('[data-once], [data-page]') ?? document.createElement('div');
  const button = part.querySelector<HTMLButtonElement>('.next');
  const status = part.querySelector<HTMLElement>('[data-once-status]');
  const state = { isAsking: false };

  function openGrid(): void {
    form.dataset.step = 'grid';
    const grid = form.querySelector<HTMLElement>('[data-part=grid]');
    if (grid) grid.hidden = false;
    if (details) details.open = false;
    const said = part.querySelector('[data-once-said]');
    if (said) said.textContent = shownIn(part).join(' · ');
    const legend = form.querySelector<HTMLElement>('[data-legend]');
    if (legend) legend.hidden = !form.querySelector('.prefilled');
  }

  function show(rows: readonly GridRow[]): void {
    const before = lines
      .all()
      .map(lines.state)
      .filter(({ isTouched, isBlank }) => isTouched && !isBlank);
    const nameOf = (values: Texts) => values[facts.name ?? ''];
    lines.clear();
    const placed = new Set<unknown>();
    for (const { values, drawn } of rows) {
      const own = before.find((line) => line.was && nameOf(line.was) === nameOf(values));
      if (own) placed.add(own);
      lines.add({ values: own?.values ?? values, was: values, drawn });
    }
    for (const line of before) if (!placed.has(line)) lines.add({ values: line.values });
    if (lines.all().length === 0)
      for (let added = 0; added < facts.blankLines; added += 1) lines.add();
    openGrid();
    onGrid();
  }

  async function next(): Promise<void> {
    if (state.isAsking) return;
    const blanks = missing(part).map((column) => ({ column, message: words.fillIn }));
    showProblems(form, blanks, words.error);
    if (blanks.length > 0) return;
    state.isAsking = true;
    button?.setAttribute('aria-disabled', 'true');
    const answer = await asked(form.dataset.grid ?? '', valuesOf(part));
    state.isAsking = false;
    button?.removeAttribute('aria-disabled');
    if (answer?.issues) showProblems(form, answer.issues, words.error);
    if (status) status.textContent = answer ? (answer.error?.message ?? '') : sheetWords.gridUnread;
    if (!answer?.rows) return;
    show(answer.rows);
    const heading = form.querySelector<HTMLElement>('[data-part=grid] h2');
    heading?.setAttribute('tabindex', '-1');
    heading?.focus();
  }

  button?.addEventListener('click', (event) => {
    event.preventDefault();
    void next();
  });
  return {
    part,
    body: () => (facts.isCopiedIn ? valuesOf(part) : { shared: valuesOf(part) }),
    next,
    openGrid,
  };
}

/** The server's answer; none when it cannot be reached or cannot read the spreadsheets. */
async function asked(address: string, shared: Texts): Promise<GridAnswer | undefined> {
  try {
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ shared }),
    });
    const answer: GridAnswer = await response.json();
    return response.status < 500 ? answer : undefined;
  } catch {
    return undefined;
  }
}

/** What was said once, in words, one text a field. */
function shownIn(part: HTMLElement): string[] {
  return [...part.querySelectorAll<HTMLElement>('[data-field]')].flatMap((field) => {
    const chosen = field.querySelector('input:checked + .choice');
    if (field.querySelector('[data-photos]')) return [];
    const control = field.querySelector<HTMLInputElement | HTMLSelectElement>(
      'input:not([type=radio]), select, textarea',
    );
    const text =
      control instanceof HTMLSelectElement
        ? (control.selectedOptions[0]?.textContent ?? '')
        : (chosen?.textContent ?? control?.value ?? '');
    const isChosen = control ? control.value !== '' : chosen !== null;
    const title = field.querySelector('.label')?.firstChild?.textContent?.trim() ?? '';
    return isChosen && text !== '' ? [`${title} ${text.replace('T', ' ')}`] : [];
  });
}
