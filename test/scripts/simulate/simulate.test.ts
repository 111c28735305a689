import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { simulate } from './simulated.ts';

const folder = await mkdtemp(join(tmpdir(), 'houqin-simulate-'));
afterAll(() => rm(folder, { recursive: true }));

describe('npm run simulate', () => {
  it('gives the same history for the same seed, byte for byte, and another for another', async () => {
    const histories = await Promise.all(
      ['7', '7', '8'].map(async (seed, index) => {
        const file = join(folder, `${index}.jsonl`);
        const { status, printed } = await simulate(
          ...['--seed', seed, '--steps', '25', '--history', file],
        );
        expect(status).toBe(0);
        expect(printed).toEqual([expect.stringMatching(/^[0-9a-f]{64}$/)]);
        return { printed, history: await readFile(file, 'utf8') };
      }),
    );
    const [first, again, other] = histories;
    expect(again).toEqual(first);
    expect(other?.printed).not.toEqual(first?.printed);
    expect(first?.history.split('\n').length).toBeGreaterThan(50);
  });

  it('holds for two hundred short seeds', async () => {
    const parts = await Promise.all(
      ['1', '101'].map((seed) => simulate('--seed', seed, '--seeds', '100', '--steps', '10')),
    );
    for (const { status, said, printed } of parts) {
      expect(said).toBe('100 of 100 seeds hold\n');
      expect(status).toBe(0);
      expect(printed).toHaveLength(100);
    }
  });

  it('says which seed does not hold and what, and ends with 1, when a safeguard is gone', async () => {
    const { status, said } = await simulate(
      ...['--seed', '1', '--seeds', '50', '--steps', '40', '--without', 'columns'],
    );
    expect(status).toBe(1);
    expect(said).toMatch(/^seed \d+ does not hold:\n {2}表单第/);
  });

  it.each([[['--seed', 'one']], [['--steps', '0']], [['--without', 'luck']]])(
    'refuses %s and says how it is used',
    async (args) => {
      const { status, said } = await simulate(...args);
      expect(status).toBe(2);
      expect(said).toContain('npm run simulate -- --seed N --steps M');
    },
  );
});

/** Each was found by the simulation and is held by a plain test of its own too; see docs/simulation.md. */
const found = [
  [
    6,
    'a check died between giving an id by position and reading back: a form row had lost its own',
  ],
  [46, 'a row was mended after its column had moved, over what staff had written there meanwhile'],
  [51, 'a process died before it mended rows that it had written under columns that had moved'],
  [54, 'an id was overwritten of a row that came between the read and the write'],
  [219, 'an answer of the audit was lost, its lines were written twice and its chain broke'],
  [1098, 'what was kept for later had the id of something else, and was dropped when handed back'],
  [269, 'a batch that was given up came through after the same rows had been looked up'],
] as const;

describe('seeds that did not hold once', () => {
  it('hold', async () => {
    const seeds = found.map(([seed]) => seed).join(',');
    const { status, said } = await simulate('--seed', seeds, '--steps', '40');
    expect(said).toBe(`${found.length} of ${found.length} seeds hold\n`);
    expect(status).toBe(0);
  });
});
