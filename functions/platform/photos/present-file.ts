import type { DriveSchema } from '#platform/google/drive.ts';
import { GoogleFailure } from '#platform/google/failure.ts';
import type { Google } from '#platform/google/index.ts';

/** A file that is there and not in the bin; nothing otherwise. `fields` must hold `trashed`. */
export async function presentFile(
  drive: Google['drive'],
  id: string,
  fields: string,
): Promise<DriveSchema.Schema$File | undefined> {
  try {
    const file = await drive.getFile(id, fields);
    return file.trashed ? undefined : file;
  } catch (failure) {
    if (failure instanceof GoogleFailure && failure.kind === 'missing') return undefined;
    throw failure;
  }
}
