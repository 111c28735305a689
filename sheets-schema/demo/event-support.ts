import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** Days before today (after it when negative), event, venue, begins, ends, by, department, chairs, sound, water. */
const events = [
  [50, '七年级家长见面会', '行政楼 报告厅', 840, 1020, '方老师', '七年级组', 200, true, 200],
  [44, '消防知识讲座', '行政楼 报告厅', 900, 1000, '郑文博', '后勤处', 180, true, 12],
  [33, '校运动会', '操场', 420, 1060, '石老师', '教务处', 80, true, 480],
  [32, '校运动会（第二天）', '操场', 420, 1060, '石老师', '教务处', 80, true, 480],
  [26, '青年教师赛课', '实验楼 音乐教室', 820, 1000, '白老师', '教务处', 40, true, 24],
  [19, '校园歌手初赛', '体育馆', 960, 1080, '江老师', '团委', 150, true, 48],
  [15, '消防疏散演练总结', '操场', 900, 960, '郑文博', '后勤处', 0, true, 0],
  [11, '期中质量分析会', '行政楼 会议室', 870, 990, '何立新', '校办', 36, false, 36],
  [4, '期中家长会', '行政楼 报告厅', 820, 1030, '石老师', '教务处', 220, true, 240],
  [1, '食堂家长开放日', '食堂 二楼餐厅', 660, 780, '周敏', '后勤处', 30, false, 30],
  [-6, '班主任例会', '行政楼 会议室', 960, 1020, '石老师', '教务处', 30, false, 0],
  [-15, '合唱比赛排练', '行政楼 报告厅', 840, 1020, '江老师', '团委', 60, true, 24],
  [-37, '元旦文艺汇演', '体育馆', 780, 1080, '江老师', '团委', 400, true, 200],
] as const;

/** Two months of events: one ready late, two in one hall, one that nobody answered. */
export function demoEventSupport({ today }: DemoSchool) {
  const rows = events.map(
    ([ago, event, venue, from, until, askedBy, department, chairs, sound, water], index) => {
      const day = plusDays(today, -ago);
      const asked = plusDays(today, -Math.max(2, ago + 6));
      const over = ago > 0;
      return {
        asked: momentOn(asked, 560 + index * 7),
        event,
        venue,
        from: momentOn(day, from),
        until: momentOn(day, until),
        askedBy,
        department,
        chairs,
        sound,
        water,
        answer: 'accepted' as const,
        owner: index % 2 === 0 ? '周敏' : '李国强',
        ...(over ? { ready: momentOn(day, event === '校园歌手初赛' ? from + 20 : from - 30) } : {}),
      };
    },
  );
  return [
    ...rows,
    {
      asked: momentOn(plusDays(today, -3), 950),
      event: '科技节展示',
      venue: '体育馆',
      from: momentOn(plusDays(today, 9), 800),
      until: momentOn(plusDays(today, 9), 1000),
      askedBy: '尹老师',
      department: '科学组',
      chairs: 50,
      sound: true,
      answer: 'asked' as const,
    },
    {
      asked: momentOn(plusDays(today, -1), 1000),
      event: '心理健康讲座',
      venue: '行政楼 报告厅',
      from: momentOn(plusDays(today, 15), 900),
      until: momentOn(plusDays(today, 15), 1000),
      askedBy: '白老师',
      department: '德育处',
      chairs: 180,
      sound: true,
      answer: 'asked' as const,
    },
  ].toSorted((a, b) => (a.asked < b.asked ? -1 : a.asked === b.asked ? 0 : 1));
}
