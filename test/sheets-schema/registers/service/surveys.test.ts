import { describe, expect, test } from 'vitest';
import { surveys } from '#schema/registers/service/surveys.ts';
import { measured, planned, says } from '../../said.ts';

const survey = (more = {}) => ({
  held: '2026-11-20',
  kind: 'forum',
  topic: '食堂',
  whom: 'students',
  asked: 24,
  answered: 20,
  satisfied: 18,
  host: '周敏',
  said: '菜凉',
  ...more,
});

describe('座谈与满意度', () => {
  test('no more answered than were asked, nor satisfied than answered', () => {
    const rows = [survey({ answered: 25 }), survey({ satisfied: 21 }), survey({ answered: 24 })];
    expect(says(surveys, 'more-than-asked', rows)).toEqual([
      [0, '邀请24人，到了25人，请核对'],
      [1, '答的20人，满意21人，请核对'],
    ]);
  });

  test('too few answers to mean anything', () => {
    const of = (answered: number) => survey({ asked: 100, answered, satisfied: 1 });
    expect(says(surveys, 'few-answers', [of(29), of(30), survey({ asked: 0 })])).toEqual([
      [0, '答的不到30%，结果不可靠，请补问'],
    ]);
  });

  test('low satisfaction asks for measures', () => {
    const of = (satisfied: number, more = {}) => survey({ satisfied, ...more });
    expect(says(surveys, 'dissatisfied', [of(16), of(17), of(10, { measures: '改' })])).toEqual([
      [0, '满意度80%，请写改进措施'],
    ]);
  });

  test('results within three days; measures with an owner, told within a fortnight', () => {
    const unheard = (held: string) => survey({ held, said: undefined });
    expect(says(surveys, 'needed-results', [unheard('2026-11-20'), unheard('2026-11-21')])).toEqual(
      [[0, '已开过，请补填主要意见']],
    );
    const promised = (held: string, more = {}) =>
      survey({ held, measures: '改', owner: '周敏', ...more });
    const rows = [
      promised('2026-11-09'),
      promised('2026-11-10'),
      promised('2026-11-01', { told: '2026-11-08' }),
    ];
    expect(says(surveys, 'needed-measured', rows)).toEqual([[0, '有改进措施，请补填反馈日期']]);
  });

  test('forums, people who answered, and the satisfied among them', () => {
    const rows = [survey(), survey({ kind: 'survey', answered: 80, satisfied: undefined })];
    expect(measured(surveys, 'forums', rows)).toBe(1);
    expect(measured(surveys, 'asked', rows)).toBe(100);
    expect(measured(surveys, 'satisfied', rows)).toEqual([18, 20]);
  });

  test('the next forum a month after the last; none when that is later than the month', () => {
    const forum = '召开学生座谈会，听取后勤意见';
    expect(planned(surveys, [survey()])).toEqual([[forum, '后勤副主任', '2026-12-20']]);
    expect(planned(surveys, [survey({ held: '2026-09-10' })])).toEqual([
      [forum, '后勤副主任', '2026-12-31'],
    ]);
    expect(planned(surveys, [survey({ held: '2026-12-20' })])).toEqual([]);
  });
});
