import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { dayText, longestDayText } from '#schema/reminders/day-text.ts';
import { type Matter, openMatters, type Urgency } from '#schema/reminders/matters.ts';
import { demoWorld } from '../demo-world.ts';
import { worldWith } from '../made.ts';

const world = worldWith({});
const matter = (urgency: Urgency, register = repairs): Matter => ({
  register,
  urgency,
  message: { zh: '王大勇没修好', en: 'not mended' },
  more: 0,
});

describe('the text for a group', () => {
  it('counts what presses, by register', () => {
    expect(dayText([matter('late'), matter('today'), matter('today'), matter('must')], world)).toBe(
      '【后勤今日】11月24日 星期二\n报修：已超时1件，今天到期2件，要改1件\n各人的事请看自己的提醒或表里的“待办”。',
    );
  });

  it('is empty when nothing presses', () => {
    expect(dayText([], world)).toBe('');
    expect(dayText([matter('look')], world)).toBe('');
  });

  it('has at most 300 characters however much is open, and counts the rest', () => {
    const everywhere = registers.flatMap((register) =>
      (['late', 'today', 'must'] as const).map((urgency) => matter(urgency, register)),
    );
    const text = dayText(everywhere, world);
    expect([...text].length).toBeLessThanOrEqual(longestDayText);
    expect(text).toMatch(/\n另有\d+类\n/);
  });

  it('names nobody of the demo school', () => {
    const demo = demoWorld(registers);
    const text = dayText(openMatters(registers, demo.world), demo.world);
    expect(text).not.toBe('');
    for (const { values } of demo.world.rows('people')) expect(text).not.toContain(values.name);
    expect(text).not.toMatch(/\d{7}/);
  });
});
