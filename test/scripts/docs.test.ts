import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { registerPages } from '#scripts/docs/register-pages.ts';

const folder = new URL('../../docs/registers/', import.meta.url);

describe('the reference pages of the registers', () => {
  it('are what the register files say: run “npm run docs” after a change', () => {
    const stale = [...registerPages(registers)].filter(([path, text]) => {
      const file = new URL(path, folder);
      return !existsSync(file) || readFileSync(file, 'utf8') !== text;
    });
    expect(stale.map(([path]) => path)).toEqual([]);
  });
});
