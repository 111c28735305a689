import * as z from 'zod';
import { folderAt, quoted } from '#platform/google/folder.ts';
import type { Drive } from '#platform/google/index.ts';
import type { DraftFigures } from './figures-changed.ts';
import { docxType } from './render.ts';

/** A file that was put into Drive. */
export interface StoredPaper {
  readonly name: string;
  /** Opens it in a browser. */
  readonly url: string | undefined;
}

/** The folder of one paper in Drive: earlier drafts stay, each run adds its own. */
export interface PaperFolder {
  /** The number of the draft to be made: 1, or one more than the last. */
  readonly version: number;
  /** The figures of the last draft, if there was one. */
  readonly before: DraftFigures | undefined;
  /** Puts one copy beside the others: `后勤处2025年11月工作计划（送审稿v1）.docx`. */
  save(label: string, bytes: Uint8Array): Promise<StoredPaper>;
  /** Keeps the figures of this draft, to be compared with the next. */
  saveFigures(figures: DraftFigures): Promise<void>;
}

const figuresLabel = '数据';
const figuresShape = z.record(z.string(), z.string());

/** The name of one copy of one draft. */
export function paperName(base: string, label: string, version: number, ending: string): string {
  return `${base}（${label}v${version}）.${ending}`;
}

function versionIn(name: string, base: string): number {
  if (!name.startsWith(base)) return 0;
  return Number(/v(\d+)）\.\w+$/.exec(name)?.[1] ?? 0);
}

/**
 * Opens, or makes, the folder of a paper.
 *
 * @param path folder names from the outside in, such as `['月工作计划', '2026年12月']`
 * @param base the file name before its brackets
 * @throws GoogleFailure when Drive cannot be reached or refuses
 */
export async function openPaperFolder({
  drive,
  parent,
  path,
  base,
}: {
  readonly drive: Drive;
  /** The shared drive or folder in which the papers are kept. */
  readonly parent: string | undefined;
  readonly path: readonly string[];
  readonly base: string;
}): Promise<PaperFolder> {
  const folder = await folderAt(drive, parent, path);
  if (folder === undefined) throw new Error('a paper needs a folder of its own');
  const within = folder;
  const files = await drive.listFiles(
    `${quoted(within)} in parents and trashed = false`,
    'id,name',
  );
  const last = files.reduce((most, { name }) => Math.max(most, versionIn(name ?? '', base)), 0);
  const version = last + 1;
  const figuresName = paperName(base, figuresLabel, last, 'json');
  const figuresId = files.find(({ name }) => name === figuresName)?.id;
  const save = async (name: string, mimeType: string, bytes: Uint8Array) =>
    drive.createFile({ name, mimeType, parents: [within] }, { mimeType, bytes });
  return {
    version,
    before: figuresId
      ? figuresShape.parse(JSON.parse(new TextDecoder().decode(await drive.download(figuresId))))
      : undefined,
    save: async (label, bytes) => {
      const name = paperName(base, label, version, 'docx');
      const made = await save(name, docxType, bytes);
      return { name, url: made.webViewLink ?? undefined };
    },
    saveFigures: async (figures) => {
      const bytes = new TextEncoder().encode(JSON.stringify(figures, undefined, 2));
      await save(paperName(base, figuresLabel, version, 'json'), 'application/json', bytes);
    },
  };
}
