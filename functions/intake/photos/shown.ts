import type { Photos } from '#platform/photos/index.ts';
import type { Columns } from '#schema/columns.ts';
import { photoLinks } from '#schema/photo-links.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import type { RowId } from '#schema/values.ts';
import { mostRows } from '../batch/body.ts';
import { sheetRowId } from '../batch/sheet-sender.ts';
import type { IntakeContext } from '../desk.ts';
import { problem } from '../problems.ts';
import { words } from '../words.ts';

/** Which photo of which row is asked for; they count from 1. */
export interface PhotoAsked {
  readonly register: Register;
  readonly row: RowId;
  readonly values: Values<Columns>;
  readonly column: string;
  readonly place: string;
}

/** A photo changes no more once its row names it. */
const keptFor = 'private, max-age=86400, immutable';

/**
 * Answers with a photo of a row, for whoever may see the row: phones may not reach Google, and Drive shows it to staff
 * alone. What came for another row is not shown, whatever link stands in the cell.
 */
export async function showPhoto(
  c: IntakeContext,
  photos: Photos | undefined,
  { register, row, values, column, place }: PhotoAsked,
): Promise<Response> {
  const { kind, personal } = register.columns[column] ?? {};
  const isShown = kind === 'photo' && !personal;
  const link = isShown ? photoLinks(String(values[column] ?? ''))[Number(place) - 1] : undefined;
  const photo =
    link === undefined
      ? undefined
      : await photos?.open(link, register.key, (entry) => isEntryOf(entry, row));
  if (!photo) throw problem(404, 'noPhoto', words.notFound);
  return c.body(Buffer.from(photo.bytes), 200, {
    'Content-Type': photo.type,
    'Content-Disposition': 'inline',
    'Cache-Control': keptFor,
  });
}

/** A row's photos came with its own id, or with that of the sheet of which it is one row. */
function isEntryOf(entry: string, row: RowId): boolean {
  if (entry === row) return true;
  return Array.from({ length: mostRows }).some((_, index) => sheetRowId(entry, index) === row);
}
