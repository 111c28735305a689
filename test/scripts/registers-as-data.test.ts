import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, test } from 'vitest';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import { bundleEntry } from '#scripts/bundle/bundle-entry.ts';
import { builtFolder } from './built-folder.ts';

const { folder, atStart } = await bundleEntry({
  name: 'every-register',
  entry: 'test/scripts/every-register.ts',
  outFolder: await builtFolder(),
  registersAsData: true,
});
const bundled: { readonly registers: readonly Register[] } = await import(
  pathToFileURL(join(folder, 'index.js')).href
);

it('starts with no file of a register', () => {
  expect(atStart.sources.filter((source) => source.startsWith('sheets-schema/'))).toEqual([]);
});

it('keeps every register in its place', () => {
  expect(bundled.registers.map(({ key }) => key)).toEqual(registers.map(({ key }) => key));
});

test.each(registers.map((register, index) => ({ register, index })))(
  '$register.key has all its parts, as data or by its code',
  ({ register, index }) => {
    const built = bundled.registers[index];
    expect(withCodeAsText(built)).toEqual(withCodeAsText(register));
  },
);

test.each(registers)('what a form of $key says is data', ({ columns, form, title }) => {
  const said = { title, columns, form };
  expect(JSON.parse(JSON.stringify(said))).toEqual(said);
});

/** A register as a tree of plain values, in which a function is only said to be one. */
function withCodeAsText(register: Register | undefined): unknown {
  return JSON.parse(
    JSON.stringify(register, (_, value: unknown) =>
      typeof value === 'function' ? `a function of ${value.length}` : value,
    ),
  );
}
