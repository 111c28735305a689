import type { Device } from './device.ts';
import { draftOf, forgetDraft, keepDraft } from './draft.ts';
import { fill, missing, valuesOf } from './fields.ts';
import { startFinders } from './finder.ts';
import { clearProblem, clearProblems } from './problems.ts';
import { shownShortly, takenNotice } from './queue.ts';
import { createSubmitter, isDrawnAgain, restoredNotice } from './sending.ts';
import { trapped } from './trap.ts';
import { wordsOf } from './words.ts';

const keepAfter = 400;

/** Makes a form keep what is typed, send it without leaving the page, and send it again until it arrives. */
export function startForm(form: HTMLFormElement, device: Device): void {
  const words = wordsOf(form);
  const wasDrawnAgain = isDrawnAgain();
  const state = { keeping: 0 };
  const submitter = createSubmitter(form, words, device, {
    body: () => ({ values: valuesOf(form), ...trapped(form) }),
    missing: () => missing(form).map((column) => ({ column, message: words.fillIn })),
    keep: keepNow,
    ...(form.dataset.queue !== undefined && { received: nextInQueue }),
  });

  /** The next of a queue begins on the same page, below what was received. */
  function nextInQueue(receipt: string): void {
    const said = shownShortly(form);
    form.reset();
    submitter.renumber();
    clearTimeout(state.keeping);
    submitter.say('');
    form.querySelector('.taken')?.remove();
    form.prepend(takenNotice(words, said, receipt));
    window.scrollTo({ top: 0 });
  }

  function keepNow(pending: boolean): void {
    clearTimeout(state.keeping);
    const values = valuesOf(form);
    if (Object.keys(values).length > 0)
      keepDraft(form, { id: submitter.id(), values, pending, at: device.now() });
    else forgetDraft(form);
  }

  function startAfresh(): void {
    fill(form, {});
    forgetDraft(form);
    submitter.renumber();
    clearProblems(form);
    submitter.say('');
  }

  function restore(): void {
    const draft = wasDrawnAgain ? undefined : draftOf(form, device.now());
    if (!draft) return;
    fill(form, draft.values);
    submitter.takeUp(draft.id, draft.pending);
    form.prepend(restoredNotice(words, startAfresh));
    if (draft.pending) void submitter.submit();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submitter.submit();
  });
  form.addEventListener('input', (event) => {
    const field = event.target instanceof Element ? event.target.closest('[data-field]') : null;
    if (field instanceof HTMLElement) clearProblem(field);
    clearTimeout(state.keeping);
    state.keeping = window.setTimeout(() => keepNow(false), keepAfter);
  });
  window.addEventListener('online', () => {
    if (draftOf(form, device.now())?.pending) void submitter.submit();
  });
  startFinders(form, words);
  restore();
}
