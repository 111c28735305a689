import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { registers } from '#schema/registers/index.ts';
import { coveragePage } from './docs/coverage/coverage-page.ts';
import { workLines } from './docs/coverage/work-lines.ts';
import { registerPages } from './docs/register-pages.ts';

const folder = fileURLToPath(new URL('../docs/registers/', import.meta.url));
rmSync(folder, { recursive: true, force: true });
const pages = registerPages(registers);
for (const [path, text] of pages) {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
const project = new URL('../', import.meta.url);
writeFileSync(new URL('docs/coverage.md', project), coveragePage(workLines, registers, project));
console.log(`docs/registers: ${pages.size} pages; docs/coverage.md`);
