import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

type Category =
  | 'teaching'
  | 'computer'
  | 'furniture'
  | 'appliance'
  | 'kitchen'
  | 'sports'
  | 'machine';

interface Thing {
  readonly name: string;
  readonly category: Category;
  readonly place: string;
  readonly value: number;
  /** Bought so many days before the demo's day. */
  readonly ago: number;
  readonly warranty?: number;
  readonly improved?: string;
}

/** Name, category, value; one of each in every classroom of the first two floors. */
const inClassrooms: readonly (readonly [string, Category, number])[] = [
  ['多媒体一体机 86寸', 'teaching', 15_800],
  ['讲台', 'furniture', 860],
  ['立式空调 3匹', 'appliance', 5_200],
];

/** Name, category, place, value, days ago, days of warranty, what it improved. */
const single: readonly (readonly [string, Category, string, number, number, number?, string?])[] = [
  ['台式电脑', 'computer', '行政楼 后勤处办公室', 4_600, 900, 1095],
  ['彩色复印机', 'computer', '行政楼 后勤处办公室', 18_500, 700, 717],
  ['保险柜', 'furniture', '行政楼 后勤处办公室', 2_300, 1500],
  ['会议桌 16人', 'furniture', '行政楼 会议室', 6_800, 1400],
  ['投影机', 'teaching', '行政楼 会议室', 7_200, 800],
  ['音响一套', 'teaching', '行政楼 报告厅', 26_000, 1100],
  ['观察床', 'furniture', '行政楼 医务室', 1_250, 1300],
  ['热水锅炉 1号', 'machine', '锅炉房', 86_000, 2500],
  ['热水锅炉 2号', 'machine', '锅炉房', 86_000, 2500],
  ['变压器 630kVA', 'machine', '配电房', 128_000, 2600],
  ['变频水泵', 'machine', '水泵房', 14_500, 950],
  ['工业洗衣机 30公斤', 'machine', '洗衣房', 32_000, 1200],
  ['烘干机', 'machine', '洗衣房', 24_000, 46, 730, '被褥当天洗当天干，不再等天晴'],
  ['蒸饭车 双门', 'kitchen', '食堂 后厨', 9_800, 800],
  ['双门冰柜', 'kitchen', '食堂 后厨', 6_400, 600],
  ['洗碗机', 'kitchen', '食堂 后厨', 38_000, 38, 365, '餐具清洗由三小时减到一小时'],
  ['冷库机组', 'kitchen', '食堂 冷库', 45_000, 1900],
  ['饮水机 步进式', 'appliance', '食堂 一楼餐厅', 5_600, 24, 365, '课间排队接水由十分钟减到三分钟'],
  ['书架 双面六层', 'furniture', '图书馆 阅览室', 1_900, 1600],
  ['自助借还机', 'computer', '图书馆 阅览室', 22_000, 350, 368],
  ['显微镜 一套', 'teaching', '实验楼 化学实验室', 13_000, 1300],
  ['学生电源 一套', 'teaching', '实验楼 物理实验室', 9_600, 1300],
  ['学生电脑 45台', 'computer', '实验楼 计算机教室', 168_000, 1000],
  ['钢琴', 'teaching', '实验楼 音乐教室', 21_500, 1700],
  ['篮球架 一副', 'sports', '体育馆', 12_600, 1500],
  ['跳高垫', 'sports', '体育馆', 3_800, 900],
  ['安检门', 'machine', '东门', 8_800, 1000],
  ['金属货架 一组', 'furniture', '总库房', 7_600, 1400],
];

/** The things of the school in the order of their numbers. */
function things(): readonly Thing[] {
  const rooms = demoPlaces
    .filter(({ kind, name }) => kind === 'classroom' && /A[12]\d\d$/.test(name))
    .flatMap(({ name: place }) =>
      inClassrooms.map(([name, category, value]) => ({ name, category, place, value, ago: 1200 })),
    );
  const others = single.map(([name, category, place, value, ago, warranty, improved]) => ({
    name,
    category,
    place,
    value,
    ago,
    ...(warranty === undefined ? {} : { warranty }),
    ...(improved === undefined ? {} : { improved }),
  }));
  // The office's things come at fixed numbers, so that an example may name one.
  return [...rooms.slice(0, 11), ...others, ...rooms.slice(11)];
}

const number = (index: number): string => `XC-${String(index + 1).padStart(4, '0')}`;

/** The number of the first asset of a name. */
function numberOf(name: string): string {
  return number(things().findIndex((thing) => thing.name === name));
}

/** Some sixty assets; one has no custodian, a warranty ends soon, one scrapped still stands as in use. */
export function demoAssets({ today }: DemoSchool) {
  const custodians = new Map(demoPlaces.map(({ name, custodian }) => [name, custodian]));
  return things().map(({ name, category, place, value, ago, warranty, improved }, index) => {
    const bought = plusDays(today, -ago);
    const custodian = custodians.get(place);
    return {
      number: number(index),
      name,
      category,
      place,
      ...(name === '跳高垫' || custodian === undefined ? {} : { custodian }),
      value,
      bought,
      ...(warranty === undefined ? {} : { warrantyUntil: plusDays(bought, warranty) }),
      ...(improved === undefined ? {} : { improved }),
      state: name === '投影机' ? ('idle' as const) : ('inUse' as const),
    };
  });
}

/** Hand-overs, loans and a disposal; one loan is past its day. */
export function demoAssetMoves({ today }: DemoSchool) {
  const at = (ago: number, minute: number) => momentOn(plusDays(today, -ago), minute);
  return [
    {
      moved: at(51, 610),
      asset: numberOf('音响一套'),
      kind: 'loan' as const,
      borrower: '体育组 田老师',
      due: plusDays(today, -30),
      reason: '运动会用',
      handedBy: '宋秋菊',
    },
    {
      moved: at(44, 915),
      asset: numberOf('书架 双面六层'),
      kind: 'transfer' as const,
      toPlace: '图书馆 阅览室',
      toPerson: '徐美芳',
      reason: '从旧书库搬来',
      handedBy: '周敏',
      approvedBy: '陈志远',
    },
    {
      moved: at(31, 990),
      asset: numberOf('音响一套'),
      kind: 'return' as const,
      borrower: '体育组 田老师',
      handedBy: '宋秋菊',
    },
    {
      moved: at(18, 540),
      asset: numberOf('投影机'),
      kind: 'loan' as const,
      borrower: '九年级组 邹老师',
      due: plusDays(today, -4),
      reason: '家长会用',
      handedBy: '宋秋菊',
    },
    {
      moved: at(9, 870),
      asset: numberOf('双门冰柜'),
      kind: 'disposal' as const,
      reason: '压缩机坏，修价过半，报废',
      handedBy: '张桂兰',
      approvedBy: '陈志远',
    },
  ];
}

/** The autumn's count, place by place: one asset stood elsewhere, one was not found, two were left out. */
export function demoAssetCounts({ today }: DemoSchool) {
  const leftOut = new Set(['安检门', '钢琴']);
  return things()
    .map((thing, index) => ({ ...thing, asset: number(index) }))
    .filter(({ ago, name }) => ago > 42 && !leftOut.has(name))
    .map(({ name, place, asset }, index) => ({
      at: momentOn(plusDays(today, -40 + Math.floor(index / 12)), 540 + (index % 12) * 5),
      campaign: '秋季清查',
      asset,
      result:
        name === '学生电源 一套'
          ? ('missing' as const)
          : name === '双门冰柜'
            ? ('damaged' as const)
            : ('found' as const),
      place: name === '观察床' ? '行政楼 会议室' : place,
      counter: '周敏',
    }));
}
