import { describe, expect, it } from 'vitest';
import { simulate } from '../scripts/simulate/simulated.ts';

describe('the simulation, at length', () => {
  it('5,000 seeds hold', async () => {
    const halves = await Promise.all(
      ['10000', '12500'].map((seed) =>
        simulate('--seed', seed, '--seeds', '2500', '--steps', '30'),
      ),
    );
    for (const { status, said } of halves) {
      expect(said).toBe('2500 of 2500 seeds hold\n');
      expect(status).toBe(0);
    }
    console.log('simulation: 5,000 seeds of 30 steps hold');
  });

  it.each(['token', 'look-up', 'fence', 'read-back', 'columns', 'duplicate-mark', 'closed-ids'])(
    'finds within 200 seeds that there is no %s',
    async (safeguard) => {
      const { status, said, printed } = await simulate(
        ...['--seed', '1', '--seeds', '200', '--steps', '40', '--without', safeguard],
      );
      expect(status).toBe(1);
      console.log(
        `without ${safeguard}: found by seed ${printed.length}: ${said.split('\n')[1]?.trim()}`,
      );
    },
  );
});
