import { rememberForm } from './again.ts';
import type { Device } from './device.ts';
import { forgetDraft, refuseDraft } from './draft.ts';
import { idField } from './fields.ts';
import { isKiosk } from './kiosk.ts';
import type { Problem } from './problems.ts';
import { clearProblems, showProblems } from './problems.ts';
import { type Sending, send } from './send.ts';
import type { SpokenWords } from './words.ts';

const firstPause = 3_000;
const longestPause = 60_000;

/** What differs between a form and a sheet for many rows. */
export interface Sent {
  /** What goes with the id; asked each time it is sent. */
  body(): Readonly<Record<string, unknown>>;
  /** What is missing and can be told without the network. */
  missing(): readonly Problem[];
  /**
   * Keeps what stands in the fields on this device; `pending` when it is to be sent as soon as that works. False when
   * this browser keeps nothing.
   */
  keep(pending: boolean): boolean;
  /** Sends ahead what goes by itself; nothing when that is done, else what became of it. */
  ahead(id: string, progress: (said: string) => void): Promise<Sending | undefined>;
  /** It arrived: nothing of it is kept any more. */
  arrived(): void;
  /** Some of what was sent ahead did not arrive after all. */
  sendAgain(columns: readonly string[]): void;
  /** Puts it aside to be sent later, so that the next can be filled in; without it the form waits. */
  readonly aside?: (id: string) => Promise<void>;
  /** Says here that it arrived; without it the receipt's page is opened. */
  readonly received?: (receipt: string) => void;
}

/** Sends a form without leaving the page, and again until it arrives. */
export interface Submitter {
  /** The id of what is being filled in, the same however often it is sent. */
  readonly id: () => string;
  /** Whether it may have arrived already. */
  readonly wasTried: () => boolean;
  /** Takes up an id that was kept; `wasTried` when it may have been sent before. */
  takeUp(id: string, wasTried: boolean): void;
  /** Another one begins. */
  renumber(): void;
  submit(): Promise<void>;
  say(text: string): void;
}

export function createSubmitter(
  form: HTMLFormElement,
  words: SpokenWords,
  { newId }: Device,
  { body, missing, keep, ahead, arrived, sendAgain, aside, received }: Sent,
): Submitter {
  const status = form.querySelector<HTMLElement>('[data-status]');
  const button = [...form.querySelectorAll<HTMLButtonElement>('button.submit')].pop();
  const buttonWord = button?.textContent ?? '';
  const drawnId = idField(form)?.value;
  const state = {
    // A page out of the cache would bring the id of an earlier submission.
    id: isDrawnAgain() && drawnId ? drawnId : newId(),
    tries: form.elements.namedItem('_retry') ? 1 : 0,
    isSending: false,
    retry: 0,
  };

  function say(text: string): void {
    if (status) status.textContent = text;
  }

  function press(text: string, isBusy: boolean): void {
    if (!button) return;
    button.textContent = text;
    button.setAttribute('aria-disabled', String(isBusy));
  }

  function number(id: string, tries: number): void {
    clearTimeout(state.retry);
    state.id = id;
    state.tries = tries;
    const field = idField(form);
    if (field) field.value = id;
  }

  async function submit(): Promise<void> {
    if (state.isSending) return;
    clearTimeout(state.retry);
    clearProblems(form);
    const blanks = missing();
    if (blanks.length > 0) {
      showProblems(form, blanks, words.error);
      return;
    }
    state.isSending = true;
    press(words.sending, true);
    const isKept = keep(true);
    const retry = state.tries > 0;
    const sending =
      (await ahead(state.id, (said) => press(`${words.uploading} ${said}`, true))) ??
      (await send(form.dataset.api ?? '', { id: state.id, retry, ...body() }));
    state.tries += 1;
    state.isSending = false;
    press(buttonWord, false);
    finish(sending, isKept);
  }

  /** What waits may be put aside, so that the next person need not wait. */
  function offerAside(): void {
    if (!aside || !status) return;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'aside';
    button.textContent = words.aside;
    button.addEventListener('click', () => {
      clearTimeout(state.retry);
      press(buttonWord, false);
      void aside(state.id);
    });
    status.append(' ', button);
  }

  function finish(sending: Sending, isKept: boolean): void {
    if (sending.outcome === 'unclear') {
      say(isKept ? words.waiting : words.waitingHere);
      if (isKept) offerAside();
      press(words.retryNow, false);
      const pause = Math.min(longestPause, firstPause * 2 ** (state.tries - 1));
      state.retry = window.setTimeout(submit, Math.max(pause, (sending.afterSeconds ?? 0) * 1000));
      return;
    }
    if (sending.outcome === 'received') {
      forgetDraft(form);
      arrived();
      rememberForm();
      const receipt = new URL(sending.receipt, window.location.href);
      const language = new URLSearchParams(window.location.search).get('lang');
      if (language) receipt.searchParams.set('lang', language);
      const address = receipt.pathname + receipt.search;
      if (received) received(address);
      else if (isKiosk()) window.location.replace(address);
      else window.location.assign(address);
      return;
    }
    if (sending.outcome === 'different') number(newId(), 0);
    say(sending.outcome === 'different' ? words.sentBefore : sending.message);
    keep(false);
    if (sending.outcome === 'refused' && sending.isLink) refuseDraft(form.dataset.draft ?? '');
    if (sending.outcome === 'wrong') {
      sendAgain(sending.problems.map(({ column }) => column));
      showProblems(form, sending.problems, words.error);
    } else status?.scrollIntoView({ block: 'center' });
  }

  return {
    id: () => state.id,
    wasTried: () => state.tries > 0,
    takeUp: (id, wasTried) => number(id, wasTried ? 1 : 0),
    renumber: () => number(newId(), 0),
    submit,
    say,
  };
}

/** Whether the server drew the form again after an error: that is newer than any draft. */
export function isDrawnAgain(): boolean {
  return document.querySelector('[data-summary]:not([hidden]), .notice') !== null;
}

/** A notice that something was restored, with a way to begin afresh. */
export function restoredNotice(words: SpokenWords, onClear: () => void): HTMLElement {
  const notice = document.createElement('p');
  notice.className = 'notice restored';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = words.clear;
  button.addEventListener('click', () => {
    onClear();
    notice.remove();
  });
  notice.append(words.restored, ' ', button);
  return notice;
}
