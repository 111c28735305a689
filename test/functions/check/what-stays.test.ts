import { beforeAll, describe, expect, it } from 'vitest';
import { balances, catalogueOf } from '#schema/calculations/stock.ts';
import { findAll } from '#schema/find-all.ts';
import { type Finding, findingKey } from '#schema/finding.ts';
import { registers } from '#schema/registers/index.ts';
import { textAt } from '#schema/row.ts';
import { daysFrom } from '#schema/time.ts';
import { localDate } from '#schema/values.ts';
import { closedByTheClock } from './closed-by-the-clock.ts';

const closings: Readonly<Record<string, string>> = {
  '2026-09-05': '2026-08',
  '2026-10-05': '2026-09',
  '2026-11-05': '2026-10',
};
const today = localDate.parse('2026-11-24');

/** Counts days in a row from the first that it sees: it begins anew when a month has left. */
const countsAnew = (finding: Finding): boolean => finding.rule.startsWith('copied-');

const told = (findings: readonly Finding[]): string[] =>
  findings
    .filter((finding) => !countsAnew(finding))
    .map((finding) => `${finding.register} ${findingKey(finding)} ${finding.message.zh}`)
    .toSorted();

describe('the demo school, its months closed by the clock', () => {
  it('is told the same every day as without a closing, and holds the same stock', () => {
    const school = closedByTheClock(1);
    for (const day of daysFrom(localDate.parse('2026-09-05'), today)) {
      const month = closings[day];
      if (month !== undefined) school.close(month, day);
      if (month === undefined && Number(day.slice(8)) % 4 > 0 && day !== today) continue;
      const open = findAll(registers, school.openWorld(day));
      const ofLive = open.filter(({ row }) => !school.isClosed(row));
      expect({ day, told: told(school.found(day)) }).toEqual({ day, told: told(ofLive) });
      const catalogue = catalogueOf(school.openWorld(day).rows('items'));
      expect({ day, held: balances(school.liveWorld(day).rows('movements'), catalogue) }).toEqual({
        day,
        held: balances(school.openWorld(day).rows('movements'), catalogue),
      });
    }
  }, 60_000);
});

describe('what a closing takes', () => {
  let school: ReturnType<typeof closedByTheClock>;
  beforeAll(() => {
    school = closedByTheClock(20260901);
    school.close('2026-10', localDate.parse('2026-11-05'));
  });

  const gone = (key: string) => (school.all.get(key) ?? []).filter(({ id }) => school.isClosed(id));

  it('is nearly all of what records days that are over and that no rule looks back to', () => {
    for (const key of ['processing', 'disinfection', 'foodSamples', 'mealCompanions', 'wasteOil']) {
      const stay = school.leftLive(key, '2026-10').length;
      expect([key, gone(key).length > 2 * stay]).toEqual([key, true]);
    }
  });

  it('is most of the stock ledger, but not what hangs together with something open', () => {
    expect(gone('movements').length).toBeGreaterThan(
      school.leftLive('movements', '2026-10').length,
    );
  });

  it('is nothing of a later month, nothing unfinished and nothing that must be mended', () => {
    const faulty = new Set(
      findAll(registers, school.openWorld(localDate.parse('2026-11-05'))).flatMap(
        ({ severity, row }) => (severity === 'must' && row !== undefined ? [row] : []),
      ),
    );
    for (const { key, happened = '' } of registers)
      for (const row of gone(key)) {
        expect(textAt(row, happened).slice(0, 7) <= '2026-10').toBe(true);
        expect(faulty.has(row.id)).toBe(false);
      }
    expect(gone('repairs').map(({ values }) => values.state)).not.toContain('waiting');
  });

  it('leaves the newest word about each thing where it is', () => {
    expect(gone('uniforms').length).toBeLessThan(school.all.get('uniforms')?.length ?? 0);
  });

  it('takes a leave that was granted and has ended, though no state says that it is over', () => {
    expect(gone('leave').map(({ values }) => values.state)).toContain('approved');
  });
});
