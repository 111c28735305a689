import type { Device } from './device.ts';
import { type Draft, draftOf, forgetDraft, keepDraft } from './draft.ts';
import { fill, missing, valuesOf } from './fields.ts';
import { finderStarter } from './finder.ts';
import { fold, isFilled, startFold } from './fold.ts';
import { createLines, placeOf, type SheetFacts, type Texts } from './lines.ts';
import { startNarrowing } from './narrow.ts';
import { startOnce } from './once.ts';
import { startPaste } from './paste.ts';
import { createPhotoFields } from './photo-field.ts';
import { photosOfForm } from './photos-of-form.ts';
import { clearProblem, type Problem } from './problems.ts';
import { startSame } from './same.ts';
import { createSubmitter, isDrawnAgain, restoredNotice } from './sending.ts';
import type { Shelves } from './shelf.ts';
import { trapped } from './trap.ts';
import { sheetWordsOf, wordsOf } from './words.ts';

const keepAfter = 400;
const mostRows = 300;
const rowsToAdd = 5;

/** Makes a sheet for many rows list its rows in the page, mark what is touched, keep it, and send it until it arrives. */
export function startSheet(form: HTMLFormElement, device: Device, shelves: Shelves): void {
  const words = wordsOf(form);
  const sheetWords = sheetWordsOf(form);
  const facts: SheetFacts = JSON.parse(form.dataset.sheet ?? '{}');
  const wasDrawnAgain = isDrawnAgain();
  const state = { keeping: 0 };
  const startFinder = finderStarter(form, words);
  const photoFields = createPhotoFields(shelves, words, device);
  const lines = createLines(form, facts, startLine);
  const narrowing = startNarrowing(form, words, lines);
  const once = startOnce(form, words, sheetWords, lines, facts, () => {
    narrowing.renew();
    count();
    keepNow(false);
  });
  const submitter = createSubmitter(form, words, device, {
    body: () => ({ ...once.body(), ...trapped(form), rows: lines.sent() }),
    missing: problems,
    keep: keepNow,
    ...photosOfForm(form, { shelves, fields: photoFields, device }, () => valuesOf(form)),
  });

  function startLine(line: HTMLElement): void {
    for (const input of line.querySelectorAll<HTMLInputElement>('input[data-list]'))
      startFinder(input);
    photoFields.start(line);
    startFold(line, lines.all()[0] === line);
    for (const input of line.querySelectorAll('input')) input.enterKeyHint = 'next';
    if (facts.isCopiedIn && lines.all()[0] !== line)
      startSame(line, lines, sheetWords.same, changed);
  }

  function changed(): void {
    count();
    clearTimeout(state.keeping);
    state.keeping = window.setTimeout(() => keepNow(false), keepAfter);
  }

  function problems(): Problem[] {
    const blank = missing(once.part).map((column) => ({ column, message: words.fillIn }));
    const going = lines.going();
    if (going.length === 0) blank.push({ column: 'rows', message: sheetWords.noRows });
    for (const line of going) {
      const needed = line.classList.contains('drawn')
        ? '[data-needed], [data-drawn-needs]'
        : '[data-needed]';
      for (const cell of line.querySelectorAll<HTMLElement>(needed))
        if (!isFilled(cell))
          blank.push({
            column: cell.dataset.field ?? '',
            message: cell.matches('[data-drawn-needs]') ? sheetWords.drawnNeeds : words.fillIn,
          });
    }
    return blank;
  }

  function keepNow(pending: boolean): boolean {
    clearTimeout(state.keeping);
    state.keeping = 0;
    const kept = lines.all().map((line) => {
      const { was } = lines.state(line);
      return { index: placeOf(line), ...(was && { was }), drawn: line.classList.contains('drawn') };
    });
    const isGrid = form.dataset.step === 'grid';
    return keepDraft(form, {
      id: submitter.id(),
      values: valuesOf(form),
      pending,
      wasTried: submitter.wasTried(),
      at: device.now(),
      ...(isGrid && { lines: kept }),
    });
  }

  function count(): void {
    const place = form.querySelector<HTMLElement>('[data-counts]');
    if (!place) return;
    const states = lines.all().map(lines.state);
    const filled = states.filter(({ was, isTouched, isBlank }) => !isBlank && (!was || isTouched));
    const untouched = states.filter(({ was, isTouched, isBlank }) => was && !isTouched && !isBlank);
    place.textContent = [
      `${sheetWords.fill} ${filled.length} ${sheetWords.rows}`,
      ...(untouched.length > 0
        ? [`${sheetWords.untouched} ${untouched.length} ${sheetWords.rows}`]
        : []),
    ].join(' · ');
  }

  function restoreLines({ lines: kept = [], values }: Draft): void {
    if (kept.length === 0) return;
    lines.clear();
    for (const { index, was, drawn } of kept)
      lines.add({ index, was, drawn, values: valuesIn(index, values) });
    once.openGrid();
  }

  function restore(): void {
    const draft = wasDrawnAgain ? undefined : draftOf(form, device.now());
    if (!draft) return;
    fill(once.part, draft.values);
    restoreLines(draft);
    submitter.takeUp(draft.id, draft.pending || draft.wasTried === true);
    form.prepend(
      restoredNotice(words, () => {
        forgetDraft(form);
        window.location.reload();
      }),
    );
    if (draft.pending) void submitter.submit();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (form.dataset.step === 'grid' ? submitter.submit() : once.next());
  });
  form.querySelector('[value=more]')?.addEventListener('click', (event) => {
    event.preventDefault();
    const [first] = Array.from({ length: rowsToAdd }, () =>
      lines.all().length < mostRows ? lines.add() : undefined,
    );
    if (!first) return;
    fold(first, false);
    first.querySelector<HTMLElement>('input, select, textarea')?.focus();
  });
  form.addEventListener('input', (event) => {
    const target = event.target instanceof Element ? event.target : null;
    const field = target?.closest<HTMLElement>('[data-field]');
    const line = target?.closest<HTMLElement>('[data-line]');
    if (field) clearProblem(field);
    if (line) lines.dress(line);
    changed();
  });
  form.addEventListener('keydown', (event) => {
    const from = event.target instanceof HTMLInputElement ? event.target : null;
    const cell = from?.closest<HTMLElement>('[data-line] [data-column]');
    if (event.key !== 'Enter' || event.isComposing || event.defaultPrevented || !cell) return;
    event.preventDefault();
    nextInColumn(lines.all(), cell)?.focus();
  });
  form.addEventListener('problems', () => {
    narrowing.showAll();
    for (const line of lines.all())
      if (line.classList.contains('folded') && line.querySelector('.wrong')) fold(line, false);
  });
  // A telephone may close a page that is out of sight without a word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && state.keeping !== 0) keepNow(false);
  });
  window.addEventListener('online', () => {
    if (draftOf(form, device.now())?.pending) void submitter.submit();
  });
  for (const line of lines.all()) {
    startLine(line);
    lines.dress(line);
  }
  for (const input of once.part.querySelectorAll<HTMLInputElement>('input[data-list]'))
    startFinder(input);
  photoFields.start(once.part);
  if (facts.isCopiedIn || !facts.isClosed) startPaste(form, lines, mostRows);
  restore();
  narrowing.renew();
  count();
}

/** What a draft holds of one row, by column. */
function valuesIn(index: number, values: Texts): Texts {
  const start = `r${index}.`;
  const own: Record<string, string> = {};
  for (const [name, value] of Object.entries(values))
    if (name.startsWith(start)) own[name.slice(start.length)] = value;
  return own;
}

/** The field below, in the same column. */
function nextInColumn(all: readonly HTMLElement[], cell: HTMLElement): HTMLElement | null {
  const place = all.findIndex((line) => line.contains(cell));
  const below = all[place + 1];
  return (
    below?.querySelector<HTMLElement>(
      `[data-column="${CSS.escape(cell.dataset.column ?? '')}"] :is(input, select, textarea)`,
    ) ?? null
  );
}
