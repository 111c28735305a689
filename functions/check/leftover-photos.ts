import type { Clock } from '#platform/clock.ts';
import type { Google } from '#platform/google/index.ts';
import { fileIdIn } from '#platform/photos/file-link.ts';
import { type Tidied, tidyPhotos } from '#platform/photos/tidy.ts';
import type { Workbooks } from '#platform/workbook/index.ts';
import { photoLinks } from '#schema/photo-links.ts';
import type { Register } from '#schema/register.ts';
import { type Row, textAt } from '#schema/row.ts';

/** Each night: photos whose row has come are kept, and those whose row never came go into the bin. */
export function createLeftoverPhotos({
  google,
  bucket,
  workbooks,
  clock,
}: {
  readonly google: Pick<Google, 'drive' | 'storage'>;
  readonly bucket: string;
  readonly workbooks: Workbooks;
  readonly clock: Clock;
}): () => Promise<Tidied> {
  async function named(keys: readonly string[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const known = keys.filter((key) => workbooks.register(key) !== undefined);
    const read = await workbooks.read(known);
    return new Map(
      [...read].map(([key, { register, rows }]) => [key, new Set(photosNamed(register, rows))]),
    );
  }

  return () => tidyPhotos({ google, bucket, now: clock.now(), named });
}

function photosNamed({ columns }: Register, rows: readonly Row[]): readonly string[] {
  const names = Object.keys(columns).filter((name) => columns[name]?.kind === 'photo');
  return rows.flatMap((row) =>
    names.flatMap((name) => photoLinks(textAt(row, name)).flatMap((link) => fileIdIn(link) ?? [])),
  );
}
