/** One person of the demo school; the same whatever the seed, so that examples may name them. */
export interface DemoPerson {
  readonly name: string;
  readonly team: string;
  readonly post: string;
  /** Before the @ of the mail address; some staff have no mail. */
  readonly mail?: string;
  readonly leader?: boolean;
  /** Years in service on the demo's day. */
  readonly years: number;
  /** Left so many days before the demo's day. */
  readonly leftDaysAgo?: number;
}

type Entry = readonly [name: string, post: string, years: number, mail?: string];

/** The first of a team leads it. */
const byTeam: Readonly<Record<string, readonly Entry[]>> = {
  校领导: [
    ['孙建平', '校长', 9, 'principal'],
    ['梁雅琴', '分管副校长', 6, 'liangyaqin'],
    ['何立新', '教学副校长', 5, 'helixin'],
  ],
  后勤处: [
    ['陈志远', '后勤主任', 8, 'director'],
    ['周敏', '后勤副主任', 5, 'zhoumin'],
    ['吴晓琳', '采购员', 4, 'wuxiaolin'],
    ['郑文博', '安全员', 3, 'zhengwenbo'],
  ],
  食堂: [
    ['张桂兰', '食堂班长', 11, 'zhangguilan'],
    ['马春生', '厨师', 7],
    ['胡秀英', '厨师', 6],
    ['朱丽华', '帮厨', 4],
    ['高建华', '帮厨', 3],
    ['林小梅', '食品安全员', 2, 'linxiaomei'],
  ],
  宿管: [
    ['许慧芳', '宿管班长', 10, 'xuhuifang'],
    ['蒋爱华', '宿管员', 6],
    ['沈月娥', '宿管员', 5],
    ['魏长青', '宿管员', 4],
    ['余振华', '宿管员', 3],
    ['潘国庆', '宿管员', 2],
  ],
  保洁: [
    ['杨玉珍', '保洁班长', 8],
    ['徐美芳', '保洁员', 5],
    ['谢桂花', '保洁员', 4],
    ['宋秋菊', '保洁员', 2],
  ],
  保安: [
    ['韩卫东', '保安队长', 9, 'hanweidong'],
    ['唐志刚', '门卫', 6],
    ['冯树林', '门卫', 5],
    ['曹德明', '门卫', 4],
    ['彭少华', '巡逻员', 3],
    ['邓立军', '巡逻员', 1],
  ],
  维修班: [
    ['李国强', '维修班长', 12, 'liguoqiang'],
    ['王大勇', '水电工', 7, 'wangdayong'],
    ['赵永福', '木工', 6],
    ['刘海峰', '电工', 4],
  ],
  库房: [
    ['叶红梅', '库管员', 9, 'yehongmei'],
    ['丁小军', '库管员', 3],
  ],
  司机: [
    ['任永强', '司机班长', 10, 'renyongqiang'],
    ['姚建平', '司机', 5],
  ],
};

/** The staff of the demo school: 37 at work and one, a plumber, who has left. */
export const demoPeople: readonly DemoPerson[] = [
  ...Object.entries(byTeam).flatMap(([team, entries]) =>
    entries.map(([name, post, years, mail], place) => ({
      name,
      team,
      post,
      years,
      leader: place === 0,
      ...(mail === undefined ? {} : { mail }),
    })),
  ),
  { name: '钱守义', team: '维修班', post: '水电工', years: 6, leftDaysAgo: 25 },
];
