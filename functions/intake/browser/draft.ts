import { forget, keep, kept } from './store.ts';

/** A row of a sheet as it was kept: its place, what it was prefilled with, whether the draw fell on it. */
export interface DraftLine {
  readonly index: number;
  readonly was?: Readonly<Record<string, string>>;
  readonly drawn: boolean;
}

/** A form that was not sent yet. */
export interface Draft {
  /** The id that it has, however often it is sent. */
  readonly id: string;
  readonly values: Readonly<Record<string, string>>;
  /** Of a sheet: its rows, whose values stand among the others. */
  readonly lines?: readonly DraftLine[];
  /** The person pressed Submit: it is to be sent as soon as that works. */
  readonly pending: boolean;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

const weekMilliseconds = 7 * 24 * 3_600_000;
const local = () => window.localStorage;
const nameOf = (form: HTMLFormElement) => `houqin-draft-${form.dataset.draft ?? ''}`;

/** The draft of a form, unless it is more than a week old. */
export function draftOf(form: HTMLFormElement, now: number): Draft | undefined {
  const text = kept(local, nameOf(form));
  if (text === null) return undefined;
  try {
    const draft: Draft = JSON.parse(text);
    if (now - draft.at < weekMilliseconds) return draft;
  } catch {
    // Not ours, or cut short: it cannot be restored.
  }
  forgetDraft(form);
  return undefined;
}

/** Keeps a draft until it is sent. */
export function keepDraft(form: HTMLFormElement, draft: Draft): boolean {
  return keep(local, nameOf(form), JSON.stringify(draft));
}

export function forgetDraft(form: HTMLFormElement): void {
  forget(local, nameOf(form));
}
