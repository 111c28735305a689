import { describe, expect, it } from 'vitest';
import { aloudPaper } from '#functions/report/paper/aloud.ts';
import { termPaper } from '#functions/report/paper/term-paper.ts';
import { marksIn, plainLines } from '#platform/documents/index.ts';
import { registers } from '#schema/registers/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { textAt } from '#schema/row.ts';
import { demoWorld } from '../../sheets-schema/demo-world.ts';
import { rowsOf } from '../../sheets-schema/made.ts';
import { leftOut } from '../plain-chinese.ts';
import { checks, daily, reportOf, schoolWith, sourceOf } from './two-terms.ts';

function linesOf(school: Parameters<typeof reportOf>[0]): readonly string[] {
  return plainLines(termPaper(reportOf(school), sourceOf), 'review');
}

const twoTerms = schoolWith({
  checks: rowsOf(
    ...daily('2026-03-02', '2026-05-25', 2, '灯坏'),
    ...daily('2026-09-01', '2026-11-24', 6, '门没锁'),
  ),
});

describe('the report of a small school', () => {
  const lines = linesOf(twoTerms);

  it('is called after school and term', () => {
    expect(lines[1]).toBe('××学校2026—2027学年度第一学期后勤工作总结');
  });

  it('numbers its headings in one run, whatever is left out', () => {
    expect(lines.filter((line) => /^[一二三四五六七]、/.test(line))).toEqual([
      '一、主要工作与成效',
      '二、主要指标完成情况',
      '三、存在的不足',
      '四、下学期打算',
      '五、需学校支持解决的问题',
    ]);
  });

  it('compares with last term over the same number of weeks', () => {
    expect(lines).toContain('开展巡查 61 次，与上学期持平，合格率 90.2%。');
  });

  it('has a line in 表2 for each indicator', () => {
    expect(lines).toContain(
      '巡查合格率｜%｜≥95%｜90.2%｜96.7%｜-6.5 个百分点｜未达标｜期内巡查中合格的',
    );
  });

  it('says a shortcoming with figure, comparison, cause from the rows, and effect', () => {
    expect(lines).toContain(
      '一是巡查查出的问题较多。巡查合格率 90.2%，低于 95% 的目标，较上学期下降 6.5 个百分点。登记的原因主要是门没锁（6 条）。留有安全隐患。',
    );
  });

  it('answers each shortcoming with a measure, who, by when and to which target', () => {
    expect(lines).toContain('一是针对“巡查查出的问题较多”，问题当天整改。');
    expect(lines).toContain('问题当天整改｜安全负责人｜开学一个月内｜巡查合格率≥95%');
  });

  it('lists each figure with register, rows and cut-off day', () => {
    expect(lines).toContain('巡查｜61｜巡查｜61｜11月24日｜期内的巡查');
  });

  it('tables and text say the same', () => {
    const value = /合格率 ([\d.]+%)/.exec(lines.join('\n'))?.[1];
    const cells = lines.filter((line) => line.startsWith('巡查合格率｜'));
    expect(cells.every((line) => line.split('｜').includes(value ?? ''))).toBe(true);
    expect(cells.length).toBeGreaterThan(2);
  });
});

describe('what is not there', () => {
  it('not recorded is not “did not happen”: the lack is said, with the days', () => {
    const lines = linesOf(schoolWith({}));
    expect(lines).toContain('巡查无登记记录（缺 61 天）。');
    expect(lines.join()).not.toMatch(/(?<!\d)0 次/);
  });

  it('the first term has nothing to be compared with', () => {
    const lines = linesOf(
      schoolWith({
        calendar: rowsOf({ kind: 'term', name: '第一学期', from: '2026-09-01', to: '2027-01-22' }),
        checks: rowsOf(...daily('2026-09-01', '2026-11-24')),
      }),
    );
    expect(lines).toContain('开展巡查 61 次（无可比数据），合格率 100.0%。');
  });

  it('a register that is switched off leaves no heading', () => {
    const lines = linesOf(
      schoolWith({
        settings: rowsOf({ key: 'checks.use', value: '停用' }),
        checks: rowsOf(...daily('2026-09-01', '2026-11-24')),
      }),
    );
    expect(lines.join()).not.toContain('巡查');
    expect(lines.join()).not.toContain('安全防范');
  });

  it('a cause that no row gives is asked for, never invented', () => {
    const lines = linesOf(schoolWith({ checks: rowsOf(...daily('2026-09-01', '2026-11-24', 9)) }));
    expect(lines.join()).toContain('原因：【请补充：原因】。');
  });
});

describe('the report of the demo school', () => {
  const { world, school } = demoWorld(registers);
  const term = school.calendar.termAt(school.today);
  if (!term) throw new Error('no term');
  const report = reportOf({ world, registers });
  const paper = termPaper(report, sourceOf);
  const review = plainLines(paper, 'review');
  const clean = plainLines(paper, 'clean');

  it('asks the director at most eight times', () => {
    expect(marksIn(paper)).toBeLessThanOrEqual(8);
    expect(review[0]).toBe(`本稿有 ${marksIn(paper)} 处需补充`);
  });

  it('opens with 120 to 180 characters', () => {
    const [opening = ''] = clean.slice(1);
    expect(opening).toMatch(/^本学期（9月1日—11月24日，共 13 周）.*现将本学期工作总结如下：$/);
    expect([...opening].length).toBeGreaterThanOrEqual(120);
    expect([...opening].length).toBeLessThanOrEqual(180);
  });

  it('has at most five shortcomings, each with one measure', () => {
    expect(report.shortcomings.length).toBeGreaterThan(0);
    expect(report.shortcomings.length).toBeLessThanOrEqual(5);
    const measures = review.filter((line) => /^[一二三四五]是针对/.test(line));
    expect(measures).toHaveLength(report.shortcomings.length);
  });

  it('names nobody among the shortcomings and what was not done (对事不对人)', () => {
    const from = review.findIndex((line) => line.endsWith('、存在的不足'));
    const to = review.findIndex((line) => line.endsWith('、下学期打算'));
    const open = review.slice(
      review.indexOf('附表2　未完成事项清单'),
      review.indexOf('附表3　数据口径与来源'),
    );
    const said = [...review.slice(from, to), ...open].join('\n');
    expect(said.length).toBeGreaterThan(100);
    const named = world.rows('people').filter((row) => said.includes(textAt(row, 'name')));
    expect(named).toEqual([]);
  });

  it('has no phone numbers, English words or column keys', () => {
    expect(leftOut(clean.join('\n'))).toEqual([]);
    expect(leftOut(review.join('\n'))).toEqual([]);
  });

  it('its teams add up', () => {
    const from = clean.indexOf('表1　班组和人员');
    const rows = clean.slice(
      from + 2,
      clean.findIndex((line) => line.startsWith('合计｜')),
    );
    const people = rows.map((line) => Number(line.split('｜')[1]));
    expect(clean.find((line) => line.startsWith('合计｜'))?.split('｜')[1]).toBe(
      String(people.reduce((sum, count) => sum + count, 0)),
    );
  });

  it('can be read aloud in 800 characters', () => {
    const lines = plainLines(aloudPaper(report, sourceOf), 'clean');
    expect([...lines.join('')].length).toBeLessThanOrEqual(800);
    expect(lines.at(-1)).toBe('汇报完毕。');
    expect(lines.some((line) => line.startsWith('维修保障方面，'))).toBe(true);
    expect(lines.some((line) => line.startsWith('不足有'))).toBe(true);
  });
});

describe('the cause of a shortcoming', () => {
  it('names nobody, whatever the rows say', () => {
    const named = rowsOf(...daily('2026-09-01', '2026-11-24', 9, '王大勇没去'));
    const staff = rowsOf({ name: '王大勇', team: '维修班', joined: '2020-01-01' });
    const lines = linesOf(schoolWith({ checks: named, people: staff }, [checks]));
    expect(lines.join('\n')).toContain('登记的原因主要是有关人员没去（9 条）');
  });
});

describe('a case from the rows', () => {
  it('is proposed, and the director decides', () => {
    const lines = linesOf(
      schoolWith(
        {
          repairs: rowsOf({
            reported: '2026-11-08T08:00:00',
            place: '教学楼 A201',
            fault: '后排第三盏灯不亮',
            state: 'done',
            done: '2026-11-08T10:00:00',
          }),
        },
        [repairs],
      ),
    );
    expect(lines.join('\n')).toContain(
      '例如11月8日，教学楼 A201：后排第三盏灯不亮，已修好【请定】。',
    );
  });
});
