import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Storage } from '#platform/google/index.ts';
import { createSeals, isSealed, type Seals } from '#platform/seals/index.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { openSchool } from '../../../school/open-school.ts';

let storage: Storage;
let seals: Seals;
const another = (seed = 'another') =>
  createSeals({ storage, bucket: 'houqin-test', random: seededRandom(seed) });

beforeEach(async () => {
  const school = await openSchool({ registers: [], seed: 'seals' });
  storage = school.google('service:check').storage;
  seals = another('first');
});

const name = { register: 'visitors', column: 'name', month: '2026-11' };
const phone = { ...name, column: 'phone' };

describe('a personal cell outside its sheet', () => {
  it('is read by whoever has the key of its month, whatever it says', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme', maxLength: 60 }), async (text) => {
        const sealed = await seals.seal(name, text);
        expect(isSealed(sealed)).toBe(true);
        expect(await another().open(name, sealed)).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  it('does not show what it says, and the same text of a place looks the same', async () => {
    const sealed = await seals.seal(name, '林先生');
    expect(sealed).not.toContain('林先生');
    expect(await another().seal(name, '林先生')).toBe(sealed);
    expect(await seals.seal(name, '黄女士')).not.toBe(sealed);
    expect(await seals.seal(phone, '林先生')).not.toBe(sealed);
    expect(await seals.seal({ ...name, month: '2026-12' }, '林先生')).not.toBe(sealed);
  });

  it('that was altered is told of', async () => {
    const sealed = await seals.seal(name, '林先生');
    const altered = `${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`;
    await expect(seals.open(name, altered)).rejects.toThrow();
  });

  it('cannot be read by anybody once the key is destroyed; other columns and months can', async () => {
    const [gone, kept] = [await seals.seal(name, '林先生'), await seals.seal(phone, '138')];
    const later = await seals.seal({ ...name, month: '2026-12' }, '黄女士');
    await seals.destroy(name);
    expect(await seals.open(name, gone)).toBeUndefined();
    expect(await another().open(name, gone)).toBeUndefined();
    expect(await seals.open(phone, kept)).toBe('138');
    expect(await seals.open({ ...name, month: '2026-12' }, later)).toBe('黄女士');
  });

  it('that is seen after its time is sealed beyond opening', async () => {
    await seals.seal(name, '林先生');
    await seals.destroy(name);
    const late = await another().seal(name, '林先生');
    expect(await another().open(name, late)).toBeUndefined();
  });

  it('has one key though two instances see the first of a month at once', async () => {
    const [one, two] = [another('one'), another('two')];
    const sealed = await Promise.all([one.seal(name, '林先生'), two.seal(name, '林先生')]);
    expect(await another('three').open(name, sealed[0])).toBe('林先生');
    expect(await another('three').open(name, sealed[1])).toBe('林先生');
  });
});
