import { imageSize } from 'image-size';
import type { Label } from '#schema/language.ts';
import { jpegWithoutMetadata } from './jpeg.ts';
import { largestPhoto, mostPixels } from './limits.ts';
import { pngWithoutMetadata } from './png.ts';
import { webpWithoutMetadata } from './webp.ts';
import { photoWords } from './words.ts';

/** A picture that may be kept: whole, of a size that can be shown, and without the place where it was taken. */
export interface Image {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

export type ImageType = 'image/jpeg' | 'image/png' | 'image/webp';

type Reading =
  | { readonly ok: true; readonly image: Image }
  | { readonly ok: false; readonly why: Label };

/** Reads what was sent as a picture: by what is in it, whatever it calls itself. */
export function readImage(bytes: Uint8Array): Reading {
  if (bytes.length > largestPhoto) return refused(photoWords.tooLarge);
  const type = typeOf(bytes);
  if (type === 'heic') return refused(photoWords.heic);
  if (type === undefined) return refused(photoWords.notPhoto);
  const size = sizeOf(bytes);
  if (!size) return refused(photoWords.broken);
  if (size.width * size.height > mostPixels) return refused(photoWords.tooManyPixels);
  const plain = withoutMetadata(type, bytes, size.orientation);
  return plain ? { ok: true, image: { type, bytes: plain } } : refused(photoWords.broken);
}

/** By the first bytes; HEIC is told apart, since telephones make it and people need other words then. */
function typeOf(bytes: Uint8Array): ImageType | 'heic' | undefined {
  const head = Buffer.from(bytes.subarray(0, 12)).toString('latin1');
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg';
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
  if (head.startsWith('RIFF') && head.endsWith('WEBP')) return 'image/webp';
  return /^.{4}ftyp(?:hei|hev|mif1|msf1|avif)/s.test(head) ? 'heic' : undefined;
}

/** Read from the head alone, so that nothing is unpacked. */
function sizeOf(bytes: Uint8Array) {
  try {
    const { width, height, orientation } = imageSize(bytes);
    return width > 0 && height > 0 ? { width, height, orientation } : undefined;
  } catch {
    // What cannot be measured is no picture that could be shown.
    return undefined;
  }
}

function withoutMetadata(type: ImageType, bytes: Uint8Array, orientation: number | undefined) {
  switch (type) {
    case 'image/jpeg':
      return jpegWithoutMetadata(bytes, orientation);
    case 'image/png':
      return pngWithoutMetadata(bytes);
    case 'image/webp':
      return webpWithoutMetadata(bytes);
  }
}

function refused(why: Label): Reading {
  return { ok: false, why };
}
