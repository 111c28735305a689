import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { coveragePage } from '#scripts/docs/coverage/coverage-page.ts';
import type { Catch } from '#scripts/docs/coverage/line.ts';
import { workLines } from '#scripts/docs/coverage/work-lines.ts';
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

describe('the page that leads from the work to registers, rules and tests', () => {
  const project = new URL('../../', import.meta.url);

  it('is what the registers say: run “npm run docs” after a change', () => {
    const written = readFileSync(new URL('docs/coverage.md', project), 'utf8');
    expect(written).toBe(coveragePage(workLines, registers, project));
  });

  it('has a place for every register', () => {
    const placed = new Set(workLines.flatMap((line) => line.registers));
    const frame = ['settings', 'runs'];
    expect(registers.map(({ key }) => key).filter((key) => !placed.has(key))).toEqual(frame);
  });

  it('says of nothing that it is there without a rule, or a file and its test', () => {
    const pageOf = (one: Catch) => {
      const line = { id: 'A', title: { zh: '', en: '' }, registers: [], catches: [one] };
      return () => coveragePage([line], registers, project);
    };
    const says = { zh: '', en: 'nothing' };
    expect(pageOf({ says })).toThrow('nothing answers');
    expect(pageOf({ says, rules: ['repairs.lost'] })).toThrow('repairs has no rule lost');
    expect(pageOf({ says, part: { file: 'functions/lost', test: 'test/lost' } })).toThrow(
      'there is no functions/lost',
    );
  });
});
