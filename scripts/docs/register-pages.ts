import type { Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { workbooks } from '#schema/workbooks.ts';
import { exampleFindings } from './example-findings.ts';
import { registerPage } from './register-page.ts';

const languages: readonly Language[] = ['zh', 'en'];

/** Every generated reference page by its path below docs/registers. */
export function registerPages(registers: readonly Register[]): ReadonlyMap<string, string> {
  const examples = exampleFindings(registers);
  const pages = new Map<string, string>();
  for (const language of languages) {
    pages.set(`${language}/README.md`, indexPage(registers, language));
    for (const register of registers)
      pages.set(
        `${language}/${register.key}.md`,
        registerPage(register, examples, [...frameRules(register), ...register.rules], language),
      );
  }
  return pages;
}

function indexPage(registers: readonly Register[], language: Language): string {
  const byWorkbook = Map.groupBy(registers, ({ workbook }) => workbook);
  return [
    language === 'zh' ? '# 登记簿' : '# Registers',
    '',
    language === 'zh'
      ? '本页由 `npm run docs` 从登记簿文件生成。'
      : 'Generated from the register files by `npm run docs`.',
    ...[...byWorkbook].flatMap(([workbook, some]) => [
      '',
      `## ${workbooks[workbook].title[language]}`,
      '',
      ...some.map(
        ({ key, title, purpose }) => `- [${title[language]}](${key}.md) ${purpose[language]}`,
      ),
    ]),
    '',
  ].join('\n');
}
