import type { Drive } from './drive.ts';

/** The type of a folder in Drive. */
export const folderType = 'application/vnd.google-apps.folder';

/** A text as it stands in a search of Drive. */
export function quoted(words: string): string {
  return `'${words.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

/**
 * The id of a folder, found or made.
 *
 * @param parent the folder or shared drive in which it lies; the caller's own drive when absent
 * @param path folder names from the outside in, such as `['月工作计划', '2026年12月']`
 */
export async function folderAt(
  drive: Pick<Drive, 'listFiles' | 'createFile'>,
  parent: string | undefined,
  path: readonly string[],
): Promise<string | undefined> {
  let folder = parent;
  for (const name of path) folder = await folderIn(drive, folder, name);
  return folder;
}

async function folderIn(
  drive: Pick<Drive, 'listFiles' | 'createFile'>,
  parent: string | undefined,
  name: string,
): Promise<string> {
  const inParent = parent === undefined ? '' : ` and ${quoted(parent)} in parents`;
  const [found] = await drive.listFiles(
    `name = ${quoted(name)} and mimeType = ${quoted(folderType)} and trashed = false${inParent}`,
    'id',
  );
  if (found?.id) return found.id;
  const made = await drive.createFile({
    name,
    mimeType: folderType,
    ...(parent === undefined ? {} : { parents: [parent] }),
  });
  if (!made.id) throw new Error(`Drive made the folder “${name}” without an id`);
  return made.id;
}
