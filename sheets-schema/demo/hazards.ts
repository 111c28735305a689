import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { dayOf, localDateTime } from '../values.ts';
import { demoChecklists } from './checklists.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** Days to mend by risk: the defaults of the register's settings. */
const daysToMend = { high: 1, medium: 7, low: 30 } as const;

/**
 * A hazard for each failed inspection of the demo, mended, verified and closed in its time, and a dozen reported by
 * people, among them one for each rule.
 */
export function demoHazards(school: DemoSchool): readonly Entry[] {
  return [...fromInspections(school), ...reportedByPeople(school)]
    .toSorted((a, b) => (String(a.reported) < String(b.reported) ? -1 : 1))
    .map((row, index) => ({
      number: `YH-${String(row.reported).slice(5, 10).replace('-', '')}-${index + 1}`,
      ...row,
    }));
}

function fromInspections(school: DemoSchool): Entry[] {
  const chance = school.chance('hazards');
  const items = new Map(demoChecklists.map((item) => [item.name, item]));
  return school.rows('inspections').flatMap((row, index): Entry[] => {
    const item = items.get(String(row.item));
    const reported = localDateTime.safeParse(row.happened);
    if (row.result !== 'failed' || !item || !reported.success) return [];
    const day = dayOf(reported.data);
    const due = plusDays(day, daysToMend[item.risk]);
    const found = {
      reported: reported.data,
      place: item.area,
      what: `${item.name}：${row.found ?? '不合格'}`,
      risk: item.risk,
      reporter: row.inspector,
      owner: item.owner,
      due,
      source: school.rowId('inspections', index),
    };
    if (due >= school.today) return [{ ...found, state: 'reported' }];
    const mended = momentOn(plusDays(day, item.risk === 'high' ? 0 : 2), chance.between(900, 1050));
    return [{ ...found, ...closed(item.area, mended, String(item.owner), chance) }];
  });
}

/** How a hazard was mended, and who looked at it afterwards. */
function closed(area: string, mended: string, reporter: string, chance: DemoChance): Entry {
  const inDorm = area.startsWith('宿舍');
  const moment = localDateTime.parse(mended);
  const menders = ['王大勇', '赵永福', '李国强'].filter((name) => name !== reporter);
  return {
    state: 'closed',
    measures: inDorm
      ? chance.pick(['物品收存宿管室，已谈话', '当场断电收走，通知班主任'])
      : chance.pick(['已清理并加固', '已更换配件，试用正常', '已修复，现场查看正常']),
    mendedBy: inDorm ? reporter : chance.pick(menders),
    mended: moment,
    verifiedBy: '周敏',
    verified: dayOf(moment),
    proof: `https://photos.example.edu.cn/h${mended.slice(0, 16).replaceAll(/\D/g, '')}.jpg`,
  };
}

function reportedByPeople(school: DemoSchool): Entry[] {
  const ago = (days: number, minutes = 600) => momentOn(plusDays(school.today, -days), minutes);
  const mended = (days: number, mendedBy: string, measures: string): Entry => ({
    state: 'closed',
    measures,
    mendedBy,
    mended: ago(days, 960),
    verifiedBy: '郑文博',
    verified: dayOf(ago(days - 1)),
    proof: `https://photos.example.edu.cn/p${days}.jpg`,
  });
  const report = (
    days: number,
    minutes: number,
    place: string,
    what: string,
    reporter: string,
  ) => ({
    reported: ago(days, minutes),
    place,
    what,
    reporter,
  });
  const settle = (risk: keyof typeof daysToMend, owner: string, days: number): Entry => ({
    risk,
    owner,
    due: plusDays(school.today, daysToMend[risk] - days),
  });
  return [
    {
      ...report(40, 1290, '宿舍2号楼 203', '窗户限位器松动', '沈月娥'),
      ...settle('high', '赵永福', 40),
      ...mended(39, '赵永福', '更换限位器，逐间查看'),
      toRepair: true,
    },
    {
      ...report(33, 990, '操场', '排水沟盖板破损', '体育组 江老师'),
      ...settle('medium', '李国强', 33),
      ...mended(31, '赵永福', '更换盖板两块'),
    },
    {
      ...report(26, 610, '教学楼 A302', '吊扇晃动', '八年级组 贺老师'),
      ...settle('high', '刘海峰', 26),
      ...mended(26, '刘海峰', '紧固吊杆，加保险绳'),
    },
    {
      ...report(20, 500, '洗衣房', '地面积水打滑', '蒋爱华'),
      ...settle('medium', '王大勇', 20),
      ...mended(18, '王大勇', '疏通地漏，铺防滑垫'),
    },
    {
      ...report(30, 560, '锅炉房', '烟道锈蚀，需整段更换', '李国强'),
      ...settle('medium', '李国强', 30),
      state: 'handedUp',
      handedUp: dayOf(ago(27)),
      measures: '已加固并设警示，报学校列入维修预算',
    },
    {
      ...report(15, 1020, '教学楼 A105', '后门玻璃有裂纹', '七年级学生'),
      ...settle('medium', '赵永福', 15),
      ...mended(13, '赵永福', '更换玻璃'),
      proof: undefined,
    },
    {
      ...report(12, 640, '体育馆', '应急灯不亮', '彭少华'),
      ...settle('medium', '王大勇', 12),
      ...mended(11, '刘海峰', '更换蓄电池'),
      verifiedBy: '刘海峰',
    },
    {
      ...report(9, 700, '实验楼 物理实验室', '插座面板松脱', '物理组 尹老师'),
      ...settle('high', '刘海峰', 9),
      state: 'working',
    },
    {
      ...report(6, 430, '食堂 一楼餐厅', '地砖翘起绊脚', '九年级学生'),
      ...settle('medium', '李国强', 6),
      state: 'mended',
      measures: '重铺地砖',
      mendedBy: '赵永福',
      mended: ago(5, 840),
    },
    {
      ...report(4, 520, '洗衣房', '地面积水打滑', '蒋爱华'),
      ...settle('medium', '王大勇', 4),
      state: 'working',
    },
    {
      ...report(2, 1010, '宿舍1号楼', '二楼开水间灯罩松动', '许慧芳'),
      state: 'reported',
    },
  ];
}
