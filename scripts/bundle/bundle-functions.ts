import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { browserScripts, browserStyles, bundledScript } from '#functions/intake/assets.ts';
import { type Bundle, bundleEntry } from './bundle-entry.ts';
import { projectFolder } from './project-folder.ts';

/** The functions that are deployed, each from the folder of its name. */
export const deployedFunctions = ['intake', 'check', 'plan', 'report'] as const;
export type DeployedFunction = (typeof deployedFunctions)[number];

/**
 * Bundles functions one by one, each into a folder of its name that can be deployed as it is.
 *
 * @param outFolder relative to the project; to be started here it must lie in it, for the framework is found in its
 * node_modules
 * @example
 * const [intake] = await bundleFunctions({ outFolder: 'dist', functions: ['intake'] });
 * // dist/intake/index.js, dist/intake/browser/page.js, dist/intake/package.json …
 */
export async function bundleFunctions({
  outFolder,
  functions = deployedFunctions,
}: {
  readonly outFolder: string;
  readonly functions?: readonly DeployedFunction[];
}): Promise<readonly Bundle[]> {
  return Promise.all(
    functions.map(async (name) => {
      const bundle = await bundleEntry({
        name,
        entry: `functions/${name}/index.ts`,
        outFolder,
        registersAsData: name === 'intake',
      });
      if (name === 'intake') await addBrowserFiles(bundle.folder);
      return bundle;
    }),
  );
}

/** The scripts and the style sheets of intake's pages, where `loadAssets` looks for them: in `browser/`. */
export async function addBrowserFiles(folder: string): Promise<void> {
  const browser = join(folder, 'browser');
  await mkdir(browser, { recursive: true });
  await Promise.all([
    ...browserScripts.map(async (script) =>
      writeFile(join(browser, `${script}.js`), await bundledScript(script)),
    ),
    ...browserStyles.map((style) =>
      copyFile(
        join(projectFolder, `functions/intake/browser/${style}.css`),
        join(browser, `${style}.css`),
      ),
    ),
  ]);
}
