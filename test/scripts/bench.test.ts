import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, test } from 'vitest';
import { benches } from '#scripts/bench/benches.ts';
import { inColumns } from '#scripts/bench/columns.ts';
import { median } from '#scripts/bench/median.ts';
import { projectFolder } from '#scripts/bundle/project-folder.ts';

/** How a command ends that measures nothing. */
function bench(...args: readonly string[]): Promise<{ code: unknown; said: string }> {
  return new Promise((resolve) => {
    const program = ['scripts/launch.mjs', 'scripts/bench/main.ts', ...args];
    execFile(process.execPath, program, { cwd: projectFolder }, (error, _, said) =>
      resolve({ code: error?.code ?? 0, said }),
    );
  });
}

it.each([{ args: [] }, { args: ['no-such-bench'] }, { args: ['no-such-bench', '--json'] }])(
  'refuses $args and lists what there is',
  async ({ args }) => {
    const { code, said } = await bench(...args);
    expect(code).toBe(2);
    for (const { name, about } of benches)
      expect(said).toMatch(new RegExp(`^${name} +${about}$`, 'm'));
  },
);

it('lists each bench under the name of its file', async () => {
  const files = await readdir(join(projectFolder, 'scripts/bench'));
  const names = benches.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  expect(files).toEqual(expect.arrayContaining(names.map((name) => `${name}.ts`)));
});

test('a table has its figures to the right', () => {
  expect(inColumns([['what', 'time'], ['intake', '9 ms'], ['x']])).toBe(
    'what     time\nintake   9 ms\nx',
  );
});

test('the median is the middle one, or lies between the two middle ones', () => {
  expect(median([5, 1, 9])).toBe(5);
  expect(median([8, 2, 4, 100])).toBe(6);
  expect(() => median([])).toThrow('no figures');
});
