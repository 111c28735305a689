import { rememberForm } from './again.ts';
import { draftOf, forgetDraft, keepDraft } from './draft.ts';
import { fill, idField, missing, newId, valuesOf } from './fields.ts';
import { startFinders } from './finder.ts';
import { clearProblem, clearProblems, showProblems } from './problems.ts';
import { type Sending, send } from './send.ts';
import { wordsOf } from './words.ts';

const firstPause = 3_000;
const longestPause = 60_000;
const keepAfter = 400;

/** Makes a form keep what is typed, send it without leaving the page, and send it again until it arrives. */
export function startForm(form: HTMLFormElement): void {
  const words = wordsOf(form);
  const status = form.querySelector<HTMLElement>('[data-status]');
  const button = form.querySelector<HTMLButtonElement>('button[type=submit]');
  const buttonWord = button?.textContent ?? '';
  const isDrawnAgain = document.querySelector('[data-summary]:not([hidden]), .notice') !== null;
  const drawnId = idField(form)?.value;
  const state = {
    // A page out of the cache would bring the id of an earlier submission.
    id: isDrawnAgain && drawnId ? drawnId : newId(),
    tries: form.elements.namedItem('_retry') ? 1 : 0,
    isSending: false,
    retry: 0,
    keeping: 0,
  };

  function say(text: string): void {
    if (status) status.textContent = text;
  }

  function press(text: string, isBusy: boolean): void {
    if (!button) return;
    button.textContent = text;
    button.setAttribute('aria-disabled', String(isBusy));
  }

  function renumber(): void {
    state.id = newId();
    state.tries = 0;
    const field = idField(form);
    if (field) field.value = state.id;
  }

  function keepNow(pending: boolean): void {
    clearTimeout(state.keeping);
    const values = valuesOf(form);
    if (Object.keys(values).length > 0) keepDraft(form, { id: state.id, values, pending });
    else forgetDraft(form);
  }

  async function submit(): Promise<void> {
    if (state.isSending) return;
    clearTimeout(state.retry);
    clearProblems(form);
    const blanks = missing(form);
    if (blanks.length > 0) {
      const problems = blanks.map((column) => ({ column, message: words.fillIn }));
      showProblems(form, problems, words.error);
      return;
    }
    state.isSending = true;
    press(words.sending, true);
    keepNow(true);
    const submission = { id: state.id, values: valuesOf(form), retry: state.tries > 0 };
    const sending = await send(form.dataset.api ?? '', submission);
    state.tries += 1;
    state.isSending = false;
    press(buttonWord, false);
    finish(sending);
  }

  function finish(sending: Sending): void {
    if (sending.outcome === 'unclear') {
      say(words.waiting);
      press(words.retryNow, false);
      const pause = Math.min(longestPause, firstPause * 2 ** (state.tries - 1));
      state.retry = window.setTimeout(submit, Math.max(pause, (sending.afterSeconds ?? 0) * 1000));
      return;
    }
    if (sending.outcome === 'received') {
      forgetDraft(form);
      rememberForm();
      const receipt = new URL(sending.receipt, window.location.href);
      const language = new URLSearchParams(window.location.search).get('lang');
      if (language) receipt.searchParams.set('lang', language);
      window.location.assign(receipt.pathname + receipt.search);
      return;
    }
    if (sending.outcome === 'different') renumber();
    say(sending.outcome === 'different' ? words.sentBefore : sending.message);
    keepNow(false);
    if (sending.outcome === 'wrong') showProblems(form, sending.problems, words.error);
    else status?.scrollIntoView({ block: 'center' });
  }

  function startAfresh(): void {
    clearTimeout(state.retry);
    fill(form, {});
    forgetDraft(form);
    renumber();
    clearProblems(form);
    say('');
  }

  /** What the server drew after an error is newer than any draft. */
  function restore(): void {
    const draft = isDrawnAgain ? undefined : draftOf(form);
    if (!draft) return;
    fill(form, draft.values);
    state.id = draft.id;
    const field = idField(form);
    if (field) field.value = draft.id;
    form.prepend(restoredNotice(words.restored, words.clear, startAfresh));
    if (!draft.pending) return;
    state.tries = 1;
    void submit();
  }

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });
  form.addEventListener('input', (event) => {
    const field = event.target instanceof Element ? event.target.closest('[data-field]') : null;
    if (field instanceof HTMLElement) clearProblem(field);
    clearTimeout(state.keeping);
    state.keeping = window.setTimeout(() => keepNow(false), keepAfter);
  });
  window.addEventListener('online', () => {
    if (draftOf(form)?.pending) void submit();
  });
  startFinders(form, words);
  restore();
}

function restoredNotice(text: string, clear: string, onClear: () => void): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'notice restored';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = clear;
  button.addEventListener('click', () => {
    onClear();
    notice.remove();
  });
  notice.append(text, ' ', button);
  return notice;
}
