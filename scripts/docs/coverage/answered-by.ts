import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Register } from '#schema/register.ts';
import type { Rule } from '#schema/rule.ts';
import { frameRules } from '#schema/rules/frame.ts';

/** A rule as a register has it, with the test that shows what trips it and what does not. */
export interface Answer {
  readonly register: Register;
  readonly rule: Rule;
  /** Relative to the project. */
  readonly test: string;
}

const testsOfRegisters = 'test/sheets-schema/registers';

/**
 * Finds rules by `register.rule`, and the test of each register: the one of its name, else the first that reads it.
 *
 * @param project the folder of the project, with a slash at its end
 * @throws when a register, a rule or a test is not there
 */
export function createAnswers(
  registers: readonly Register[],
  project: URL,
): (reference: string) => Answer {
  const tests = readdirSync(new URL(`${testsOfRegisters}/`, project), {
    recursive: true,
    encoding: 'utf8',
  })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${testsOfRegisters}/${path.replaceAll('\\', '/')}`)
    .map((path) => ({ path, text: readFileSync(new URL(path, project), 'utf8') }));
  const testOf = (key: string): string | undefined => {
    const file = fileNameOf(key);
    const ofItsOwn = tests.find(({ path }) => path.endsWith(`/${file}.test.ts`));
    return (ofItsOwn ?? tests.find(({ text }) => text.includes(`/${file}.ts'`)))?.path;
  };
  return (reference) => {
    const [key = '', ruleKey = ''] = reference.split('.');
    const register = registers.find((candidate) => candidate.key === key);
    if (!register) throw new Error(`coverage: no register ${key}`);
    const rule = [...frameRules(register), ...register.rules].find(
      (candidate) => candidate.key === ruleKey,
    );
    if (!rule) throw new Error(`coverage: ${key} has no rule ${ruleKey}`);
    const test = testOf(key);
    if (!test) throw new Error(`coverage: no test tries the rules of ${key}`);
    return { register, rule, test };
  };
}

function fileNameOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** @throws when the file or folder is not there */
export function existing(path: string, project: URL): string {
  if (existsSync(new URL(path, project))) return path;
  throw new Error(`coverage: there is no ${path}`);
}
