import fc from 'fast-check';
import { imageSize } from 'image-size';
import { describe, expect, it } from 'vitest';
import { readImage } from '#functions/intake/photos/image.ts';
import { largestPhoto } from '#functions/intake/photos/limits.ts';
import {
  bomb,
  jpegOfTelephone,
  place,
  plainJpeg,
  plainPng,
  plainWebp,
  pngWithText,
  webpWithExif,
} from './pictures.ts';

const why = (bytes: Uint8Array) => {
  const reading = readImage(bytes);
  return reading.ok ? 'taken' : reading.why.zh;
};

function taken(bytes: Uint8Array) {
  const reading = readImage(bytes);
  if (!reading.ok) throw new Error(reading.why.en);
  return reading.image;
}

describe('a picture', () => {
  it.each([
    ['JPEG', plainJpeg, 'image/jpeg'],
    ['PNG', plainPng, 'image/png'],
    ['WebP', plainWebp, 'image/webp'],
  ])('%s is known by what is in it and kept as it is', (_, bytes, type) => {
    expect(taken(bytes)).toEqual({ type, bytes: Buffer.from(bytes) });
  });

  it.each([
    ['JPEG', jpegOfTelephone()],
    ['PNG', pngWithText()],
    ['WebP', webpWithExif()],
  ])('%s loses the place where it was taken, and still is a picture', (_, bytes) => {
    expect(Buffer.from(bytes).includes(place)).toBe(true);
    const image = taken(bytes);
    expect(Buffer.from(image.bytes).includes(place)).toBe(false);
    expect(imageSize(image.bytes)).toMatchObject({ width: 8, height: 6 });
  });

  it('that was taken upright stays upright', () => {
    expect(imageSize(taken(jpegOfTelephone(6)).bytes).orientation).toBe(6);
    expect(imageSize(taken(jpegOfTelephone(1)).bytes).orientation).toBeUndefined();
  });

  it('keeps its colours: the profile stays', () => {
    expect(Buffer.from(taken(jpegOfTelephone()).bytes).includes('ICC_PROFILE')).toBe(true);
  });
});

describe('what is refused, in words that say what to do', () => {
  it.each([
    ['a page', Buffer.from('<html><script>alert(1)</script></html>'), '这不是照片'],
    ['a drawing that can hold scripts', Buffer.from('<svg xmlns="…"></svg>'), '这不是照片'],
    ['nothing', new Uint8Array(), '这不是照片'],
    [
      'HEIC',
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypheic0000mif1heic')]),
      'HEIC 照片收不了',
    ],
    ['a picture of 900 million pixels in a few hundred bytes', bomb(), '像素太多'],
    ['what begins like a picture', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0, 0]), '照片不完整'],
    ['more than 10 MB', new Uint8Array(largestPhoto + 1), '照片太大'],
  ])('%s', (_, bytes, words) => {
    expect(why(new Uint8Array(bytes))).toContain(words);
  });

  it.each([
    ['JPEG', plainJpeg],
    ['PNG', plainPng],
    ['WebP', plainWebp],
  ])('half of a %s, wherever it was cut', (_, bytes) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: bytes.length - 1 }), (length) => {
        expect(why(bytes.subarray(0, length))).not.toBe('taken');
      }),
    );
  });

  it('never fails on bytes that were changed on the way', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(plainJpeg, plainPng, plainWebp, jpegOfTelephone()),
        fc.array(fc.tuple(fc.nat(700), fc.nat(255)), { maxLength: 8 }),
        (bytes, changes) => {
          const changed = Uint8Array.from(bytes);
          for (const [at, byte] of changes) if (at < changed.length) changed[at] = byte;
          expect(readImage(changed)).toHaveProperty('ok');
        },
      ),
    );
  });
});
