import type { Device } from './device.ts';
import type { PhotoFields } from './photo-field.ts';
import type { Sending } from './send.ts';
import type { Sent } from './sending.ts';
import type { Shelves } from './shelf.ts';
import { photosIn, uploadAgain, uploadPhotos } from './uploads.ts';

/** What becomes of a form's photos when it is sent: they go ahead of it, and are forgotten once it arrived. */
export function photosOfForm(
  form: HTMLFormElement,
  { shelves, fields, device }: { shelves: Shelves; fields: PhotoFields; device: Device },
  values: () => unknown,
): Pick<Sent, 'ahead' | 'arrived' | 'sendAgain'> {
  const shelf = shelves.photos;

  /** A photo that was not taken is told at the field in which it stands. */
  function inItsField(sending: Sending): Sending {
    if (sending.outcome !== 'wrong') return sending;
    const problems = sending.problems.map(({ column, message }) => {
      const links = [...form.querySelectorAll<HTMLInputElement>('input[data-links]')];
      return { column: links.find(({ value }) => value.includes(column))?.name ?? column, message };
    });
    return { ...sending, problems };
  }

  return {
    async ahead(entry, progress) {
      await fields.ready();
      const address = form.dataset.upload;
      const photos = address === undefined ? [] : photosIn(values());
      if (address === undefined || photos.length === 0) return undefined;
      const sending = await uploadPhotos({
        address,
        entry,
        photos,
        shelf,
        now: device.now,
        progress,
      });
      return sending && inItsField(sending);
    },
    arrived() {
      for (const photo of photosIn(values())) void shelf.remove(photo);
    },
    sendAgain(columns) {
      const links = [...form.querySelectorAll<HTMLInputElement>('input[data-links]')];
      const named = links.filter(({ name }) => columns.includes(name)).map(({ value }) => value);
      void uploadAgain(shelf, photosIn(named));
    },
  };
}
