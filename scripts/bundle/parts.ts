import type { Metafile } from 'esbuild';

/** Part of a bundle: its JavaScript, and the source files that went into it. */
export interface BundlePart {
  readonly bytes: number;
  /** Relative to the project, with forward slashes. */
  readonly sources: readonly string[];
}

export interface BundleParts {
  /** What is read before the function can answer anything. */
  readonly atStart: BundlePart;
  /** What is read when something first needs it. */
  readonly later: BundlePart;
}

/** Splits what esbuild wrote by when it is read: `index.js` and all that it imports statically, and the rest. */
export function partsOf({ outputs }: Metafile): BundleParts {
  const scripts = Object.keys(outputs).filter((path) => path.endsWith('.js'));
  const entry = scripts.find((path) => outputs[path]?.entryPoint !== undefined && isIndex(path));
  if (entry === undefined) throw new Error('bundle: esbuild wrote no index.js');
  const started = new Set<string>();
  const follow = (path: string): void => {
    if (started.has(path)) return;
    started.add(path);
    for (const { path: next, kind, external } of outputs[path]?.imports ?? [])
      if (kind === 'import-statement' && !external) follow(next);
  };
  follow(entry);
  const part = (paths: readonly string[]): BundlePart => ({
    bytes: paths.reduce((sum, path) => sum + (outputs[path]?.bytes ?? 0), 0),
    sources: [...new Set(paths.flatMap((path) => Object.keys(outputs[path]?.inputs ?? {})))].sort(),
  });
  return {
    atStart: part(scripts.filter((path) => started.has(path))),
    later: part(scripts.filter((path) => !started.has(path))),
  };
}

function isIndex(path: string): boolean {
  return path.endsWith('/index.js');
}
