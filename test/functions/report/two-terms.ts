import type { TermFigure } from '#functions/report/term-figure.ts';
import { type TermReport, termReport } from '#functions/report/term-report.ts';
import type { Source } from '#platform/documents/index.ts';
import { moment, text } from '#schema/columns.ts';
import { count } from '#schema/figures/count.ts';
import { share } from '#schema/figures/share.ts';
import { defineRegister, type Register } from '#schema/register.ts';
import { people } from '#schema/registers/people/people.ts';
import { teams } from '#schema/registers/people/teams.ts';
import { calendar } from '#schema/registers/school/calendar.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { type Row, textAt } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { daysFrom } from '#schema/time.ts';
import { type LocalDate, localDate } from '#schema/values.ts';
import { rowsOf, worldWith } from '../../sheets-schema/made.ts';

/** Two terms of one year and the one before; the report is written on 24 November 2026. */
const terms = rowsOf(
  { kind: 'term', name: '2025—2026学年度第一学期', from: '2025-09-01', to: '2026-01-30' },
  { kind: 'term', name: '2025—2026学年度第二学期', from: '2026-03-02', to: '2026-07-10' },
  { kind: 'term', name: '2026—2027学年度第一学期', from: '2026-09-01', to: '2027-01-22' },
);

/** A register of checks: one a school day is expected, most pass. */
export const checks: Register = defineRegister({
  key: 'checks',
  title: { zh: '巡查', en: 'Checks' },
  purpose: { zh: '每天巡查', en: 'Daily checks' },
  workbook: 'service',
  columns: {
    at: moment({ zh: '时间', en: 'At' }, { required: true }),
    result: text({ zh: '结果', en: 'Result' }),
    why: text({ zh: '不合格原因', en: 'Why' }),
  },
  happened: 'at',
  rules: [],
  figures: {
    done: count({
      title: { zh: '巡查', en: 'Checks' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内的巡查', en: 'Checks in the period' },
      happened: 'at',
      expected: (period, world) =>
        daysFrom(period.from, period.to).filter((day) => world.calendar.isSchoolDay(day)).length,
    }),
    passed: share({
      title: { zh: '巡查合格率', en: 'Checks passed' },
      counts: { zh: '期内巡查中合格的', en: 'Of the checks, passed' },
      happened: 'at',
      where: (row) => textAt(row, 'result') === '合格',
      target: 95,
    }),
  },
  report: {
    section: 'safety',
    sentences: ['开展巡查{done|compared}，合格率{passed}。'],
    indicators: ['done', 'passed'],
    shortcomings: {
      passed: { says: '巡查查出的问题较多', effect: '留有安全隐患', measure: '问题当天整改' },
    },
  },
  demo: () => [],
});

/** One check a school day from a day on, of which the first so many failed. */
export function daily(
  from: string,
  to: string,
  failed = 0,
  why?: string,
): readonly Record<string, string | undefined>[] {
  const world = worldWith({ calendar: terms });
  return daysFrom(localDate.parse(from), localDate.parse(to))
    .filter((day) => world.calendar.isSchoolDay(day))
    .map((day, index) => ({
      at: `${day}T08:00:00`,
      result: index < failed ? '不合格' : '合格',
      ...(index < failed ? { why } : {}),
    }));
}

/** Registers that every report stands on. */
export const lists: readonly Register[] = [settings, calendar, people, teams];

/** A school with two terms behind it and the rows that a test gives. */
export function schoolWith(
  rows: Readonly<Record<string, readonly Row[]>>,
  registers: readonly Register[] = [checks],
): { readonly world: World; readonly registers: readonly Register[] } {
  const all = [...lists, ...registers];
  return { world: worldWith({ calendar: terms, ...rows }, { of: all }), registers: all };
}

/** The report of the term in which today lies. */
export function reportOf({
  world,
  registers,
}: {
  readonly world: World;
  readonly registers: readonly Register[];
}): TermReport {
  const term = world.calendar.termAt(localDate.parse('2026-11-24'));
  if (!term) throw new Error('no term');
  return termReport(world, registers, term);
}

/** Where figures are, as the tests see it. */
export function sourceOf({ register, now, period }: TermFigure): Source {
  return {
    register: register.title.zh,
    rows: now.rows.length,
    until: period.to,
    url: `https://sheets.example/${register.key}`,
  };
}

export const today: LocalDate = localDate.parse('2026-11-24');
