import { quoted } from '#platform/google/folder.ts';
import type { Google } from '#platform/google/index.ts';
import { createClaims } from './claims.ts';
import { fileIdIn } from './file-link.ts';
import { presentFile } from './present-file.ts';
import { photoProperties, waiting } from './properties.ts';

/** What became of the photos that were waiting for their rows. */
export interface Tidied {
  readonly kept: number;
  readonly removed: number;
}

/** A form is sent within seconds of its photos; a telephone that lost its network in between sends them again. */
const daysToWait = 7;

const dayMilliseconds = 24 * 3_600_000;

/**
 * Keeps each photo whose row has come, and puts into the bin those whose row never came. Rejects with `GoogleFailure`,
 * and then has removed nothing that a row names.
 *
 * @param named the ids of files that rows of these registers link; `undefined` for a register that cannot be read
 */
export async function tidyPhotos({
  google: { drive, storage },
  bucket,
  now,
  named,
}: {
  readonly google: Pick<Google, 'drive' | 'storage'>;
  readonly bucket: string;
  readonly now: Date;
  readonly named: (
    registers: readonly string[],
  ) => Promise<ReadonlyMap<string, ReadonlySet<string>>>;
}): Promise<Tidied> {
  const claims = createClaims(storage, bucket);
  const files = await drive.listFiles(
    `properties has { key=${quoted(photoProperties.state)} and value=${quoted(waiting)} } and trashed = false`,
    'id,createdTime,properties',
  );
  const registerOf = ({ properties }: (typeof files)[number]): string =>
    properties?.[photoProperties.register] ?? '';
  const links = files.length === 0 ? new Map() : await named([...new Set(files.map(registerOf))]);
  const done = { kept: 0, removed: 0 };
  for (const file of files) {
    const ofRegister = links.get(registerOf(file));
    if (!file.id || ofRegister === undefined) continue;
    if (ofRegister.has(file.id)) {
      await drive.updateFile(file.id, { properties: { [photoProperties.state]: 'kept' } });
      done.kept += 1;
    } else if (now.getTime() - Date.parse(file.createdTime ?? '') > daysToWait * dayMilliseconds) {
      // The claim goes first: a photo that is sent once more after all is then a new file.
      await claims.forget(file.properties?.[photoProperties.photo] ?? '');
      await drive.updateFile(file.id, { trashed: true });
      done.removed += 1;
    }
  }
  return done;
}

/** Puts photos into the bin, which Drive empties after thirty days; links to what is no photo of ours are left alone. */
export async function binPhotos(drive: Google['drive'], links: readonly string[]): Promise<void> {
  for (const link of links) {
    const id = fileIdIn(link);
    const file =
      id === undefined ? undefined : await presentFile(drive, id, 'id,trashed,properties');
    if (!file?.id || file.properties?.[photoProperties.photo] === undefined) continue;
    await drive.updateFile(file.id, { trashed: true });
  }
}
