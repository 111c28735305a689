import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { createAnswers } from '#scripts/docs/coverage/answered-by.ts';
import { coveragePage } from '#scripts/docs/coverage/coverage-page.ts';
import type { Catch } from '#scripts/docs/coverage/line.ts';
import { workLines } from '#scripts/docs/coverage/work-lines.ts';

const project = new URL('../../', import.meta.url);

describe('the page that leads from the work to registers, rules and tests', () => {
  it('is what the registers say: run “npm run docs” after a change', () => {
    const written = readFileSync(new URL('docs/coverage.md', project), 'utf8');
    expect(written).toBe(coveragePage(workLines, registers, project));
  });

  it('has every line of the work once, each with what must not slip through', () => {
    const ids = workLines.map(({ id }) => id);
    expect(ids.join(' ')).toBe(
      'A1 A2 A3 A3b A4 A5 A5b A5c A6 A7 A8 B1 B2 B3 B4 B5 B6 B7 B8 B9 B10 B11 B12 ' +
        'C1 C2 C2b C3 C4 C5 C6 C6b C6c C7 C8 C9 D E F G H I J K L M',
    );
    for (const { id, catches } of workLines) {
      const said = catches.map(({ says }) => says.zh);
      expect([id, said.length > 0, new Set(said).size]).toEqual([id, true, said.length]);
    }
  });

  it('a register that no line names stands at its end', () => {
    const page = coveragePage([], registers, project);
    for (const { key } of registers) expect(page).toContain(`(registers/zh/${key}.md)`);
  });
});

describe('nothing is said to be there', () => {
  const pageOf = (one: Omit<Catch, 'says'>) => () => {
    const catches = [{ says: { zh: '', en: 'nothing' }, ...one }];
    return coveragePage(
      [{ id: 'A', title: { zh: '', en: '' }, registers: [], catches }],
      registers,
      project,
    );
  };
  const part = {
    file: 'functions/check/',
    test: 'test/functions/check/check.test.ts',
    shows: 'names what a finished repair lacks',
  };

  it.each<[string, Omit<Catch, 'says'>, string]>([
    ['without an answer', {}, 'nothing answers “nothing”'],
    ['by a register that is not there', { rules: ['lost.rule'] }, 'no register lost'],
    ['by a rule that its register lacks', { rules: ['repairs.lost'] }, 'repairs has no rule lost'],
    ['by a rule that not every register has', { rules: ['*.reopened'] }, '* has no rule reopened'],
    ['by a file', { part: { ...part, file: 'functions/lost' } }, 'there is no functions/lost'],
    ['by a test', { part: { ...part, test: 'test/lost.ts' } }, 'there is no test/lost.ts'],
    ['that its test does not show', { part: { ...part, shows: 'no such words' } }, 'does not show'],
  ])('%s', (_, one, problem) => {
    expect(pageOf(one)).toThrow(problem);
    expect(pageOf({ part })()).toContain('functions/check/');
  });
});

it('every rule of every register is named by a test that tries it', () => {
  const answerOf = createAnswers(registers, project);
  for (const { key, rules } of registers)
    for (const rule of rules) expect(() => answerOf(`${key}.${rule.key}`)).not.toThrow();
});

it('a rule that no test names is told', () => {
  const renamed = registers.map((register) => ({
    ...register,
    rules: register.rules.map((rule) => ({ ...rule, key: 'not-tried' })),
  }));
  const answerOf = createAnswers(renamed, project);
  expect(() => answerOf('repairs.not-tried')).toThrow('no test names the rule not-tried');
});
