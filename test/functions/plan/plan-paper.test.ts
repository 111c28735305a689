import { describe, expect, it } from 'vitest';
import { calendarFile } from '#functions/plan/calendar-file.ts';
import { planMonth } from '#functions/plan/month-plan.ts';
import { planPaper } from '#functions/plan/paper/plan-paper.ts';
import { prioritiesOf } from '#functions/plan/priorities.ts';
import { plainLines, renderDocx, type Source } from '#platform/documents/index.ts';
import type { Register } from '#schema/register.ts';
import { registers } from '#schema/registers/index.ts';
import { localDate } from '#schema/values.ts';
import { demoWorld } from '../../sheets-schema/demo-world.ts';
import { rowsOf, worldWith } from '../../sheets-schema/made.ts';
import { leftOut } from '../plain-chinese.ts';
import { openDocx } from '../platform/documents/open-docx.ts';

const sourceOf = (register: string, rows: readonly string[]): Source => ({
  register: register === 'planTasks' ? '月计划' : register,
  rows: rows.length,
  until: localDate.parse('2026-11-24'),
});

function known(key: string): Register {
  const found = registers.find((register) => register.key === key);
  if (!found) throw new Error(`no register ${key}`);
  return found;
}

describe('the plan of the demo school', () => {
  const { world } = demoWorld(registers);
  const plan = planMonth(world, registers, '2026-12');
  const paper = planPaper(plan, sourceOf);
  const review = plainLines(paper, 'review');
  const clean = plainLines(paper, 'clean');

  it('is called after school, office and month', () => {
    expect(clean[0]).toBe('青山中学后勤处2026年12月工作计划');
  });

  it('opens with 80 to 120 characters of what the calendar says', () => {
    const opening = clean[1] ?? '';
    expect(opening).toContain('2026年12月在校 23 天，寄宿生离校 2 次、返校 2 次');
    expect([...opening].length).toBeGreaterThanOrEqual(80);
    expect([...opening].length).toBeLessThanOrEqual(140);
  });

  it('has the six sections in order, numbered in one run', () => {
    expect(clean.filter((line) => /^[一二三四五六]、/.test(line))).toEqual([
      '一、上月工作完成情况',
      '二、本月工作重点',
      '三、具体工作安排',
      '四、周历',
      '五、采购与经费',
      '六、需学校研究解决的事项',
    ]);
  });

  it('numbers its tables as they come', () => {
    expect(clean.filter((line) => /^表\d/.test(line))).toEqual([
      '表1　上月工作完成情况',
      '表2　具体工作安排',
      '表3　周历',
      '表4　拟购物资',
    ]);
  });

  it('how last month went adds up', () => {
    const rows = clean
      .slice(clean.indexOf('表1　上月工作完成情况') + 2)
      .map((line) => line.split('｜'))
      .slice(0, 20);
    const total = rows.findIndex(([name]) => name === '合计');
    const columns = [1, 2, 3, 4, 5].map((column) =>
      rows.slice(0, total).reduce((sum, cells) => sum + Number(cells[column]), 0),
    );
    expect(rows[total]?.slice(1).map(Number)).toEqual(columns);
    const [planned = 0, ...parts] = columns;
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(planned);
  });

  it('has three to five priorities, a number in each', () => {
    const priorities = prioritiesOf(plan);
    expect(priorities.length).toBeGreaterThanOrEqual(3);
    expect(priorities.length).toBeLessThanOrEqual(5);
    for (const priority of priorities) expect(priority).toMatch(/\d/);
  });

  it('gives each line of 表2 a standard, an owner and a day; late ones have a star', () => {
    const lines = clean
      .slice(clean.indexOf('表2　具体工作安排') + 2, clean.indexOf('四、周历'))
      .filter((line) => line.includes('｜'))
      .map((line) => line.split('｜'));
    expect(lines).toHaveLength(Math.min(40, plan.tasks.length));
    for (const [number, what, standard, owner, , due] of lines) {
      expect(Number(number)).toBeGreaterThan(0);
      expect([what, standard, owner].every((words) => words !== '')).toBe(true);
      expect(due).toMatch(/^12月\d+日$/);
    }
    expect(lines.filter(([, what]) => what?.startsWith('★')).length).toBeGreaterThan(0);
  });

  it('what is to be bought adds up', () => {
    const rows = clean.slice(clean.indexOf('表4　拟购物资') + 2).map((line) => line.split('｜'));
    const total = rows.findIndex(([name]) => name === '合计');
    const sum = rows.slice(0, total).reduce((all, cells) => all + Number(cells[5]), 0);
    expect(Number(rows[total]?.[5])).toBeCloseTo(sum);
    expect(clean.join('\n')).toContain(`金额合计 ${rows[total]?.[5]} 元`);
  });

  it('hangs the roster on a landscape page: a line a day', async () => {
    const lines = clean.slice(clean.indexOf('2026年12月值班表') + 2);
    expect(
      lines.slice(0, 31).every((line, index) => line.startsWith(`12月${index + 1}日｜周`)),
    ).toBe(true);
    const xml = openDocx(await renderDocx(paper, { copy: 'clean' })).xml('word/document.xml');
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(1);
  });

  it('says where its figures come from in the clean copy, which has no links', () => {
    expect(clean).toContain('文中数据的来源');
    expect(clean.join('\n')).toMatch(/上月计划｜\d+ 项｜月计划｜\d+｜11月24日/);
    expect(review).not.toContain('文中数据的来源');
  });

  it('leaves room for the two heads to sign', () => {
    expect(clean).toContain('分管校长意见：＿＿＿＿＿＿　校长意见：＿＿＿＿＿＿');
  });

  it('has no phone numbers, English words or column keys', () => {
    expect(leftOut(review.join('\n'))).toEqual([]);
    expect(leftOut(clean.join('\n'))).toEqual([]);
  });

  it('goes into a calendar: a whole day a task, the hours of a duty', async () => {
    const file = await calendarFile(plan, new Date('2026-11-24T01:00:00Z'), 'Asia/Shanghai');
    expect(file.match(/BEGIN:VEVENT/g)).toHaveLength(
      plan.tasks.length + (plan.roster?.duties.length ?? 0),
    );
    expect(file).toMatch(/DTSTART;VALUE=DATE:20261225\r\nDTEND;VALUE=DATE:20261226/);
    // A night duty begins at 19:00 in Shanghai and ends at 07:00 of the next day.
    expect(file).toMatch(/DTSTART:20261201T110000Z\r\nDTEND:20261201T230000Z/);
    const again = await calendarFile(plan, new Date('2026-11-24T01:00:00Z'), 'Asia/Shanghai');
    expect(again).toBe(file);
  });
});

describe('a school that has just begun', () => {
  const lists = ['settings', 'calendar', 'planTasks', 'routine', 'runs'].map(known);
  const world = worldWith(
    {
      calendar: rowsOf({ kind: 'term', name: '第一学期', from: '2026-09-01', to: '2027-01-22' }),
      routine: rowsOf({
        month: 12,
        group: 'stores',
        what: '年度校产盘点',
        standard: '账物相符',
        owner: '库管员',
        day: 25,
      }),
    },
    { of: lists },
  );
  const lines = plainLines(planPaper(planMonth(world, lists, '2026-12'), sourceOf), 'clean');

  it('has no empty headings, and numbers those it has in one run', () => {
    expect(lines.filter((line) => /^[一二三四五六]、|^表\d|^附件/.test(line))).toEqual([
      '一、本月工作重点',
      '二、具体工作安排',
      '表1　具体工作安排',
      '三、周历',
      '表2　周历',
      '附件：1.检查与盘点日程',
      '附件1　检查与盘点日程',
    ]);
  });
});

describe('the kinds of month', () => {
  const prioritiesIn = (month: string) => {
    const { world } = demoWorld(registers);
    return prioritiesOf(planMonth(world, registers, month)).join('\n');
  };

  it('a month that opens the term has distribution and pledges first', () => {
    expect(prioritiesIn('2027-02')).toMatch(/^做好开学保障/);
  });

  it('a month that closes it has counts first', () => {
    expect(prioritiesIn('2027-01')).toMatch(/^做好学期收尾/);
  });

  it('a month of holidays has duty and large repairs first', () => {
    expect(prioritiesIn('2027-08')).toMatch(/^用好假期|^安排好假期值班/);
  });

  it('exams are supported with a target', () => {
    expect(prioritiesIn('2026-11')).toContain('保障期中考试 2 天');
  });
});
