import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registers } from '#schema/registers/index.ts';
import { registerPages } from './docs/register-pages.ts';

const folder = fileURLToPath(new URL('../docs/registers/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
const pages = registerPages(registers);
for (const [path, text] of pages) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
console.log(`docs/registers: ${pages.size} pages`);
