/** Pictures of eight by six pixels, as a browser writes them. */
const base64 = {
  jpeg: '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDABsSFBcUERsXFhceHBsgKEIrKCUlKFE6PTBCYFVlZF9VXVtqeJmBanGQc1tdhbWGkJ6jq62rZ4C8ybqmx5moq6T/2wBDARweHigjKE4rK06kbl1upKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKSkpKT/wAARCAAGAAgDASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAT/xAAVEAEBAAAAAAAAAAAAAAAAAAAAAv/EABUBAQEAAAAAAAAAAAAAAAAAAAIE/8QAGREAAgMBAAAAAAAAAAAAAAAAAAEDBDIz/9oADAMBAAIRAxEAPwCSQFEWEGx0Z//Z',
  webp: 'UklGRiACAABXRUJQVlA4WAoAAAAgAAAABwAABQAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAAAABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAAABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAAAAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAAAAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAAAABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggMgAAALABAJ0BKggABgAEAGglqAJ0R/+CQAAA/uY52OLNPdt+f6RCZcamByb7k52/Dk2kwAAA',
  png: 'iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAYAAAD+Bd/7AAAAJklEQVR4AczKMQ0AAAwCwQZLeKo4TNKVrSuf3PYQ6cSVE+apYTgAAAD///Q3KZ0AAAAGSURBVAMANuwRUYxvp6UAAAAASUVORK5CYII=',
};

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64'));

export const plainJpeg = bytesOf(base64.jpeg);
export const plainWebp = bytesOf(base64.webp);
export const plainPng = bytesOf(base64.png);

/** What a telephone writes into a picture, and nobody else should read. */
export const place = 'GPS 31.2304N 121.4737E';

/** A JPEG as a telephone makes it: turned, with the place in EXIF, XMP and a comment, and a film behind its end. */
export function jpegOfTelephone(orientation = 6): Uint8Array {
  const tiff = Buffer.from([
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1],
    ...[0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0],
  ]);
  return new Uint8Array(
    Buffer.concat([
      plainJpeg.subarray(0, 2),
      segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff, Buffer.from(place)])),
      segment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0${place}`)),
      segment(0xfe, Buffer.from(place)),
      plainJpeg.subarray(2),
      Buffer.from(`film ${place}`),
    ]),
  );
}

/** A whole JPEG of more than so many bytes, most of them comments. */
export function heavyJpeg(bytes: number): Uint8Array {
  const comment = segment(0xfe, Buffer.alloc(60_000, 'x'));
  const comments = Array.from({ length: Math.ceil(bytes / comment.length) }, () => comment);
  return new Uint8Array(
    Buffer.concat([plainJpeg.subarray(0, 2), ...comments, plainJpeg.subarray(2)]),
  );
}

/** A PNG with a text and something behind its end. */
export function pngWithText(): Uint8Array {
  const text = Buffer.from(`Comment\0${place}`);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  const head = 33;
  return new Uint8Array(
    Buffer.concat([
      plainPng.subarray(0, head),
      length,
      Buffer.from('tEXt'),
      text,
      Buffer.alloc(4),
      plainPng.subarray(head),
      Buffer.from(place),
    ]),
  );
}

/** A WebP that promises and holds EXIF. */
export function webpWithExif(): Uint8Array {
  const exif = Buffer.from(`Exif${place}`);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(exif.length);
  const whole = Buffer.concat([plainWebp, Buffer.from('EXIF'), length, exif]);
  whole.writeUInt32LE(whole.length - 8, 4);
  const promises = 20;
  whole[promises] = (whole[promises] ?? 0) | 0b1000;
  return new Uint8Array(whole);
}

/** A JPEG of a few hundred bytes that says it is 30,000 pixels wide and high. */
export function bomb(): Uint8Array {
  const bytes = Buffer.from(plainJpeg);
  const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
  bytes.writeUInt16BE(30_000, frame + 5);
  bytes.writeUInt16BE(30_000, frame + 7);
  return new Uint8Array(bytes);
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(content.length + 2, 2);
  return Buffer.concat([head, content]);
}
