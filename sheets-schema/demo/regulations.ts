import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

/** Title, kind, version, days in force, binds, days until its review, keeper. */
const regulations = [
  ['后勤安全管理制度', 'rule', '2026-1', 80, '全体', 280, '郑文博'],
  ['门卫管理制度', 'rule', '2026-1', 75, '保安', 290, '韩卫东'],
  ['食堂食品安全管理制度', 'rule', '2026-2', 70, '食堂', 200, '张桂兰'],
  ['宿舍管理制度', 'rule', '2025-2', 300, '宿管', -12, '许慧芳'],
  ['库房出入库制度', 'rule', '2026-1', 85, '库房', 25, '叶红梅'],
  ['配电房操作规程', 'procedure', '2026-1', 60, '李国强、王大勇、刘海峰', 300, '李国强'],
  ['火灾应急预案', 'emergency', '2026-1', 12, '保安、宿管', 350, '郑文博'],
  ['驾驶员岗位职责', 'duty', '2026-1', 82, '司机', 280, '任永强'],
] as const;

export function demoRegulations(school: DemoSchool) {
  return regulations.map(([title, kind, version, inForce, binds, review, keeper]) => ({
    title,
    kind,
    version,
    effective: plusDays(school.today, -inForce),
    binds,
    reviewDue: plusDays(school.today, review),
    keeper,
  }));
}

/** Those bound have signed by team; the newest guard and a cleaner who was ill have not. */
export function demoRegulationReadings(school: DemoSchool) {
  const missing = new Set([
    '门卫管理制度 邓立军',
    '后勤安全管理制度 宋秋菊',
    '后勤安全管理制度 邓立军',
  ]);
  return regulations
    .filter(([, , , inForce]) => inForce > 30)
    .flatMap(([title, , version, , binds], place) =>
      demoPeople
        .filter(({ team, leftDaysAgo }) => team !== '校领导' && leftDaysAgo === undefined)
        .filter(({ name, team }) =>
          binds.split('、').some((word) => word === '全体' || word === team || word === name),
        )
        .filter(({ name }) => !missing.has(`${title} ${name}`))
        .map(({ name }, index) => ({
          signed: momentOn(plusDays(school.from, 4 + place), 16 * 60 + index),
          regulation: title,
          version,
          person: name,
        })),
    );
}
