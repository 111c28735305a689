import { rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { registers } from '#schema/registers/index.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { type BundleParts, partsOf } from './parts.ts';
import { projectFolder } from './project-folder.ts';
import { registersAsData, wholeRegisters } from './registers-as-data.ts';

const framework = '@google-cloud/functions-framework';

/**
 * A CommonJS package in a bundle asks for Node's own modules by `require`, which an ES module lacks. Each file of a
 * bundle begins with it, so it does nothing until it is called.
 */
const requireForCommonJs = `const require = (name) =>
  process.getBuiltinModule('node:module').createRequire(import.meta.url)(name);`;

export interface BundleEntryOptions {
  /** The name under which the entry registers its function, and of its folder. */
  readonly name: string;
  /** The module to start from, relative to the project. */
  readonly entry: string;
  /** The function's folder is made in it, anew; relative to the project. */
  readonly outFolder: string;
  /** Packages left out of the bundle beside the framework; the function's own package.json lists them. */
  readonly leftOut?: readonly (keyof typeof packageJson.dependencies)[];
  /** Registers start as plain data, their code is loaded when first used: for a function that people wait for. */
  readonly registersAsData?: boolean;
}

/** A function as it can be deployed or started: a folder that needs nothing else of the source tree. */
export interface Bundle extends BundleParts {
  readonly name: string;
  readonly folder: string;
}

/**
 * Bundles one function into `<outFolder>/<name>/`: `index.js` with all that is needed at start, a chunk beside it
 * for each part that is loaded when first used, and a package.json that asks for what is left out.
 */
export async function bundleEntry(options: BundleEntryOptions): Promise<Bundle> {
  const { name, entry, outFolder, leftOut = [] } = options;
  const asData = options.registersAsData ?? false;
  const folder = resolve(projectFolder, outFolder, name);
  await rm(folder, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: { index: entry, ...(asData && { [wholeRegisters.name]: wholeRegisters.entry }) },
    plugins: asData ? [registersAsData(registers)] : [],
    outdir: folder,
    // Chunks stand beside index.js, for `import.meta.url` must name the same folder in all of them.
    chunkNames: '[name]-[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node22',
    // In a deployed function the pages' scripts are there already, so esbuild is never asked for.
    external: [framework, 'esbuild', ...leftOut],
    banner: { js: requireForCommonJs },
    minifySyntax: true,
    minifyWhitespace: true,
    charset: 'utf8',
    legalComments: 'linked',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  await writeFile(join(folder, 'package.json'), packageFile(name, leftOut));
  return { name, folder, ...partsOf(metafile) };
}

/** What Cloud Functions reads: an ES module, its entry, and the framework, which is installed beside it. */
function packageFile(
  name: string,
  leftOut: readonly (keyof typeof packageJson.dependencies)[],
): string {
  const { version, license, dependencies } = packageJson;
  return `${JSON.stringify(
    {
      name: `houqin-${name}`,
      version,
      private: true,
      license,
      type: 'module',
      main: 'index.js',
      // From 22.12 on a module can be loaded where it is first used, as registers are.
      engines: { node: '>=22.12' },
      scripts: { start: `functions-framework --target=${name}` },
      dependencies: Object.fromEntries(
        ([framework, ...leftOut] as const).map((dependency) => [
          dependency,
          dependencies[dependency],
        ]),
      ),
    },
    undefined,
    2,
  )}\n`;
}
