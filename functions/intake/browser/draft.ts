import { forget, keep, kept, keptNames } from './store.ts';

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
  /** It was sent before, and nobody knows whether it arrived. */
  readonly wasTried?: boolean;
  /** The link under which it was typed opens nothing any more. */
  readonly isRefused?: boolean;
  /** When it was kept, in milliseconds since 1970. */
  readonly at: number;
}

const weekMilliseconds = 7 * 24 * 3_600_000;
const local = () => window.localStorage;
const start = 'houqin-draft-';
const nameOf = (form: HTMLFormElement) => start + (form.dataset.draft ?? '');

/**
 * The draft of a form; one that was never submitted is forgotten after a week. Where there is none, what was typed
 * under a link that opens nothing any more is taken over.
 */
export function draftOf(form: HTMLFormElement, now: number): Draft | undefined {
  const draft = readDraft(nameOf(form));
  if (draft && (draft.pending || now - draft.at < weekMilliseconds)) return draft;
  forgetDraft(form);
  return takenOver(form);
}

function readDraft(name: string): Draft | undefined {
  try {
    const draft: Draft | null = JSON.parse(kept(local, name) ?? 'null');
    return draft ?? undefined;
  } catch {
    // Not ours, or cut short: it cannot be restored.
    return undefined;
  }
}

/** Drafts of one form differ at their end, which stands for the link. */
function takenOver(form: HTMLFormElement): Draft | undefined {
  const stem = nameOf(form).replace(/[^-]*$/, '');
  for (const name of keptNames(local)) {
    const isSameForm = name.startsWith(stem) && !name.slice(stem.length).includes('-');
    const draft = isSameForm ? readDraft(name) : undefined;
    if (!draft?.isRefused) continue;
    forget(local, name);
    // It may have arrived before the link ended, so it keeps its id and waits to be submitted once more.
    const own: Draft = { ...draft, pending: false, wasTried: true, isRefused: false };
    keepDraft(form, own);
    return own;
  }
  return undefined;
}

/** Marks what was typed under this link: the next link to the same form takes it over. True if there was something. */
export function refuseDraft(name: string): boolean {
  const draft = readDraft(start + name);
  return (
    draft !== undefined && keep(local, start + name, JSON.stringify({ ...draft, isRefused: true }))
  );
}

/** Keeps a draft until it is sent. */
export function keepDraft(form: HTMLFormElement, draft: Draft): boolean {
  return keep(local, nameOf(form), JSON.stringify(draft));
}

export function forgetDraft(form: HTMLFormElement): void {
  forget(local, nameOf(form));
}
