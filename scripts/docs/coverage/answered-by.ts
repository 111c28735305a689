import { existsSync, readdirSync, readFileSync } from 'node:fs';
import type { Register } from '#schema/register.ts';
import type { Rule } from '#schema/rule.ts';
import { frameRules } from '#schema/rules/frame.ts';
import type { Part } from './line.ts';

/** A rule as a register has it, with the test that shows what trips it and what does not. */
export interface Answer {
  /** None for a rule that every register has. */
  readonly register?: Register;
  readonly rule: Rule;
  /** Relative to the project. */
  readonly test: string;
}

interface TestFile {
  readonly path: string;
  readonly text: string;
}

const testsOfSchema = 'test/sheets-schema';
const testOfFrame = `${testsOfSchema}/rules/frame.test.ts`;
const testOfShared = `${testsOfSchema}/registers/shared-rules.test.ts`;

/**
 * Finds rules by `register.rule` (`*.rule` for one that every register has), each with a test that names it: the one of
 * the register's name, another that reads the register, or the one that tries a kind of rule in all registers.
 *
 * @param project the folder of the project, with a slash at its end
 * @throws when a register or a rule is not there, or no test names the rule
 */
export function createAnswers(
  registers: readonly Register[],
  project: URL,
): (reference: string) => Answer {
  const tests = testFiles(project);
  const frame = registers.flatMap(frameRules);
  const kinds = kindsTriedEverywhere(tests);
  const testOf = (key: string, rule: Rule): string | undefined => {
    if (frame.some((one) => one.key === rule.key))
      return tests.find(({ path, text }) => path === testOfFrame && names(text, rule))?.path;
    const file = `/${fileNameOf(key)}.`;
    const naming = tests.filter(({ text }) => text.includes(`${file}ts'`) && names(text, rule));
    const ofItsOwn = naming.find(({ path }) => path.includes(`${file}test.ts`));
    return (
      (ofItsOwn ?? naming[0])?.path ??
      (kinds.some((kind) => rule.key.startsWith(kind)) ? testOfShared : undefined)
    );
  };
  return (reference) => {
    const [key = '', ruleKey = ''] = reference.split('.');
    const register = registers.find((candidate) => candidate.key === key);
    if (!register && key !== '*') throw new Error(`coverage: no register ${key}`);
    const rules = register ? [...frameRules(register), ...register.rules] : frame;
    const rule = rules.find((candidate) => candidate.key === ruleKey);
    if (!rule) throw new Error(`coverage: ${key} has no rule ${ruleKey}`);
    const test = testOf(key, rule);
    if (!test) throw new Error(`coverage: no test names the rule ${ruleKey} of ${key}`);
    return { ...(register && { register }), rule, test };
  };
}

/** The tests of registers before those of rules, so that a register's own rows are found first. */
function testFiles(project: URL): readonly TestFile[] {
  return readdirSync(new URL(`${testsOfSchema}/`, project), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${testsOfSchema}/${path.replaceAll('\\', '/')}`)
    .toSorted((a, b) => Number(isOfRules(a)) - Number(isOfRules(b)) || (a < b ? -1 : 1))
    .map((path) => ({ path, text: readFileSync(new URL(path, project), 'utf8') }));
}

function isOfRules(path: string): boolean {
  return !path.startsWith(`${testsOfSchema}/registers/`);
}

/** Beginnings of the keys of rules that are tried in every register that has one: `unique-`. */
function kindsTriedEverywhere(tests: readonly TestFile[]): readonly string[] {
  const text = tests.find(({ path }) => path === testOfShared)?.text ?? '';
  return [...text.matchAll(/rulesOf\('([a-z-]+-)'\)/g)].map(([, kind = '']) => kind);
}

function names(text: string, { key }: Rule): boolean {
  return text.includes(`'${key}'`);
}

function fileNameOf(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** @throws when the file or its test is not there, or the test does not have what is said to show it */
export function existing(part: Part, project: URL): Part {
  for (const path of [part.file, part.test])
    if (!existsSync(new URL(path, project))) throw new Error(`coverage: there is no ${path}`);
  if (!readFileSync(new URL(part.test, project), 'utf8').includes(part.shows))
    throw new Error(`coverage: ${part.test} does not show “${part.shows}”`);
  return part;
}
