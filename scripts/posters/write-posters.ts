import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { finished } from 'node:stream/promises';
import PDFDocument from 'pdfkit';
import { drawPoster } from './draw-poster.ts';
import type { Poster } from './poster.ts';

const { resolve } = createRequire(import.meta.url);
const faces = {
  regular: '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  bold: '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
} as const;

/**
 * Writes posters into a PDF, an A4 sheet each. Only the letters that are used go into the file, and it needs no
 * program beside Node.
 */
export async function writePosters(posters: readonly Poster[], file: string): Promise<void> {
  const pen = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    info: { Title: posters[0] ? `${posters[0].school} ${posters[0].title.zh}` : '' },
  });
  for (const [name, path] of Object.entries(faces)) pen.registerFont(name, resolve(path));
  const written = pen.pipe(createWriteStream(file));
  for (const poster of posters) {
    pen.addPage();
    drawPoster(pen, poster);
  }
  pen.end();
  await finished(written);
}
