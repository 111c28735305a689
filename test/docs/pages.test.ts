import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(join(root, file), 'utf8');

/** Pages written by hand; those of the registers follow from their files. */
const pages = [
  'README.md',
  'README.zh.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md') && !file.startsWith('registers'))
    .map((file) => join('docs', file)),
];

describe.each(pages)('%s', (page) => {
  it('leads to files that are there', () => {
    const links = [...read(page).matchAll(/(?<!!)\[[^\]]*\]\((?!https?:)([^)#]+)(?:#[^)]*)?\)/g)];
    const lost = links
      .flatMap(([, link]) => link ?? [])
      .filter((link) => !existsSync(join(root, dirname(page), link)));
    expect(lost).toEqual([]);
  });

  it('names only programs that there are', () => {
    const named = [...read(page).matchAll(/npm run ([a-z-]+)/g)].map(([, name]) => name);
    for (const name of named) expect(Object.keys(packageJson.scripts)).toContain(name);
  });
});

describe('docs/configuration.md', () => {
  const page = read('docs/configuration.md');
  const variablesIn = (file: string) =>
    [...read(file).matchAll(/^ {2}((?:HOUQIN|GOOGLE)_[A-Z_]+): /gm)].flatMap(
      ([, name]) => name ?? [],
    );

  it.each(['functions/platform/configuration.ts', 'scripts/setup/environment.ts'])(
    'explains every variable of %s',
    (file) => {
      const variables = variablesIn(file);
      expect(variables.length).toBeGreaterThan(2);
      for (const name of variables) expect(page).toMatch(new RegExp(`^\\| \`${name}\` +\\|`, 'm'));
    },
  );
});

it('both READMEs show the same commands and pictures', () => {
  const shown = (file: string) => [
    ...[...read(file).matchAll(/^ *```\n([\s\S]*?)^ *```$/gm)].map(([, block]) => block),
    ...[...read(file).matchAll(/docs\/pictures\/\w+\.png/g)].map(([picture]) => picture),
  ];
  expect(shown('README.zh.md')).toEqual(shown('README.md'));
});
