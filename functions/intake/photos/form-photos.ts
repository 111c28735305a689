import { createHash } from 'node:crypto';
import { v5 as uuidV5 } from 'uuid';
import type { Clock } from '#platform/clock.ts';
import type { Log } from '#platform/log/index.ts';
import type { PhotoOf, Photos } from '#platform/photos/index.ts';
import type { Issue } from '#schema/entry.ts';
import type { Label } from '#schema/language.ts';
import { photoLinks } from '#schema/photo-links.ts';
import type { Register } from '#schema/register.ts';
import { localMoment } from '#schema/time.ts';
import { isOutOfReach, problem } from '../problems.ts';
import type { SentFields } from '../submission-body.ts';
import { mostPhotos } from './limits.ts';
import { photoWords } from './words.ts';

/** A photo in the values that are sent: `photo:` and the id under which it was uploaded, one a line. */
const reference = /^photo:([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** Namespace of the ids of photos that come inside a form; never changed, or one sent again would be two. */
const photosInForms = '7c2a8f0e-31d4-4f0a-9b55-0c6f6f3f6d21';

/** The photos of forms and sheets. */
export interface FormPhotos {
  /** Takes one photo, or says why not. Throws what Drive throws. */
  take(of: PhotoOf, id: string, bytes: Uint8Array): Promise<Label | undefined>;
  /** Takes the files that came inside a form; its fields name them afterwards, as a script would. */
  takeInside(of: PhotoOf, sent: SentFields, columnOf: ColumnOf): Promise<TakenInside>;
  /** What was sent for a row, with links in place of references. Throws what Drive throws. */
  settle(of: PhotoOf & { readonly register: Register }, values: Sent): Promise<Settled>;
  /** A row names these photos now. Nobody waits for it: whatever is missed is seen at night. */
  keep(register: Register, values: Sent): void;
}

type Sent = Readonly<Record<string, unknown>>;
/** The column of a register that a field is. */
type ColumnOf = (field: string) => string;

export interface TakenInside {
  readonly fields: ReadonlyMap<string, string>;
  /** Of fields whose photos were not taken. */
  readonly issues: readonly Issue[];
}

export interface Settled {
  readonly values: Sent;
  readonly issues: readonly Issue[];
}

/** How long to wait when Drive cannot be asked now. */
export const usualWaitSeconds = 10;

/** What settling photos comes to; nothing when Drive cannot be asked now. */
export async function settled<T>(settle: () => Promise<T>): Promise<T | undefined> {
  try {
    return await settle();
  } catch (failure) {
    if (isOutOfReach(failure)) return undefined;
    throw failure;
  }
}

/** What is wrong with photos, and with other fields: a photo that is missing is said once. */
export function besides(photos: readonly Issue[], others: readonly Issue[]): readonly Issue[] {
  const wrong = new Set(photos.map(({ column }) => column));
  return [...photos, ...others.filter(({ column }) => !wrong.has(column))];
}

export function createFormPhotos({
  photos,
  clock,
  timeZone,
  log,
}: {
  /** Where they are kept; without it none can be taken. */
  readonly photos: Photos | undefined;
  readonly clock: Clock;
  readonly timeZone: string;
  readonly log: Log;
}): FormPhotos {
  async function take(of: PhotoOf, id: string, bytes: Uint8Array): Promise<Label | undefined> {
    if (!photos) throw problem(503, 'noPhotos', photoWords.noPhotos);
    // The first page does not wait for what reads pictures.
    const { readImage } = await import('./image.ts');
    const reading = readImage(bytes);
    if (!reading.ok) return reading.why;
    const month = localMoment(clock.now(), timeZone).slice(0, 7);
    const stored = await photos.store({ ...of, id, month, ...reading.image });
    log.info('intake.photo', { register: of.register.key, entry: of.entry, stored });
    return stored === 'ofOther' ? photoWords.ofOther : undefined;
  }

  async function linkOf(of: PhotoOf, line: string): Promise<string | undefined> {
    const id = reference.exec(line)?.[1];
    return id === undefined ? line : photos?.linkOf(id, of);
  }

  return {
    take,

    async takeInside(of, { fields, files }, columnOf) {
      const named = new Map(fields);
      const issues: Issue[] = [];
      for (const { field, bytes } of files) {
        if (photoColumn(of, columnOf(field)) === undefined) continue;
        const content = createHash('sha256').update(bytes).digest('hex');
        const id = uuidV5(`${of.entry}/${field}/${content}`, photosInForms);
        const why = await take(of, id, bytes);
        if (why) issues.push({ column: field, message: why });
        else named.set(field, withLine(named.get(field), `photo:${id}`));
      }
      return { fields: named, issues };
    },

    async settle(of, values) {
      const settled: Record<string, unknown> = { ...values };
      const issues: Issue[] = [];
      for (const [column, value] of Object.entries(values)) {
        if (typeof value !== 'string' || photoColumn(of, column) === undefined) continue;
        const lines = photoLinks(value);
        const links = await Promise.all(lines.map((line) => linkOf(of, line)));
        settled[column] = links.filter((link) => link !== undefined).join('\n');
        if (lines.length > mostPhotos) issues.push({ column, message: photoWords.tooMany });
        else if (links.includes(undefined)) issues.push({ column, message: photoWords.unknown });
      }
      return { values: settled, issues };
    },

    keep(register, values) {
      const links = Object.entries(values).flatMap(([column, value]) =>
        typeof value === 'string' && register.columns[column]?.kind === 'photo'
          ? photoLinks(value)
          : [],
      );
      if (links.length === 0) return;
      photos?.keep(links).catch((failure: unknown) => {
        const error = failure instanceof Error ? failure.name : 'unknown';
        log.warn('intake.photosNotKept', { register: register.key, error });
      });
    },
  };
}

function photoColumn(
  { register }: { readonly register: Pick<Register, 'key'> & Partial<Register> },
  name: string,
) {
  const column = register.columns?.[name];
  return column?.kind === 'photo' ? column : undefined;
}

/** A field's lines with one more; the same photo chosen twice stands there once. */
function withLine(text: string | undefined, line: string): string {
  return [...new Set([...photoLinks(text ?? ''), line])].join('\n');
}
