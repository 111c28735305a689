import type { Locator } from 'playwright-core';
import { plainJpeg } from '../functions/intake/photos/pictures.ts';

/** A photo as the system's camera hands it to the page. */
const taken = { name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(plainJpeg) };

/** Takes a photo into a field, and waits until it is seen there. */
export async function takePhoto(field: Locator, photo = taken): Promise<void> {
  const before = await field.locator('.shots li').count();
  await field.locator('input[capture]').setInputFiles(photo);
  await field.locator('.shots li').nth(before).waitFor();
}
