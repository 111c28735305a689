import { describe, expect, test } from 'vitest';
import { checklists } from '#schema/registers/safety/checklists.ts';
import { daysOfMonth } from '#schema/time.ts';
import { autumn } from '../autumn.ts';
import { findingsOf, rowsOf, ruleOf, worldWith } from '../made.ts';

const item = (name: string, cadence: string, owner?: string) => ({
  name,
  cadence,
  ...(owner === undefined ? {} : { owner }),
});
const tasks = (month: string, ...list: readonly ReturnType<typeof item>[]) => {
  const rows = rowsOf(...list);
  return checklists.plan?.tasks?.(
    rows,
    { month, ...daysOfMonth(month) },
    worldWith({ checklists: rows, calendar: autumn }),
  );
};

describe('检查项目', () => {
  test('an item without an owner is found, a stopped one is not', () => {
    const rows = rowsOf(
      item('护栏', 'daily'),
      item('消防通道', 'daily', '郑文博'),
      { ...item('旧锅炉', 'daily'), stopped: true },
      {},
    );
    expect(
      findingsOf(ruleOf(checklists, 'needed-in-use'), checklists, rows).map(({ place, says }) => [
        place,
        says,
      ]),
    ).toEqual([[0, '这项没人负责，请补填负责人']]);
  });

  test('the plan has one line a cadence, with the month’s count as its standard', () => {
    expect(
      tasks(
        '2026-11',
        item('消防通道', 'daily', '郑文博'),
        item('燃气', 'daily', '张桂兰'),
        item('用电', 'daily', '许慧芳'),
        item('门禁', 'daily', '郑文博'),
        item('灭火器', 'weekly', '郑文博'),
        item('水泵', 'monthly', '李国强'),
      ),
    ).toMatchObject([
      {
        what: '每天安全检查：消防通道、燃气、用电等 4 项',
        standard: '全月 21 天，缺 0',
        owner: '郑文博',
        assists: '张桂兰、许慧芳',
        due: '2026-11-30',
      },
      { what: '每周安全检查：灭火器', standard: '全月 5 周，缺 0', due: '2026-11-27' },
      { standard: '本月查一次，问题当场登记', owner: '李国强', due: '2026-11-30' },
    ]);
  });

  test('a month of holidays has none; the list before term is due a week ahead', () => {
    const list = [item('消防通道', 'daily', '郑文博'), item('开学前房屋', 'preTerm', '李国强')];
    expect(tasks('2027-08', ...list)).toEqual([]);
    expect(tasks('2027-02', ...list)).toMatchObject([
      { what: '每天安全检查：消防通道', standard: '全月 5 天，缺 0' },
      { what: '开学前一周安全检查：开学前房屋', due: '2027-02-15' },
    ]);
  });

  test('once a term: in the month in which it ends', () => {
    const roof = item('屋面防水', 'term');
    expect(tasks('2026-12', roof)).toEqual([]);
    expect(tasks('2027-01', roof)).toMatchObject([{ owner: '安全员', due: '2027-01-22' }]);
  });
});
