import { describe, expect, it } from 'vitest';
import { monthFacts } from '#functions/plan/month.ts';
import { registers } from '#schema/registers/index.ts';
import { demoWorld } from '../../sheets-schema/demo-world.ts';

const { calendar } = demoWorld(registers).world;

describe('what the calendar says of a month', () => {
  it.each([
    ['2026-09', 'opening'],
    ['2026-11', 'ordinary'],
    ['2027-01', 'closing'],
    ['2026-08', 'holiday'],
  ])('%s is a month of kind %s', (month, kind) => {
    expect(monthFacts(month, calendar).kind).toBe(kind);
  });

  it('counts school days, exam days and the days on which boarders move', () => {
    expect(monthFacts('2026-11', calendar)).toMatchObject({
      from: '2026-11-01',
      to: '2026-11-30',
      schoolDays: 21,
      examDays: 2,
    });
    expect(monthFacts('2026-12', calendar)).toMatchObject({ boardersLeave: 2, boardersReturn: 2 });
  });

  it('counts the days of an exam that lie in the month', () => {
    const { exams, examDays } = monthFacts('2027-01', calendar);
    expect(exams.map(({ name }) => name)).toEqual(['期末考试']);
    expect(examDays).toBe(3);
  });
});
