import { plusDays } from '../time.ts';
import type { DemoSchool } from './school.ts';

/** Assigned so many days ago by whom, group, what, owner, due in days from today, done in days, result. */
const matters = [
  [58, '校长', 'safety', '国庆前全校安全大检查', '郑文博', -56, -57, '查出问题 9 处，全部改完'],
  [50, '校务会', 'dorms', '宿舍公共区域值日表上墙', '许慧芳', -43, -44, '三栋楼均已张贴'],
  [45, '校长', 'service', '运动会场地和器材保障', '周敏', -33, -34, '按方案完成'],
  [
    40,
    '分管副校长',
    'canteen',
    '食堂二楼增开一个窗口',
    '张桂兰',
    -26,
    -22,
    '增开 5 号窗口，排队时间减少',
  ],
  [33, '校务会', 'energy', '上报半年水电用量对比', '周敏', -19, -20, '已报校务会'],
  [25, '校长', 'repairs', '报告厅空调维修方案', '李国强', -11, -12, '方案已报，等厂家保修'],
  [20, '分管副校长', 'people', '修订宿舍管理制度', '许慧芳', -5, undefined, undefined],
  [9, '校长', 'stores', '摸底九年级课桌椅损坏数量', '叶红梅', 6, undefined, undefined],
  [4, '校务会', 'safety', '冬季防火专项检查', '郑文博', 20, undefined, undefined],
] as const;

/** Two months of assigned work: one done late, one late and open. */
export function demoAssignedWork(school: Pick<DemoSchool, 'today'>) {
  return matters.map(([ago, by, group, what, owner, due, done, result]) => ({
    assigned: plusDays(school.today, -ago),
    by,
    group,
    what,
    owner,
    due: plusDays(school.today, due),
    told: plusDays(school.today, done ?? -4),
    ...(done === undefined
      ? { state: 'open' as const, progress: 50 }
      : { state: 'done' as const, progress: 100, doneOn: plusDays(school.today, done), result }),
  }));
}
