import { beforeAll, describe, expect, it } from 'vitest';
import { beginningAfter, carriedRows, itemMonths } from '#platform/workbook/carried-ledger.ts';
import { type Decided, leavingRows } from '#functions/check/closing/stays.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { catalogueOf } from '#schema/calculations/stock.ts';
import { makeDemoSchool } from '#schema/demo/make-school.ts';
import { demoRows } from '#schema/demo/rows.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import { registers } from '#schema/registers/index.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { type LocalDate, localDate, localDateTime } from '#schema/values.ts';
import { worldOf } from '#schema/world.ts';

const month = '2026-10';
const now = localDateTime.parse('2026-11-24T09:00:00');
const today: LocalDate = localDate.parse('2026-11-24');

let world: World;
let findings: readonly Finding[];
let decided: Decided;

const of = (rows: ReadonlyMap<string, readonly Row[]>): World =>
  worldOf({ registers, rows, now, publicHolidays: chineseHolidays });

const openings = (left: readonly Row[], stay: readonly Row[]): Row[] =>
  carriedRows(
    beginningAfter(month, stay),
    itemMonths(left, catalogueOf(world.rows('items')), []),
  ).map((row) => ({ ...row, unreadable: [] }));

beforeAll(() => {
  const school = makeDemoSchool({ seed: 20260901, today, now, registers });
  world = of(new Map(registers.map(({ key }) => [key, demoRows(school, key)])));
  findings = findAll(registers, world);
  decided = leavingRows(registers, world, month, findings, openings);
});

const left = (key: string) => decided.leaving.get(key) ?? [];

describe('what a closing takes of a whole school', () => {
  it('is most of what records days that are over', () => {
    for (const key of ['deliveries', 'disinfection', 'visitors', 'electricity', 'safetyLog']) {
      const happened = registers.find((one) => one.key === key)?.happened ?? '';
      const over = world.rows(key).filter((row) => textAt(row, happened).slice(0, 7) <= month);
      expect([key, left(key).length / over.length > 0.8]).toEqual([key, true]);
    }
  });

  it('is nothing of a later month, nothing unfinished and nothing that must be mended', () => {
    const faulty = new Set(
      findings.flatMap(({ severity, row }) => (severity === 'must' ? row : [])),
    );
    for (const register of registers)
      for (const row of left(register.key)) {
        expect(textAt(row, register.happened ?? '').slice(0, 7) <= month).toBe(true);
        expect(faulty.has(row.id)).toBe(false);
      }
    expect(left('repairs').map(({ values }) => values.state)).not.toContain('waiting');
    expect(left('orders').map(({ values }) => values.state)).not.toContain('ordered');
  });

  it('leaves the newest word about each thing where it is', () => {
    const worn = world.rows('uniforms').length;
    expect(worn).toBeGreaterThan(0);
    expect(left('uniforms').length).toBeLessThan(worn);
  });

  it('makes nothing look wrong that was not', () => {
    const after = new Map(
      registers.map(({ key }) => {
        const gone = new Set(left(key).map(({ id }) => id));
        const stay = world.rows(key).filter(({ id }) => !gone.has(id));
        return [key, key === 'movements' ? [...openings(left(key), stay), ...stay] : stay] as const;
      }),
    );
    const before = new Set(findings.map(findingKey));
    const fresh = findAll(registers, of(after)).filter(
      (finding) => finding.severity === 'must' && !before.has(findingKey(finding)),
    );
    // A target is measured from figures of any register; those of closed months stand in 月结.
    expect(fresh.map(({ register }) => register).filter((key) => key !== 'qualityTargets')).toEqual(
      [],
    );
  });

  it('is nothing of the stock ledger while a count has an unexplained difference', () => {
    expect(
      findings.some(({ rule, severity }) => rule === 'difference' && severity === 'must'),
    ).toBe(true);
    expect(left('movements')).toEqual([]);
  });
});
