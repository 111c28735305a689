import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll } from 'vitest';
import { projectFolder } from '#scripts/bundle/project-folder.ts';

/** A folder for bundles, within the project so that a bundle finds what is installed; gone after the tests. */
export async function builtFolder(): Promise<string> {
  const parent = join(projectFolder, 'node_modules/.cache');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'bundle-test-'));
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return folder;
}
