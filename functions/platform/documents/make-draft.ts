import type { Drive } from '#platform/google/index.ts';
import type { Log } from '#platform/log/index.ts';
import { marksIn } from './contents.ts';
import { changedBlocks, type DraftFigures, figuresChanged } from './figures-changed.ts';
import type { Copy, Paper } from './paper.ts';
import { openPaperFolder, type PaperFolder, paperName } from './paper-folder.ts';
import { renderDocx } from './render.ts';

/** One file of a draft. */
export interface DraftFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Opens it in Drive; absent when it could not be stored. */
  readonly url?: string;
}

/** A draft as it was made. */
export interface Draft {
  readonly version: number;
  /** Marks that wait for the director. */
  readonly marks: number;
  /** How many figures differ from the last draft. */
  readonly changed: number;
  readonly files: readonly DraftFile[];
  /** What a person should know, in Chinese: that Drive did not take the files. */
  readonly problems: readonly string[];
}

/** What the review copy says of changes since the last draft. */
export type Changed = ReturnType<typeof changedBlocks>;

/** A further document of the same draft, in one copy, such as the one to read aloud. */
export interface Companion {
  readonly label: string;
  readonly copy: Copy;
  readonly paper: Paper;
}

const labels: Readonly<Record<Copy, string>> = { review: '送审稿', clean: '打印稿' };

interface DraftOptions {
  readonly drive: Drive;
  readonly log: Log;
  /** The shared drive or folder in which the papers are kept. */
  readonly parent: string | undefined;
  readonly path: readonly string[];
  readonly base: string;
  readonly figures: DraftFigures;
  readonly paper: (changed: Changed) => Paper;
  readonly companions?: readonly Companion[];
}

/**
 * Draws both copies of a paper and puts them into Drive as a new draft; earlier ones stay. A draft that Drive
 * does not take is still made, so that it can travel by mail.
 */
export async function makeDraft(options: DraftOptions): Promise<Draft> {
  const { figures, base, companions = [] } = options;
  const problems: string[] = [];
  const folder = await openedFolder(options, problems);
  const changed = figuresChanged(folder?.before, figures);
  const paper = options.paper(changedBlocks(changed));
  const version = folder?.version ?? 1;
  const copies = [
    { label: labels.review, copy: 'review' as const, paper },
    { label: labels.clean, copy: 'clean' as const, paper },
    ...companions,
  ];
  const files: DraftFile[] = [];
  for (const { label, copy, paper: one } of copies) {
    const bytes = await renderDocx(one, { copy });
    const url = await stored(options, folder, label, bytes, problems);
    files.push({ name: paperName(base, label, version, 'docx'), bytes, ...(url ? { url } : {}) });
  }
  if (folder) await keepFigures(options, folder, figures, problems);
  return { version, marks: marksIn(paper), changed: changed.length, files, problems };
}

const notStored = '文件没有存入云盘，只随邮件发出';

function told({ log }: DraftOptions, problems: string[], failure: unknown): undefined {
  log.error('paper-not-stored', { failure: String(failure) });
  if (!problems.includes(notStored)) problems.push(notStored);
  return undefined;
}

async function openedFolder(
  options: DraftOptions,
  problems: string[],
): Promise<PaperFolder | undefined> {
  try {
    return await openPaperFolder(options);
  } catch (failure) {
    return told(options, problems, failure);
  }
}

async function stored(
  options: DraftOptions,
  folder: PaperFolder | undefined,
  label: string,
  bytes: Uint8Array,
  problems: string[],
): Promise<string | undefined> {
  try {
    return (await folder?.save(label, bytes))?.url;
  } catch (failure) {
    return told(options, problems, failure);
  }
}

async function keepFigures(
  options: DraftOptions,
  folder: PaperFolder,
  figures: DraftFigures,
  problems: string[],
): Promise<void> {
  try {
    await folder.saveFigures(figures);
  } catch (failure) {
    told(options, problems, failure);
  }
}
