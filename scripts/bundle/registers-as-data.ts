import { fileURLToPath } from 'node:url';
import type { Plugin } from 'esbuild';
import type { Register } from '#schema/register.ts';

const registersFile = fileURLToPath(
  new URL('../../sheets-schema/registers/index.ts', import.meta.url),
);
const namespace = 'registers-as-data';

/** The file beside index.js that holds the registers with their code. */
export const wholeRegisters = { name: 'registers', entry: 'sheets-schema/registers/index.ts' };

/**
 * Makes a function start without the code of its registers. What a form says (columns, titles, words) is plain data
 * and takes a tenth of the time to load as JSON; rules, figures, demo rows and the like take the longest of all
 * that intake loads, and no page needs them. They are loaded together when one of them is first asked for.
 *
 * The bundle needs {@link wholeRegisters} as a second entry. To the code that uses them registers are as ever.
 */
export function registersAsData(registers: readonly Register[]): Plugin {
  return {
    name: namespace,
    setup(build) {
      build.onResolve(
        { filter: /registers\/index\.ts$/ },
        async ({ path, kind, pluginData, ...from }) => {
          if (kind === 'entry-point' || pluginData === namespace) return undefined;
          const { importer, resolveDir } = from;
          const found = await build.resolve(path, {
            kind,
            importer,
            resolveDir,
            pluginData: namespace,
          });
          return found.path === registersFile ? { path: 'registers', namespace } : found;
        },
      );
      build.onLoad({ filter: /.*/, namespace }, () => ({
        contents: moduleOf(registers),
        loader: 'js',
      }));
    },
  };
}

/** The module that stands for the list of registers: of each its key, the rest when it is first asked for. */
function moduleOf(registers: readonly Register[]): string {
  const kept = registers.map(({ key, ...parts }) => {
    const all = Object.entries(parts).filter(([, part]) => part !== undefined);
    const facts = all.filter(([, part]) => isPlain(part));
    const code = all.filter(([, part]) => !isPlain(part));
    return [key, namesOf(facts), JSON.stringify(Object.fromEntries(facts)), namesOf(code)];
  });
  return `
const load = (file) => process.getBuiltinModule('node:module').createRequire(import.meta.url)(file);
const define = (register, names, part) => {
  for (const name of names)
    Object.defineProperty(register, name, { enumerable: true, get: () => part(name) });
};
export const registers = ${JSON.stringify(kept)}.map(([key, facts, text, code], index) => {
  let known;
  const register = { key };
  define(register, facts, (name) => (known ??= JSON.parse(text))[name]);
  define(register, code, (name) => load('./${wholeRegisters.name}.js').registers[index][name]);
  return register;
});
`;
}

function namesOf(parts: readonly (readonly [string, unknown])[]): readonly string[] {
  return parts.map(([name]) => name);
}

/** Whether JSON gives a value back as it was. */
function isPlain(value: unknown): boolean {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return true;
    case 'number':
      return Number.isFinite(value) && !Object.is(value, -0);
    case 'object':
      if (value === null) return true;
      if (Array.isArray(value)) return value.every(isPlain);
      return (
        Object.getPrototypeOf(value) === Object.prototype && Object.values(value).every(isPlain)
      );
    default:
      return false;
  }
}
