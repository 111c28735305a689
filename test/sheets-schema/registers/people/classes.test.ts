import { describe, expect, test } from 'vitest';
import { classes } from '#schema/registers/people/classes.ts';
import { measured, planned, says } from '../../said.ts';

const classOf = (entered: number, grade: string, more = {}) => ({
  name: `${entered}级1班`,
  grade,
  entered,
  headTeacher: '方晓芸',
  pupils: 41,
  ...more,
});

describe('班级', () => {
  test('a class moves up with the first day of the school year, not in the holidays', () => {
    const rows = [
      classOf(2026, 'grade7'),
      classOf(2025, 'grade7'),
      classOf(2024, 'grade9'),
      classOf(2023, 'grade9'),
      classOf(2023, 'grade9', { graduated: '2026-06-30' }),
    ];
    expect(says(classes, 'moved-up', rows)).toEqual([
      [1, '按入学年份应是八年级，请改年级或年份'],
      [3, '这届已毕业，请填毕业日期'],
    ]);
    const lastYear = [classOf(2025, 'grade7'), classOf(2026, 'grade7')];
    expect(says(classes, 'moved-up', lastYear, { now: '2026-08-31T09:00:00' })).toEqual([
      [0, '按入学年份应是八年级，请改年级或年份'],
    ]);
  });

  test('a class that began later is judged by the grade in which it began', () => {
    expect(says(classes, 'moved-up', [classOf(2026, 'grade8', { enteredAs: 'grade8' })])).toEqual(
      [],
    );
    expect(says(classes, 'moved-up', [classOf(2025, 'grade8', { enteredAs: 'grade8' })])).toEqual([
      [0, '按入学年份应是九年级，请改年级或年份'],
    ]);
  });

  test('a class at school has a head teacher and its pupils; one that graduated needs neither', () => {
    expect(
      says(classes, 'needed-in-use', [
        classOf(2026, 'grade7', { headTeacher: undefined }),
        classOf(2026, 'grade7', { pupils: undefined }),
        classOf(2023, 'grade9', { headTeacher: undefined, graduated: '2026-06-30' }),
      ]),
    ).toEqual([
      [0, '在校班级，请补填班主任'],
      [1, '在校班级，请补填学生数'],
    ]);
  });

  test('as many boarders as pupils, not more', () => {
    expect(
      says(classes, 'more-boarders', [
        classOf(2026, 'grade7', { boarders: 41 }),
        classOf(2026, 'grade7', { boarders: 42 }),
      ]),
    ).toEqual([[1, '住宿生 42 人多于学生 41 人，请核对']]);
  });

  test('classes, pupils and boarders of those who have not graduated', () => {
    const rows = [
      classOf(2026, 'grade7', { boarders: 12 }),
      classOf(2025, 'grade8'),
      classOf(2023, 'grade9', { graduated: '2026-06-30' }),
    ];
    expect(
      ['classes', 'pupils', 'boarders'].map((figure) => measured(classes, figure, rows)),
    ).toEqual([2, 82, 12]);
  });

  test('in the plan of the month in which a school year begins, and of no other', () => {
    expect(planned(classes, [], { month: '2026-09' })).toEqual([
      ['更新班级名单：升级、毕业、新生编班', '后勤副主任', '2026-09-04'],
    ]);
    expect(planned(classes, [], { month: '2027-02' })).toEqual([]);
  });
});
