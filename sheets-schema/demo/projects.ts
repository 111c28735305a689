import { plusDays } from '../time.ts';
import type { DemoSchool } from './school.ts';

const dorms = '宿舍1号楼、宿舍2号楼、宿舍3号楼';

/** Taps done in time, flush valves under way, lamps late, door closers standing still. */
export function demoProjects({ today }: DemoSchool) {
  const ago = (days: number) => plusDays(today, -days);
  return [
    {
      name: '宿舍换水龙头',
      started: ago(55),
      due: ago(30),
      what: '三栋宿舍盥洗间老化水龙头全部更换',
      scope: 96,
      unit: '个',
      buildings: dorms,
      leader: '王大勇',
      state: 'done',
      doneOn: ago(33),
      effect: '水龙头报修明显减少',
    },
    {
      name: '全校照明换灯管',
      started: ago(26),
      due: ago(2),
      what: '教学楼、图书馆、实验楼旧灯管换成LED',
      scope: 240,
      unit: '支',
      buildings: '教学楼、图书馆、实验楼',
      leader: '刘海峰',
      state: 'open',
    },
    {
      name: '宿舍冲水阀整治',
      started: ago(14),
      due: plusDays(today, 20),
      what: '卫生间冲水阀逐个检修，坏的更换',
      scope: 48,
      unit: '个',
      buildings: dorms,
      leader: '王大勇',
      state: 'open',
    },
    {
      name: '教室后门合页更换',
      started: ago(20),
      due: plusDays(today, 10),
      what: '教学楼后门合页统一更换',
      scope: 40,
      unit: '副',
      buildings: '教学楼',
      leader: '赵永福',
      state: 'open',
    },
  ] as const;
}

/** Project, days ago, building, done, part, used, by. */
const entries = [
  ['宿舍换水龙头', 50, '宿舍1号楼', 32, '水龙头 不锈钢 4分', 32, '王大勇'],
  ['宿舍换水龙头', 43, '宿舍2号楼', 32, '水龙头 不锈钢 4分', 32, '王大勇'],
  ['宿舍换水龙头', 34, '宿舍3号楼', 32, '水龙头 不锈钢 4分', 32, '王大勇'],
  ['全校照明换灯管', 24, '教学楼', 80, 'LED灯管 T8 16W 1.2m', 80, '刘海峰'],
  ['全校照明换灯管', 17, '教学楼', 64, 'LED灯管 T8 16W 1.2m', 64, '刘海峰'],
  ['教室后门合页更换', 16, '教学楼', 12, '不锈钢合页 4寸', 12, '赵永福'],
  ['全校照明换灯管', 9, '实验楼', 40, 'LED灯管 T8 16W 1.2m', 42, '刘海峰'],
  ['宿舍冲水阀整治', 8, '宿舍1号楼', 16, '脚踏冲水阀 1寸', 16, '王大勇'],
  ['宿舍冲水阀整治', 3, '宿舍2号楼', 12, '脚踏冲水阀 1寸', 12, '王大勇'],
] as const;

/** What was done of the demo projects, in the order of the days. */
export function demoProjectProgress({ today }: DemoSchool) {
  return entries.map(([project, ago, building, done, item, used, by]) => ({
    day: plusDays(today, -ago),
    project,
    building,
    done,
    item,
    used,
    issue: '专项领料',
    by,
  }));
}
