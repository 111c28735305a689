import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import { findAll } from '#schema/find-all.ts';
import { createFinder } from '#schema/find-changed.ts';
import { registers } from '#schema/registers/index.ts';
import type { Row } from '#schema/row.ts';
import { localDate, localDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const today = localDate.parse('2026-11-24');
const school = makeDemoSchool({ seed: 7, today, registers });
const demo = new Map(registers.map(({ key }) => [key, demoRows(school, key)] as const));

const worldAt = (rows: ReadonlyMap<string, readonly Row[]>, now = '2026-11-24T09:00:00') =>
  worldOf({ registers, rows, now: localDateTime.parse(now), publicHolidays: () => undefined });

/** What somebody does to one row of a register: clears a cell, copies one from its neighbour, takes the row away. */
function edited(
  rows: ReadonlyMap<string, readonly Row[]>,
  { register, row, column, how }: { register: number; row: number; column: number; how: string },
): ReadonlyMap<string, readonly Row[]> {
  const target = registers[register % registers.length];
  const own = target ? (rows.get(target.key) ?? []) : [];
  if (!target || own.length === 0) return rows;
  const at = row % own.length;
  const names = Object.keys(target.columns);
  const name = names[column % names.length] ?? '';
  const changed =
    how === 'delete'
      ? own.filter((_, index) => index !== at)
      : own.map((one, index) =>
          index === at
            ? {
                ...one,
                values: {
                  ...one.values,
                  [name]: how === 'clear' ? undefined : own[(at + 1) % own.length]?.values[name],
                },
              }
            : one,
        );
  return new Map(rows).set(target.key, changed);
}

describe('running only the rules that a change can touch', () => {
  test('finds what running all of them finds, whatever staff do and however time passes', () => {
    const edits = fc.array(
      fc.record({
        register: fc.nat(registers.length - 1),
        row: fc.nat(400),
        column: fc.nat(30),
        how: fc.constantFrom('clear', 'copy', 'delete'),
        minutes: fc.constantFrom(0, 0, 0, 7, 1500),
      }),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(edits, (steps) => {
        const finder = createFinder();
        let rows: ReadonlyMap<string, readonly Row[]> = demo;
        let time = Date.parse('2026-11-24T09:00:00Z');
        finder.find(registers, worldAt(rows));
        for (const step of steps) {
          rows = edited(rows, step);
          time += step.minutes * 60_000;
          const world = worldAt(rows, new Date(time).toISOString().slice(0, 19));
          expect(finder.find(registers, world)).toEqual(findAll(registers, world));
        }
      }),
      { numRuns: 12 },
    );
  });

  test('runs no rule again that sees the same, and those alone that see a change', () => {
    const finder = createFinder();
    const ran: string[] = [];
    const watched = registers.map((register) => ({
      ...register,
      rules: register.rules.map((rule) => ({
        ...rule,
        check: (...args: Parameters<typeof rule.check>) => {
          ran.push(`${register.key}.${rule.key}`);
          return rule.check(...args);
        },
      })),
    }));
    finder.find(watched, worldAt(demo));
    const all = ran.splice(0).length;
    finder.find(watched, worldAt(demo));
    expect(ran).toEqual([]);
    const leave = demo.get('leave') ?? [];
    finder.find(watched, worldAt(new Map(demo).set('leave', leave.slice(1))));
    const touched = ran.splice(0);
    expect(touched).toContain('roster.absent-person');
    expect(touched).toContain('leave.hole');
    expect(touched).not.toContain('repairs.unique-number');
    expect(touched.length).toBeLessThan(all / 10);
  });

  test('a setting that was changed touches the rules that ask for it', () => {
    const finder = createFinder();
    const before = finder.find(registers, worldAt(demo));
    const settings = (demo.get('settings') ?? []).map((row) =>
      row.values.key === 'repairs.minorHours'
        ? { ...row, values: { ...row.values, value: '1' } }
        : row,
    );
    const world = worldAt(new Map(demo).set('settings', settings));
    const after = finder.find(registers, world);
    expect(after).toEqual(findAll(registers, world));
    expect(after.length).toBeGreaterThan(before.length);
  });
});
