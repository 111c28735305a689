import type { Device } from './device.ts';
import { draftOf, forgetDraft, keepDraft } from './draft.ts';
import { fill, missing, valuesOf } from './fields.ts';
import { startFinders } from './finder.ts';
import { offerMine, rememberMine } from './mine.ts';
import { createPhotoFields } from './photo-field.ts';
import { photosOfForm } from './photos-of-form.ts';
import { clearProblem, clearProblems } from './problems.ts';
import { shownShortly, takenNotice } from './queue.ts';
import { scanStarter } from './scan.ts';
import { createSubmitter, isDrawnAgain, restoredNotice } from './sending.ts';
import type { Shelves } from './shelf.ts';
import { trapped } from './trap.ts';
import type { UnsentForms } from './unsent.ts';
import { photosIn } from './uploads.ts';
import { wordsOf } from './words.ts';

const keepAfter = 400;

/** What a form stands in: the device, what it keeps, and the forms that wait on it. */
export interface Surroundings {
  readonly device: Device;
  readonly shelves: Shelves;
  readonly unsent: UnsentForms;
}

/** A form that was started. */
export interface StartedForm {
  /** Puts aside what was submitted and still waits; what was only typed is given up, its photos too. */
  leave(): Promise<void>;
}

/** Makes a form keep what is typed, send it without leaving the page, and send it again until it arrives. */
export function startForm(
  form: HTMLFormElement,
  { device, shelves, unsent }: Surroundings,
): StartedForm {
  const words = wordsOf(form);
  const photoFields = createPhotoFields(shelves, words, device);
  const wasDrawnAgain = isDrawnAgain();
  const state = { keeping: 0 };
  const photos = photosOfForm(form, { shelves, fields: photoFields, device }, () => valuesOf(form));
  const submitter = createSubmitter(form, words, device, {
    body: () => ({ values: valuesOf(form), ...trapped(form) }),
    missing: () => missing(form).map((column) => ({ column, message: words.fillIn })),
    keep: keepNow,
    ...photos,
    arrived() {
      photos.arrived();
      rememberMine(form);
    },
    aside,
    ...(form.dataset.queue !== undefined && { received: nextInQueue }),
  });

  /** What could not be sent waits in the list, and the form is blank for the next. */
  async function aside(id: string): Promise<void> {
    const values = valuesOf(form);
    const { api = '', upload = '' } = form.dataset;
    const added = unsent.add({
      id,
      title: document.querySelector('h1')?.textContent ?? '',
      said: shownShortly(form),
      at: device.now(),
      api,
      upload,
      body: { values },
      photos: photosIn(values),
    });
    rememberMine(form);
    blank();
    window.scrollTo({ top: 0 });
    await added;
  }

  function blank(): void {
    clearTimeout(state.keeping);
    state.keeping = 0;
    form.reset();
    for (const links of form.querySelectorAll<HTMLInputElement>('input[data-links]')) {
      links.value = '';
      links.dispatchEvent(new Event('change'));
    }
    forgetDraft(form);
    submitter.renumber();
    clearProblems(form);
    submitter.say('');
    form.querySelector('.restored')?.remove();
  }

  /** The next of a queue begins on the same page, below what was received. */
  function nextInQueue(receipt: string): void {
    const said = shownShortly(form);
    blank();
    form.querySelector('.taken')?.remove();
    form.prepend(takenNotice(words, said, receipt));
    window.scrollTo({ top: 0 });
  }

  function keepNow(pending: boolean): boolean {
    clearTimeout(state.keeping);
    state.keeping = 0;
    const values = valuesOf(form);
    if (Object.keys(values).length > 0)
      return keepDraft(form, {
        id: submitter.id(),
        values,
        pending,
        wasTried: submitter.wasTried(),
        at: device.now(),
      });
    forgetDraft(form);
    return true;
  }

  function startAfresh(): void {
    photos.arrived();
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
    submitter.takeUp(draft.id, draft.pending || draft.wasTried === true);
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
  // A telephone may close a page that is out of sight without a word.
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden' && state.keeping !== 0) keepNow(false);
  });
  window.addEventListener('online', () => {
    if (draftOf(form, device.now())?.pending) void submitter.submit();
  });
  startFinders(form, words);
  const startScan = scanStarter(words);
  for (const input of form.querySelectorAll<HTMLInputElement>('input[data-scan]')) startScan(input);
  photoFields.start(form);
  restore();
  offerMine(form, words);
  return {
    async leave() {
      if (draftOf(form, device.now())?.pending) await aside(submitter.id());
      else photos.arrived();
    },
  };
}
