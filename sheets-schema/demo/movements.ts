import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { weekdayOf } from '../time.ts';
import type { LocalDate } from '../values.ts';
import { type DemoCategory, type DemoItem, demoItems } from './items.ts';
import { momentOn } from './moment.ts';
import type { DemoChance, DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/** Who asks for what: name, department, purposes. */
const askers: Readonly<
  Record<DemoCategory, readonly (readonly [string, string, readonly string[]])[]>
> = {
  cleaning: [
    ['杨玉珍', '保洁', ['教学楼卫生间', '周一大扫除', '走廊和楼梯']],
    ['许慧芳', '宿管', ['宿舍公共卫生间', '宿舍消毒']],
    ['张桂兰', '食堂', ['餐具清洗', '后厨地面']],
    ['宋秋菊', '保洁', ['行政楼保洁', '会议室']],
  ],
  repair: [
    ['李国强', '维修班', ['日常报修', '备用']],
    ['王大勇', '维修班', ['教学楼报修', '宿舍2号楼报修', '宿舍1号楼水龙头']],
    ['刘海峰', '维修班', ['教室换灯', '走廊照明']],
    ['赵永福', '维修班', ['门窗维修', '课桌维修']],
  ],
  office: [
    ['方老师', '七年级组', ['试卷印制', '班级用']],
    ['贺老师', '八年级组', ['试卷印制', '期中考试']],
    ['白老师', '九年级组', ['试卷印制', '家长会']],
    ['周敏', '后勤处', ['打印表格', '档案整理']],
    ['石老师', '教务处', ['考试用', '教研活动']],
  ],
  dorm: [
    ['许慧芳', '宿管', ['新住宿生', '更换破损']],
    ['蒋爱华', '宿管', ['更换破损']],
  ],
  canteen: [
    ['马春生', '食堂', ['一周用粮', '当日用料']],
    ['胡秀英', '食堂', ['当日用料']],
    ['林小梅', '食堂', ['食品留样']],
  ],
  medical: [
    ['邱校医', '医务室', ['医务室日常', '流感防护']],
    ['石老师', '教务处', ['运动会急救箱']],
  ],
};

/** How often each category is asked for, in 100 issues. */
const asked: readonly (readonly [DemoCategory, number])[] = [
  ['cleaning', 36],
  ['repair', 24],
  ['office', 20],
  ['canteen', 12],
  ['medical', 5],
  ['dorm', 3],
];

/** Items that nobody watched: they end the two months below their minimum. */
const runningOut = new Set([
  'LED灯管 T8 16W 1.2m',
  '大盘纸 700g',
  '洗手液 500ml',
  '水龙头 不锈钢 4分',
  '硒鼓 388A',
  '医用外科口罩 50只',
]);

/**
 * Two months of the demo school's stock ledger: opening stock, some five issues a school day, a delivery each
 * Tuesday for what ran low, returns, a month-end adjustment. The last days hold one entry for each rule.
 */
export function demoMovements(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('movements');
  const held = new Map(
    demoItems.map((item) => [
      item.name,
      runningOut.has(item.name)
        ? item.minimum + Math.ceil(item.most / 2)
        : chance.between(Math.ceil(item.minimum * 1.2), Math.ceil(item.maximum * 0.6)),
    ]),
  );
  const move = (item: DemoItem, quantity: number): void => {
    held.set(item.name, (held.get(item.name) ?? 0) + quantity);
  };
  const openings = demoItems.map((item) => ({
    happened: momentOn(school.from, 7 * 60 + 30),
    direction: 'opening',
    item: item.name,
    quantity: held.get(item.name) ?? 0,
    unit: item.unit,
    price: item.price,
    handledBy: keeperOf(item),
  }));
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const rows = days.flatMap((day, index) => [
    ...(weekdayOf(day) === 2 ? deliveries(day, index, chance, held, move) : []),
    ...issues(day, chance, held, move),
    ...(day.slice(8) === '30' ? monthEnd(day, held, move) : []),
  ]);
  return [...openings, ...rows, ...slips(days.slice(-5), held)].toSorted((a, b) =>
    String(a.happened) < String(b.happened) ? -1 : a.happened === b.happened ? 0 : 1,
  );
}

function keeperOf(item: DemoItem): string {
  return item.category === 'repair' ? '丁小军' : '叶红梅';
}

function itemToIssue(chance: DemoChance): DemoItem {
  const drawn = chance.between(1, 100);
  let so = 0;
  const [category] = asked.find(([, share]) => {
    so += share;
    return drawn <= so;
  }) ?? ['cleaning'];
  return chance.pick(demoItems.filter((item) => item.category === category));
}

/** Some issues of a day, in the order of the hours; never more than there is. */
function issues(
  day: LocalDate,
  chance: DemoChance,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  const hours = Array.from({ length: chance.between(3, 7) }, () => chance.between(500, 1010));
  return hours
    .toSorted((a, b) => a - b)
    .flatMap((minutes): Entry[] => {
      const item = itemToIssue(chance);
      const wanted = chance.between(Math.ceil(item.most / 3), item.most);
      const quantity = Math.min(wanted, (held.get(item.name) ?? 0) - Math.floor(item.minimum / 4));
      if (quantity <= 0) return [];
      const [recipient, department, purposes] = chance.pick(askers[item.category]);
      const comesBack = chance.percent(2) && quantity > 1;
      move(item, comesBack ? 1 - quantity : -quantity);
      const common = { item: item.name, unit: item.unit, recipient, department };
      return [
        {
          happened: momentOn(day, minutes),
          direction: 'out',
          ...common,
          quantity,
          purpose: chance.pick(purposes),
          handledBy: keeperOf(item),
        },
        ...(comesBack
          ? [
              {
                happened: momentOn(day, minutes + 1),
                direction: 'return',
                ...common,
                quantity: 1,
                purpose: '多领退回',
                handledBy: keeperOf(item),
              },
            ]
          : []),
      ];
    });
}

/** What ran low is bought up to near its maximum, in whole packs; prices move a little. */
function deliveries(
  day: LocalDate,
  index: number,
  chance: DemoChance,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  const low = demoItems.filter(
    (item) => !runningOut.has(item.name) && (held.get(item.name) ?? 0) < item.minimum * 1.5,
  );
  return low.map((item, place) => {
    const [unit, factor] = item.pack ?? [item.unit, 1];
    const packs = Math.max(1, Math.floor((item.maximum - (held.get(item.name) ?? 0)) / factor));
    move(item, packs * factor);
    const price = item.price * factor * (0.95 + chance.next() * 0.1);
    const donated = item.category === 'medical' && chance.percent(40);
    return {
      happened: momentOn(day, 470 + place),
      direction: 'in',
      item: item.name,
      quantity: packs,
      unit,
      price: Math.round(price * 100) / 100,
      ...(donated
        ? { donor: '家长委员会' }
        : {
            purchase: `CG${day.slice(0, 7).replace('-', '')}-${String(index + 1).padStart(3, '0')}`,
          }),
      handledBy: keeperOf(item),
    };
  });
}

/** The stocktake's adjustment and what was thrown away, with their reasons. */
function monthEnd(
  day: LocalDate,
  held: ReadonlyMap<string, number>,
  move: (item: DemoItem, quantity: number) => void,
): Entry[] {
  return [
    {
      name: '中性笔 0.5mm 黑',
      direction: 'adjustment',
      quantity: -4,
      reason: '月末盘点，散支漏记',
    },
    { name: '洗洁精 5kg', direction: 'writeOff', quantity: 1, reason: '桶破漏液' },
    { name: '五孔插座 86型', direction: 'writeOff', quantity: 2, reason: '外壳破裂，已留照片' },
  ].flatMap(({ name, direction, quantity, reason }): Entry[] => {
    const item = demoItems.find((candidate) => candidate.name === name);
    if (!item || (held.get(name) ?? 0) < Math.abs(quantity)) return [];
    move(item, -Math.abs(quantity));
    return [
      {
        happened: momentOn(day, 1020),
        direction,
        item: name,
        quantity,
        unit: item.unit,
        reason,
        handledBy: keeperOf(item),
      },
    ];
  });
}

/** One slip for each rule of the ledger, as they happen at a counter. */
function slips(days: readonly LocalDate[], held: ReadonlyMap<string, number>): Entry[] {
  const [first, second, third, fourth, last] = days;
  if (!first || !second || !third || !fourth || !last) return [];
  const handledBy = '叶红梅';
  return [
    {
      happened: momentOn(first, 1025),
      direction: 'in',
      item: '白板笔 黑',
      quantity: 2,
      unit: '盒',
      price: 25,
      handledBy,
    },
    {
      happened: momentOn(second, 1025),
      direction: 'in',
      item: '84消毒液 500ml',
      quantity: 24,
      unit: '瓶',
      price: 45,
      purchase: `CG${second.slice(0, 7).replace('-', '')}-098`,
      handledBy,
    },
    {
      happened: momentOn(third, 1025),
      direction: 'out',
      item: '5号碱性电池',
      quantity: 4,
      unit: '节',
      department: '八年级组',
      purpose: '遥控器',
      handledBy,
    },
    {
      happened: momentOn(fourth, 1025),
      direction: 'out',
      item: '档案盒 A4 55mm',
      quantity: 1,
      unit: '箱',
      recipient: '周敏',
      department: '后勤处',
      purpose: '档案整理',
      handledBy,
    },
    {
      happened: momentOn(last, 1025),
      direction: 'out',
      item: '橡胶手套 L码',
      quantity: (held.get('橡胶手套 L码') ?? 0) + 12,
      unit: '双',
      recipient: '杨玉珍',
      department: '保洁',
      purpose: '全校大扫除',
      handledBy,
    },
  ];
}
