import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The text of the scripts and the style sheet of intake's pages. */
export interface Assets {
  /** Runs in each page. */
  readonly script: string;
  /** Opens forms without a network. */
  readonly worker: string;
  readonly style: string;
}

/** A file under a name that changes with its content, so that browsers may keep it for good. */
export interface NamedAsset {
  readonly name: string;
  readonly type: string;
  readonly content: string;
}

export type NamedAssets = { readonly [K in keyof Assets]: NamedAsset };

/** Assets under names that carry a hash of their content. */
export function namedAssets({ script, worker, style }: Assets): NamedAssets {
  return {
    script: named('page', 'js', 'text/javascript', script),
    worker: named('worker', 'js', 'text/javascript', worker),
    style: named('page', 'css', 'text/css', style),
  };
}

const folder = new URL('./browser/', import.meta.url);

/** The scripts that browsers get, each bundled from the file of its name. */
export const browserScripts = ['page', 'worker'] as const;
type BrowserScript = (typeof browserScripts)[number];

/**
 * Loads the assets from `browser/` beside this file: as they are in a deployed function (`page.js`, `worker.js`,
 * `page.css`); in the source tree the scripts are bundled from TypeScript, anew at each call.
 */
export async function loadAssets(): Promise<Assets> {
  const [script, worker] = await Promise.all([scriptOf('page'), scriptOf('worker')]);
  return { script, worker, style: readFileSync(new URL('page.css', folder), 'utf8') };
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

function named(base: string, ending: string, type: string, content: string): NamedAsset {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
  return { name: `${base}.${hash}.${ending}`, type: `${type}; charset=utf-8`, content };
}
