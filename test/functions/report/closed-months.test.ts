import { describe, expect, it } from 'vitest';
import { planMonth, plannedSince } from '#functions/plan/month-plan.ts';
import { reportedSince, termDays } from '#functions/report/term-days.ts';
import { termReport } from '#functions/report/term-report.ts';
import { readSchool } from '#platform/documents/index.ts';
import { registers } from '#schema/registers/index.ts';
import type { World } from '#schema/rule.ts';
import { dayOf } from '#schema/values.ts';
import { openPaperSchool } from '../paper-school.ts';

/** All that is said, without the functions that measured it. */
const written = (said: object): string =>
  JSON.stringify(
    said,
    (name, value: unknown) =>
      name === 'register' && typeof value === 'object'
        ? undefined
        : value instanceof Map
          ? [...value]
          : value,
    1,
  );

describe('papers of a school that closes its months', () => {
  it('say exactly what they say with all months open', async () => {
    const { school, ports } = await openPaperSchool(registers.map(({ key }) => key));
    const check = school.check();
    const post = async (path: string, body: object = {}) => {
      const answer = await check.request(path, { method: 'POST', body: JSON.stringify(body) });
      return answer.json();
    };
    const daysOf = ({ calendar, now }: World) => {
      const term = calendar.termAt(dayOf(now));
      if (!term) throw new Error('no term today');
      return termDays(calendar, term, dayOf(now));
    };
    const papers = async () => {
      const { world, registers: on } = await readSchool({
        ...ports('service:report'),
        since: (seen) => reportedSince(daysOf(seen)),
      });
      const planned = await readSchool({
        ...ports('service:plan'),
        since: plannedSince(undefined),
      });
      return written({
        report: termReport(world, on, daysOf(world).term),
        plan: planMonth(planned.world, planned.registers, '2026-12'),
        monthOver: planMonth(planned.world, planned.registers, '2026-11'),
      });
    };
    await post('/check/poll');
    const open = await papers();
    for (const month of ['2026-09', '2026-10'])
      expect(await post('/check/close', { month, reason: '按期' })).toMatchObject({
        outcome: 'closed',
      });
    const closed = await school.staff.seeTab('stores', '已结');
    expect(closed.length).toBeGreaterThan(50);
    expect(await papers()).toBe(open);
  }, 180_000);
});
