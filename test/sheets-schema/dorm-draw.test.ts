import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type DrawnRoom, drawRooms, lastDrawnDays } from '#schema/calculations/dorm-draw.ts';
import { secretChance, sipHash } from '#schema/calculations/sip-hash.ts';
import { plusDays } from '#schema/time.ts';
import { day } from './autumn.ts';
import { rowsOf } from './made.ts';

const monday = day('2026-11-23');
const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `1号楼 ${101 + index}`);

/** Draws day after day, and says on which days each room was drawn. */
function draws(
  rooms: readonly string[],
  days: number,
  more: { count: number; mostDays: number; secret: string },
) {
  const last = new Map<string, DrawnRoom['lastDrawn']>();
  const drawn = new Map<string, number[]>();
  for (let turn = 0; turn < days; turn++) {
    const on = plusDays(monday, turn);
    const rest = rooms.map((room) => {
      const lastDrawn = last.get(room);
      return lastDrawn === undefined ? { room } : { room, lastDrawn };
    });
    for (const room of drawRooms({ rooms: rest, day: on, ...more })) {
      last.set(room, on);
      drawn.set(room, [...(drawn.get(room) ?? []), turn]);
    }
  }
  return drawn;
}

describe('rooms drawn for a spot check', () => {
  test('each room comes in time, whatever the secret', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 1, max: 24 }),
        fc.integer({ min: 1, max: 3 }),
        fc.integer({ min: 1, max: 30 }),
        (secret, rooms, count, mostDays) => {
          const once = Math.ceil(rooms / count);
          const days = 3 * (mostDays + once);
          const drawn = draws(names(rooms), days, { count, mostDays, secret });
          for (const room of names(rooms)) {
            const turns = [-1, ...(drawn.get(room) ?? []), days];
            for (const [index, turn] of turns.slice(1).entries())
              expect(turn - (turns[index] ?? -1)).toBeLessThanOrEqual(mostDays + once);
          }
        },
      ),
      { numRuns: 40 },
    );
  });

  test('as many as asked for, no room twice, the same for the same secret and day, in whatever order', () => {
    const rooms = names(30).map((room) => ({ room }));
    const draw = (of: readonly DrawnRoom[], secret: string) =>
      drawRooms({ rooms: of, count: 2, day: monday, mostDays: 30, secret });
    expect(new Set(draw(rooms, 'a')).size).toBe(2);
    expect(draw(rooms.toReversed(), 'a')).toEqual(draw(rooms, 'a'));
    expect(draw(rooms.slice(0, 1), 'a')).toEqual(['1号楼 101']);
    expect(draw([], 'a')).toEqual([]);
  });

  test('another secret draws others, and no room is safe on the day after', () => {
    const rooms = names(30).map((room) => ({ room, lastDrawn: plusDays(monday, -1) }));
    const drawn = new Set(
      Array.from({ length: 400 }, (_, secret) =>
        drawRooms({ rooms, count: 2, day: monday, mostDays: 30, secret: String(secret) }),
      ).flat(),
    );
    expect(drawn.size).toBe(30);
  });

  test('a room that waited long is likelier than one of yesterday', () => {
    const rooms = [
      { room: 'long', lastDrawn: plusDays(monday, -20) },
      { room: 'yesterday', lastDrawn: plusDays(monday, -1) },
    ];
    const first = Array.from({ length: 400 }, (_, secret) =>
      drawRooms({ rooms, count: 1, day: monday, mostDays: 30, secret: String(secret) }),
    ).flat();
    const long = first.filter((room) => room === 'long').length;
    expect(long).toBeGreaterThan(320);
    expect(long).toBeLessThan(400);
  });

  test('a check counts as drawn when it says so or has a photo', () => {
    expect([
      ...lastDrawnDays(
        rowsOf(
          { room: '101', checked: '2026-11-20T20:00:00', drawn: true },
          { room: '101', checked: '2026-11-10T20:00:00', drawn: true },
          { room: '102', checked: '2026-11-20T20:00:00', photo: 'https://example.edu.cn/1.jpg' },
          { room: '103', checked: '2026-11-20T20:00:00' },
        ),
      ),
    ]).toEqual([
      ['101', '2026-11-20'],
      ['102', '2026-11-20'],
    ]);
  });
});

describe('chance from a secret', () => {
  test('SipHash-2-4 of the fifteen bytes 0 to 14, as its paper prints it', () => {
    const message = Uint8Array.from({ length: 15 }, (_, index) => index);
    expect(sipHash([0x0706050403020100n, 0x0f0e0d0c0b0a0908n], message)).toBe(0xa129ca6149be45e5n);
  });

  test('at least 0, below 1, and evenly spread', () => {
    const chance = secretChance('geheim');
    const drawn = Array.from({ length: 2000 }, (_, index) => chance(String(index)));
    for (const one of drawn) expect(one >= 0 && one < 1).toBe(true);
    const low = drawn.filter((one) => one < 0.5).length;
    expect(low).toBeGreaterThan(900);
    expect(low).toBeLessThan(1100);
  });

  test('words are kept apart', () => {
    const chance = secretChance('geheim');
    expect(chance('ab', 'c')).not.toBe(chance('a', 'bc'));
  });
});
