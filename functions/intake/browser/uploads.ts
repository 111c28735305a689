import type { Sending } from './send.ts';
import type { KeptPhoto, Shelf } from './shelf.ts';
import { doWork } from './work.ts';

const patienceMilliseconds = 120_000;
/** A photo whose form does not come is thrown away after some days: it is sent again long before. */
const countsFor = 12 * 3_600_000;

/** Photos of a form on their way to the server. */
export interface Upload {
  /** Where they go, with marks for both ids; `pages/form.ts` writes it. */
  readonly address: string;
  /** The id of the form. */
  readonly entry: string;
  readonly photos: readonly string[];
  readonly shelf: Shelf<KeptPhoto>;
  readonly now: () => number;
  /** How far it is, in words such as `1/2 · 40 %`. */
  readonly progress: (said: string) => void;
}

/** The photos that a form's values name, in their order. */
export function photosIn(values: unknown): string[] {
  return [...JSON.stringify(values).matchAll(/photo:([0-9a-f-]{36})/g)].map(([, id = '']) => id);
}

/** Uploads what was not yet; nothing when all of it is there, else what became of the try. */
export async function uploadPhotos(upload: Upload): Promise<Sending | undefined> {
  const { address, entry, photos, shelf, now, progress } = upload;
  for (const [index, id] of photos.entries()) {
    const photo = await shelf.get(id);
    // What is not here was uploaded by the form itself, or is lost: the server knows which.
    if (!photo || (photo.uploaded !== undefined && now() - photo.uploaded < countsFor)) continue;
    const place = `${index + 1}/${photos.length}`;
    const send = (work?: string) =>
      put(
        address.replace('ENTRY', entry).replace('PHOTO', id),
        photo,
        (percent) => progress(`${place} · ${percent} %`),
        work,
      );
    let answer = await send();
    // Too many at once: whoever does the work that is set need not wait.
    const work = answer.workSet === null ? undefined : await doWork(answer.workSet);
    if (work !== undefined) answer = await send(work);
    if (answer.status !== 201) return failed(answer, id);
    await shelf.put({ ...photo, uploaded: now() });
  }
  return undefined;
}

/** Has photos uploaded once more: the server did not know them. */
export async function uploadAgain(shelf: Shelf<KeptPhoto>, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const photo = await shelf.get(id);
    if (photo) await shelf.put({ id, type: photo.type, bytes: photo.bytes, at: photo.at });
  }
}

interface Answer {
  readonly status: number;
  readonly workSet: string | null;
  readonly afterSeconds: number;
  readonly message: string;
}

/** The field is found by the photo that stands in it. */
function failed({ status, message, afterSeconds }: Answer, id: string): Sending {
  if (status === 422)
    return { outcome: 'wrong', message, problems: [{ column: `photo:${id}`, message }] };
  const isTransient = status === 0 || status === 408 || status === 429 || status >= 500;
  if (isTransient) return { outcome: 'unclear', afterSeconds };
  return { outcome: 'refused', message, isLink: status === 401 || status === 403 };
}

/** Progress of a body on its way is told by this request alone, not by `fetch`. */
function put(
  address: string,
  { type, bytes }: KeptPhoto,
  progress: (percent: number) => void,
  work: string | undefined,
): Promise<Answer> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const ended = (): void =>
      resolve({
        status: request.status,
        message: messageIn(request),
        afterSeconds: Number(request.getResponseHeader('Retry-After')) || 0,
        workSet: request.status === 429 ? request.getResponseHeader('X-Work-Set') : null,
      });
    request.open('PUT', address);
    if (work !== undefined) request.setRequestHeader('X-Work', work);
    request.timeout = patienceMilliseconds;
    request.setRequestHeader('Content-Type', type.startsWith('image/') ? type : 'image/jpeg');
    request.upload.onprogress = ({ loaded, total }) =>
      progress(total === 0 ? 0 : Math.floor((loaded / total) * 100));
    request.onloadend = ended;
    request.send(bytes);
  });
}

function messageIn({ responseText }: XMLHttpRequest): string {
  try {
    const { error }: { error?: { message?: string } } = JSON.parse(responseText);
    return error?.message ?? '';
  } catch {
    return '';
  }
}
