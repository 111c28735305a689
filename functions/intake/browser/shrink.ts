/** Enough to read a nameplate, and a tenth of what a camera gives. */
const longestSide = 1600;
const quality = 0.82;
/** What the server takes of a picture that this browser cannot open. */
const largest = 10_485_760;

/** A picture as it is sent. */
export interface Picture {
  readonly type: string;
  readonly bytes: ArrayBuffer;
}

/**
 * A photo made smaller and drawn anew as JPEG, by which it loses where and when it was taken. What this browser cannot
 * draw is left as it is, for the server to judge; nothing when that is too large to be sent.
 */
export async function shrink(file: File): Promise<Picture | undefined> {
  const drawn = await drawnAnew(file);
  if (drawn) return drawn;
  return file.size <= largest
    ? { type: file.type || 'application/octet-stream', bytes: await bytesOf(file) }
    : undefined;
}

async function drawnAnew(file: File): Promise<Picture | undefined> {
  try {
    const picture = await decoded(file);
    const scale = Math.min(1, longestSide / Math.max(picture.width, picture.height));
    const canvas = canvasOf(picture, scale);
    const blob = await new Promise<Blob | null>((resolve) =>
      canvas.toBlob(resolve, 'image/jpeg', quality),
    );
    return blob ? { type: blob.type, bytes: await bytesOf(blob) } : undefined;
  } catch {
    return undefined;
  }
}

/** A small copy of a picture, to be seen beside its field. */
export async function thumbnail({ type, bytes }: Picture, side: number): Promise<HTMLElement> {
  try {
    const picture = await decoded(new Blob([bytes], { type }));
    return canvasOf(picture, side / Math.min(picture.width, picture.height));
  } catch {
    return document.createElement('span');
  }
}

function canvasOf(picture: ImageBitmap | HTMLImageElement, scale: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  // What is clear in a PNG would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return canvas;
}

async function decoded(blob: Blob): Promise<ImageBitmap | HTMLImageElement> {
  if ('createImageBitmap' in window)
    try {
      return await createImageBitmap(blob, { imageOrientation: 'from-image' });
    } catch {
      // Older browsers know neither the option nor every kind of picture that an image element shows.
    }
  const image = new Image();
  image.src = await addressOf(blob);
  await image.decode();
  return image;
}

/** The content policy lets pictures come from data addresses, not from blobs. */
function addressOf(blob: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(blob);
  });
}

/** `Blob.arrayBuffer` is missing in browsers that some chat programs bring. */
function bytesOf(blob: Blob): Promise<ArrayBuffer> {
  return new Response(blob).arrayBuffer();
}
