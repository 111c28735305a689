import { describe, expect, it } from 'vitest';
import { foldTasks } from '#functions/plan/fold.ts';
import { taskTable } from '#functions/plan/tasks.ts';
import type { PlanTask } from '#schema/plan.ts';
import { localDate } from '#schema/values.ts';

function task(key: string, more: Partial<PlanTask> = {}): PlanTask {
  return {
    key,
    group: 'safety',
    what: key,
    standard: '签字',
    owner: '安全员',
    due: localDate.parse('2026-12-10'),
    ...more,
  };
}

describe('folding', () => {
  it('a hazard that two registers name is one line, with the earlier day and both notes', () => {
    const folded = foldTasks([
      task('a', { what: '宿舍 3 号楼 2 层电线整改', note: '上月逾期' }),
      task('b', {
        what: '★宿舍3号楼2层电线整改（待厂家）',
        due: localDate.parse('2026-12-05'),
        note: '待厂家配件',
        carriedOver: true,
      }),
    ]);
    expect(folded).toEqual([
      task('a', {
        what: '宿舍 3 号楼 2 层电线整改',
        due: localDate.parse('2026-12-05'),
        note: '上月逾期；待厂家配件',
        carriedOver: true,
      }),
    ]);
  });

  it('one key is one line', () => {
    expect(foldTasks([task('a'), task('a')])).toHaveLength(1);
  });

  it('the same words in two groups are two lines', () => {
    const words = { what: '月底盘点清楚账物' };
    expect(foldTasks([task('a', words), task('b', { ...words, group: 'stores' })])).toHaveLength(2);
  });

  it('short words that others hold by chance stay lines of their own', () => {
    expect(foldTasks([task('a', { what: '盘点' }), task('b', { what: '食堂盘点' })])).toHaveLength(
      2,
    );
  });
});

describe('表2', () => {
  it('goes by group, late lines first, then by day, numbered through', () => {
    const { groups, rest } = taskTable([
      task('energy', { group: 'energy' }),
      task('later', { due: localDate.parse('2026-12-20') }),
      task('soon', { due: localDate.parse('2026-12-02') }),
      task('late', { due: localDate.parse('2026-12-31'), carriedOver: true }),
    ]);
    expect(
      groups.map(({ group, tasks }) => [group, tasks.map((one) => [one.number, one.task.key])]),
    ).toEqual([
      [
        'safety',
        [
          [1, 'late'],
          [2, 'soon'],
          [3, 'later'],
        ],
      ],
      ['energy', [[4, 'energy']]],
    ]);
    expect(rest).toEqual([]);
  });

  it('holds 40 lines; the rest follows with its own numbers, and no group is squeezed out', () => {
    const many = Array.from({ length: 60 }, (_, index) => task(`检查 ${index}`));
    const { groups, rest } = taskTable([...many, task('x', { group: 'energy' })]);
    const shown = groups.flatMap(({ tasks }) => tasks);
    expect(shown).toHaveLength(40);
    expect(groups.map(({ group }) => group)).toEqual(['safety', 'energy']);
    expect(rest.map(({ number }) => number)).toEqual(
      Array.from({ length: 21 }, (_, index) => 41 + index),
    );
  });

  it('keeps every late line before others', () => {
    const many = Array.from({ length: 50 }, (_, index) => task(`检查 ${index}`));
    const late = Array.from({ length: 30 }, (_, index) =>
      task(`整改 ${index}`, { group: 'repairs', carriedOver: true }),
    );
    const { groups } = taskTable([...many, ...late]);
    expect(groups.find(({ group }) => group === 'repairs')?.tasks).toHaveLength(30);
  });
});
