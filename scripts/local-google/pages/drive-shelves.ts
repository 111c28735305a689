import { foldersAbove, isTrashed } from '../drive/access.ts';
import { folderType } from '../drive/find.ts';
import type { FileRecord, GoogleState } from '../state.ts';

/** Files that lie together: at the top of a drive or in one of its folders. */
export interface Shelf {
  /** The drive or folder; `/#ID` leads to it. */
  readonly id: string;
  /** The drive, then the folders down to this one. */
  readonly path: readonly string[];
  readonly files: readonly FileRecord[];
}

/** All files that are not in the bin, by where they lie; the last changed first. */
export function shelvesOf(state: GoogleState): Shelf[] {
  const files = [...state.files.values()].filter(
    (file) => file.mimeType !== folderType && !isTrashed(state, file),
  );
  const byPlace = Map.groupBy(files, (file) => file.parents[0] ?? file.owner ?? '');
  return [...byPlace]
    .map(([id, here]) => ({
      id,
      path: pathOf(state, here),
      files: here.toSorted((one, other) => other.modifiedTime.localeCompare(one.modifiedTime)),
    }))
    .toSorted((one, other) => one.path.join('/').localeCompare(other.path.join('/'), 'zh-CN'));
}

/** A file that is neither a folder nor in the bin. */
export function findFile(state: GoogleState, id: string): FileRecord | undefined {
  const file = state.files.get(id);
  return file && file.mimeType !== folderType && !isTrashed(state, file) ? file : undefined;
}

function pathOf(state: GoogleState, [file]: readonly FileRecord[]): string[] {
  if (!file) return [];
  const drive = state.drives.get(file.driveId ?? '')?.name ?? `我的云端硬盘 ${file.owner ?? ''}`;
  const folders = foldersAbove(state, file).map(({ name }) => name);
  return [drive, ...folders.toReversed()];
}
