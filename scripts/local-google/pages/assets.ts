import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';

/** Addresses of the scripts and the style sheets of the pages. */
export interface AssetNames {
  readonly gridScript: string;
  readonly listScript: string;
  readonly gridStyle: string;
  readonly pageStyle: string;
}

interface Asset {
  readonly type: string;
  readonly content: string;
}

const entries = {
  gridScript: 'grid.ts',
  listScript: 'list.ts',
  gridStyle: 'grid.css',
  pageStyle: 'page.css',
} as const;

/**
 * Scripts and style sheets for browsers, bundled when first asked for. Their names change with their
 * content, so that browsers may keep them for good.
 */
export function createAssets() {
  const bundled = { once: undefined as Promise<Bundle> | undefined };
  const bundle = (): Promise<Bundle> => {
    bundled.once ??= bundleAll();
    return bundled.once;
  };
  return {
    named: async (): Promise<AssetNames> => (await bundle()).names,
    file: async (name: string): Promise<Asset | undefined> => (await bundle()).files.get(name),
  };
}

interface Bundle {
  readonly names: AssetNames;
  readonly files: ReadonlyMap<string, Asset>;
}

async function bundleAll(): Promise<Bundle> {
  const files = new Map<string, Asset>();
  const add = async (entry: string): Promise<string> => {
    const content = await bundleOne(entry);
    const [base = '', kind] = entry.split('.');
    const hash = createHash('sha256').update(content).digest('hex').slice(0, 12);
    const script = kind === 'ts';
    const name = `${base}.${hash}.${script ? 'js' : 'css'}`;
    files.set(name, { type: `text/${script ? 'javascript' : 'css'}; charset=utf-8`, content });
    return `/__pages/${name}`;
  };
  const [gridScript, listScript, gridStyle, pageStyle] = await Promise.all([
    add(entries.gridScript),
    add(entries.listScript),
    add(entries.gridStyle),
    add(entries.pageStyle),
  ]);
  return { names: { gridScript, listScript, gridStyle, pageStyle }, files };
}

async function bundleOne(entry: string): Promise<string> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`./browser/${entry}`, import.meta.url))],
    bundle: true,
    write: false,
    minify: true,
    format: 'iife',
    target: ['es2022'],
    charset: 'utf8',
    // The grid library evaluates formulas of its own; ours are Google's, so that part never runs.
    logOverride: { 'direct-eval': 'silent' },
    logLevel: 'warning',
  });
  const [file] = outputFiles;
  if (!file) throw new Error(`pages: esbuild gave nothing for ${entry}`);
  return file.text;
}
