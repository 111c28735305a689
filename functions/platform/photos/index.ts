import type { DriveSchema } from '#platform/google/drive.ts';
import { folderAt } from '#platform/google/folder.ts';
import type { Google } from '#platform/google/index.ts';
import type { Register } from '#schema/register.ts';
import type { RowId } from '#schema/values.ts';
import { type Claim, createClaims } from './claims.ts';
import { fileIdIn } from './file-link.ts';
import { presentFile } from './present-file.ts';
import { photoProperties, waiting } from './properties.ts';

/** Whose a photo is: the register, and the id with which the form is sent. */
export interface PhotoOf {
  readonly register: Pick<Register, 'key' | 'title'>;
  /** The row's id; of a sheet for many rows, the sheet's. */
  readonly entry: RowId;
}

/** A photo that came with a form. */
export interface NewPhoto extends PhotoOf {
  /** Given by the sender: the same photo sent again is the same file. */
  readonly id: string;
  /** `2026-11`. */
  readonly month: string;
  readonly type: string;
  readonly bytes: Uint8Array;
}

/** Photos of forms, kept in the school's drive, where staff may see them and nobody else. */
export interface Photos {
  /** Puts a photo into Drive once; `ofOther` when its id already belongs to another row. Rejects with `GoogleFailure`. */
  store(photo: NewPhoto): Promise<'stored' | 'ofOther'>;
  /** The link of a photo for the row's cell; nothing when no such photo came for this row. */
  linkOf(id: string, of: PhotoOf): Promise<string | undefined>;
  /** A row names these links now: what was waiting for its row is kept. */
  keep(links: readonly string[]): Promise<void>;
  /** A photo of ours by its link, if it came for one of these entries; nothing otherwise. */
  open(
    link: string,
    register: string,
    isEntry: (entry: string) => boolean,
  ): Promise<{ readonly type: string; readonly bytes: Uint8Array } | undefined>;
}

export interface PhotosOptions {
  readonly google: Pick<Google, 'drive' | 'storage'>;
  readonly bucket: string;
  /** The shared drive of the school; without one, the drive of the account. */
  readonly parent: () => Promise<string | undefined>;
}

const rootFolder = '照片';
const photoFields = 'id,mimeType,trashed,webViewLink,properties';
const mostRemembered = 2_000;
const endings: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/**
 * Photos over Drive and the school's bucket: `照片/报修/2026-11/<id>.jpg`.
 *
 * @example
 * await photos.store({ id, register: repairs, entry: row, month: '2026-11', type: 'image/jpeg', bytes });
 * const link = await photos.linkOf(id, { register: repairs, entry: row });
 */
export function createPhotos({ google, bucket, parent }: PhotosOptions): Photos {
  const { drive } = google;
  const claims = createClaims(google.storage, bucket);
  const folders = new Map<string, Promise<string | undefined>>();
  const links = new Map<string, { readonly claim: Claim; readonly link: string }>();

  /** Two photos at once must not make the folder twice. */
  function folderOf({ register, month }: NewPhoto): Promise<string | undefined> {
    const path = [rootFolder, register.title.zh, month];
    const name = path.join('/');
    const known = folders.get(name);
    if (known) return known;
    const asked = parent().then((drive_) => folderAt(drive, drive_, path));
    folders.set(name, asked);
    asked.catch(() => folders.delete(name));
    return asked;
  }

  function remember(photo: string, claim: Claim, link: string): void {
    links.set(photo, { claim, link });
    const oldest = links.keys().next();
    if (links.size > mostRemembered && !oldest.done) links.delete(oldest.value);
  }

  const fileOf = (id: string) => presentFile(drive, id, photoFields);

  return {
    async store(photo) {
      const { register, entry, type, bytes } = photo;
      const wanted = { register: register.key, entry, file: await drive.newFileId() };
      const claim = await claims.settle(photo.id, wanted);
      if (claim.register !== register.key || claim.entry !== entry) return 'ofOther';
      if (links.has(photo.id)) return 'stored';
      const folder = await folderOf(photo);
      const file = await drive.createFile(
        {
          id: claim.file,
          name: `${photo.id}.${endings[type] ?? 'bin'}`,
          mimeType: type,
          properties: {
            [photoProperties.photo]: photo.id,
            [photoProperties.register]: register.key,
            [photoProperties.entry]: entry,
            [photoProperties.state]: waiting,
          },
          ...(folder !== undefined && { parents: [folder] }),
        },
        { mimeType: type, bytes },
        { fields: photoFields },
      );
      remember(photo.id, claim, linkIn(file));
      return 'stored';
    },

    async linkOf(id, { register, entry }) {
      const isOurs = (claim: Claim) => claim.register === register.key && claim.entry === entry;
      const known = links.get(id);
      if (known) return isOurs(known.claim) ? known.link : undefined;
      const claim = await claims.read(id);
      const file = claim && isOurs(claim) ? await fileOf(claim.file) : undefined;
      if (!claim || !file) return undefined;
      remember(id, claim, linkIn(file));
      return linkIn(file);
    },

    async keep(named) {
      for (const link of named) {
        const id = fileIdIn(link);
        const file = id === undefined ? undefined : await fileOf(id);
        if (!file?.id || file.properties?.[photoProperties.state] !== waiting) continue;
        await drive.updateFile(file.id, { properties: { [photoProperties.state]: 'kept' } });
      }
    },

    async open(link, register, isEntry) {
      const id = fileIdIn(link);
      const file = id === undefined ? undefined : await fileOf(id);
      const said = file?.properties;
      const entry = said?.[photoProperties.entry];
      if (!file?.id || !entry || said?.[photoProperties.register] !== register) return undefined;
      if (!isEntry(entry)) return undefined;
      return { type: file.mimeType ?? '', bytes: await drive.download(file.id) };
    },
  };
}

function linkIn({ id, webViewLink }: DriveSchema.Schema$File): string {
  if (!id) throw new Error('Drive made a photo without an id');
  return webViewLink?.split('?')[0] ?? `https://drive.google.com/file/d/${id}/view`;
}
