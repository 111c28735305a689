import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createLinks, type LinkClaims, type LinkKey } from '#platform/links/index.ts';

const key = (id: string, byte: number): LinkKey => ({
  id,
  secret: new Uint8Array(32).fill(byte),
});
const old = key('k1', 1);
const current = key('k2', 2);
const clock = {
  now: () => new Date('2026-11-24T00:00:00Z'),
  sleep: async () => {},
};
const links = createLinks({ keys: [current, old], clock });

const full: LinkClaims = {
  kind: 'personal',
  registers: ['repairs', 'stock'],
  row: '0190f3a0-0000-7000-8000-000000000001',
  prefill: { place: '教学楼 A-203' },
  expires: '2027-01-31T16:00:00.000Z',
  language: 'en',
};

describe('a link', () => {
  test.each<[string, LinkClaims]>([
    ['everything', full],
    ['its kind alone', { kind: 'public' }],
    ['a kiosk’s, with its line', { kind: 'kiosk', listed: '4D2PF2DB' }],
    ['one decision', { kind: 'decide', row: 'r1', person: 'p1' }],
    ['one register', { kind: 'post', registers: ['visitors'] }],
    ['one row', { kind: 'track', row: 'r1' }],
  ])('gives back what was signed: %s', (_, claims) => {
    expect(links.verify(links.sign(claims))).toEqual({ ok: true, claims });
  });

  test('fits a path and stays small enough for a code on the wall', () => {
    const token = links.sign({
      kind: 'public',
      registers: ['repairs'],
      prefill: { place: 'A-203' },
    });
    expect(token).toMatch(/^[\w.-]+$/);
    expect(token.length).toBeLessThan(100);
  });

  test('is the same each time, so that a poster can be printed again', () => {
    expect(links.sign(full)).toBe(links.sign(full));
  });

  test('opens until its last second and then says that it has expired', () => {
    const at = (expires: string) => links.verify(links.sign({ kind: 'personal', expires }));
    expect(at('2026-11-24T00:00:01Z').ok).toBe(true);
    expect(at('2026-11-24T00:00:00Z')).toMatchObject({
      ok: false,
      why: {
        zh: '此链接已过期，请向后勤处索取新链接',
        en: 'This link has expired. Ask the logistics office for a new one.',
      },
    });
  });

  test('cannot be altered in any character', () => {
    const token = links.sign(full);
    fc.assert(
      fc.property(fc.nat(token.length - 1), fc.constantFrom(...'aZ3_-.'), (at, letter) => {
        fc.pre(token[at] !== letter);
        const altered = `${token.slice(0, at)}${letter}${token.slice(at + 1)}`;
        expect(links.verify(altered).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  test('is refused, not crashed on, whatever is sent in its place', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !links.verify(text).ok));
    for (const text of ['', '.', '..', '...', 'k2', 'k2..', `k2.${'a'.repeat(9000)}.b`]) {
      expect(links.verify(text).ok).toBe(false);
    }
  });

  test('signed by the key but not of our making is refused', () => {
    const head = `k2.${Buffer.from('{"k":"admin"}').toString('base64url')}`;
    const signature = createHmac('sha256', current.secret).update(head).digest();
    const token = `${head}.${signature.subarray(0, 16).toString('base64url')}`;
    expect(links.verify(token).ok).toBe(false);
  });
});

describe('keys', () => {
  test('a link of an older key opens as long as the key is kept', () => {
    const token = createLinks({ keys: [old], clock }).sign({ kind: 'public' });
    expect(links.verify(token).ok).toBe(true);
    expect(createLinks({ keys: [current], clock }).verify(token)).toMatchObject({
      ok: false,
      why: { zh: '此链接已停用，请向后勤处索取新链接' },
    });
  });

  test('the first key signs', () => {
    expect(links.sign({ kind: 'public' })).toMatch(/^k2\./);
  });

  test('another key of the same name does not open it', () => {
    const token = createLinks({ keys: [key('k2', 9)], clock }).sign({ kind: 'public' });
    expect(links.verify(token).ok).toBe(false);
  });

  test('a short key or a name that does not fit a token is refused', () => {
    const keys = (id: string, bytes: number): [LinkKey] => [{ id, secret: new Uint8Array(bytes) }];
    expect(() => createLinks({ keys: keys('k1', 31), clock })).toThrow('shorter than 32 bytes');
    expect(() => createLinks({ keys: keys('k.1', 32), clock })).toThrow('letters or digits');
  });
});

describe('a link is not made', () => {
  test.each<[string, LinkClaims]>([
    ['with an instant that is none', { kind: 'public', expires: 'tomorrow' }],
    ['without any register in its list', { kind: 'public', registers: [] }],
    ['with a story in a field', { kind: 'public', prefill: { fault: 'x'.repeat(65) } }],
    [
      'that no code could hold',
      {
        kind: 'public',
        prefill: Object.fromEntries(
          Array.from({ length: 40 }, (_, index) => [`field${index}`, 'x'.repeat(60)]),
        ),
      },
    ],
  ])('%s', (_, claims) => {
    expect(() => links.sign(claims)).toThrow();
  });
});
