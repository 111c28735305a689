import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of the scripts and the style sheets of intake's pages. */
export interface Assets {
  /** Runs in each page but those of sheets. */
  readonly script: string;
  /** Runs in pages of sheets for many rows. */
  readonly sheetScript: string;
  /** Runs in the page about the endpoints. */
  readonly apiScript: string;
  /** Opens forms without a network. */
  readonly worker: string;
  readonly style: string;
  /** Added to it for sheets for many rows. */
  readonly sheetStyle: string;
  /** Of what is printed. */
  readonly printStyle: string;
}

/** A file under a name that changes with its content, so that browsers may keep it for good. */
export interface NamedAsset {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export type NamedAssets = { readonly [K in keyof Assets]: NamedAsset };

/** Assets under names that carry a hash of their content. */
export function namedAssets(assets: Assets): NamedAssets {
  return {
    script: script('page', assets.script),
    sheetScript: script('sheet', assets.sheetScript),
    apiScript: script('api', assets.apiScript),
    worker: script('worker', assets.worker),
    style: styleSheet('page', assets.style),
    sheetStyle: styleSheet('sheet', assets.sheetStyle),
    printStyle: styleSheet('print', assets.printStyle),
  };
}

const folder = new URL('./browser/', import.meta.url);

/** The scripts that browsers get, each bundled from the file of its name. */
export const browserScripts = ['page', 'sheet', 'api', 'worker'] as const;
type BrowserScript = (typeof browserScripts)[number];

/** The style sheets that browsers get, each the file of its name. */
export const browserStyles = ['page', 'sheet', 'print'] as const;

/**
 * Loads the assets from `browser/` beside this file: as they are in a deployed function (`page.js`, `page.css` …);
 * in the source tree the scripts are bundled from TypeScript, anew at each call.
 */
export async function loadAssets(): Promise<Assets> {
  const [page, sheet, api, worker] = await Promise.all([
    scriptOf('page'),
    scriptOf('sheet'),
    scriptOf('api'),
    scriptOf('worker'),
  ]);
  return {
    script: page,
    sheetScript: sheet,
    apiScript: api,
    worker,
    style: styleOf('page'),
    sheetStyle: styleOf('sheet'),
    printStyle: styleOf('print'),
  };
}

/** One script as a single file for browsers; needs esbuild, so a deployed function carries the result instead. */
export async function bundledScript(name: BrowserScript): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`${name}.ts`, folder))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2018'],
    charset: 'utf8',
    logLevel: 'silent',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`intake: esbuild gave no ${name}`);
  return file.text;
}

async function scriptOf(name: BrowserScript): Promise<string> {
  const built = new URL(`${name}.js`, folder);
  // Nothing else waits at start, and at once takes a tenth of the time of a promise.
  return existsSync(built) ? readFileSync(built, 'utf8') : bundledScript(name);
}

function styleOf(name: (typeof browserStyles)[number]): string {
  return readFileSync(new URL(`${name}.css`, folder), 'utf8');
}

function script(base: string, content: string): NamedAsset {
  return named(base, 'js', 'text/javascript', content);
}

function styleSheet(base: string, content: string): NamedAsset {
  return named(base, 'css', 'text/css', content);
}

function named(base: string, ending: string, type: string, content: string): NamedAsset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `${base}.${hash}.${ending}`, type: `${type}; charset=utf-8`, content };
}
