/** What a place is for. */
export type DemoPlaceKind =
  | 'building'
  | 'classroom'
  | 'dormRoom'
  | 'functionRoom'
  | 'office'
  | 'canteen'
  | 'equipment'
  | 'store'
  | 'outdoors'
  | 'gate';

export interface DemoPlace {
  readonly name: string;
  readonly building: string;
  readonly kind: DemoPlaceKind;
  readonly custodian: string;
}

type Entry = readonly [name: string, building: string, kind: DemoPlaceKind, custodian: string];

const classrooms: readonly Entry[] = [1, 2, 3, 4].flatMap((floor) =>
  [1, 2, 3, 4, 5].map(
    (room): Entry => [`教学楼 A${floor}0${room}`, '教学楼', 'classroom', '杨玉珍'],
  ),
);

const dormKeepers: readonly (readonly [number, string])[] = [
  [1, '许慧芳'],
  [2, '沈月娥'],
  [3, '魏长青'],
];

const dorms: readonly Entry[] = dormKeepers.flatMap(([building, keeper]): Entry[] => [
  [`宿舍${building}号楼`, `宿舍${building}号楼`, 'building', keeper],
  ...[101, 102, 103, 201, 202, 203, 301, 302].map(
    (room): Entry => [`宿舍${building}号楼 ${room}`, `宿舍${building}号楼`, 'dormRoom', keeper],
  ),
]);

const others: readonly Entry[] = [
  ['教学楼', '教学楼', 'building', '杨玉珍'],
  ['食堂', '食堂', 'canteen', '张桂兰'],
  ['食堂 一楼餐厅', '食堂', 'canteen', '张桂兰'],
  ['食堂 二楼餐厅', '食堂', 'canteen', '张桂兰'],
  ['食堂 后厨', '食堂', 'canteen', '张桂兰'],
  ['食堂 冷库', '食堂', 'store', '林小梅'],
  ['图书馆', '图书馆', 'building', '徐美芳'],
  ['图书馆 阅览室', '图书馆', 'functionRoom', '徐美芳'],
  ['实验楼 物理实验室', '实验楼', 'functionRoom', '谢桂花'],
  ['实验楼 化学实验室', '实验楼', 'functionRoom', '谢桂花'],
  ['实验楼 计算机教室', '实验楼', 'functionRoom', '谢桂花'],
  ['实验楼 音乐教室', '实验楼', 'functionRoom', '谢桂花'],
  ['行政楼 后勤处办公室', '行政楼', 'office', '周敏'],
  ['行政楼 会议室', '行政楼', 'functionRoom', '宋秋菊'],
  ['行政楼 报告厅', '行政楼', 'functionRoom', '宋秋菊'],
  ['行政楼 医务室', '行政楼', 'office', '宋秋菊'],
  ['操场', '室外', 'outdoors', '彭少华'],
  ['体育馆', '体育馆', 'functionRoom', '彭少华'],
  ['门卫室', '大门', 'gate', '韩卫东'],
  ['东门', '大门', 'gate', '韩卫东'],
  ['配电房', '设备用房', 'equipment', '李国强'],
  ['水泵房', '设备用房', 'equipment', '李国强'],
  ['锅炉房', '设备用房', 'equipment', '李国强'],
  ['总库房', '后勤楼', 'store', '叶红梅'],
  ['洗衣房', '后勤楼', 'equipment', '蒋爱华'],
  ['车库', '后勤楼', 'store', '任永强'],
];

/** The places of the demo school; the same whatever the seed, so that examples may name them. */
export const demoPlaces: readonly DemoPlace[] = [...others, ...classrooms, ...dorms].map(
  ([name, building, kind, custodian]) => ({ name, building, kind, custodian }),
);
