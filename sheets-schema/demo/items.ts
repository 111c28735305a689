/** What an item is for; decides who asks for it. */
export type DemoCategory = 'cleaning' | 'repair' | 'office' | 'dorm' | 'canteen' | 'medical';

/** One item of the demo school's stores; the same whatever the seed, so that examples may name it. */
export interface DemoItem {
  readonly code: string;
  readonly name: string;
  readonly category: DemoCategory;
  readonly unit: string;
  readonly pack?: readonly [unit: string, factor: number];
  readonly minimum: number;
  readonly maximum: number;
  readonly price: number;
  readonly shelf: string;
  /** The most that is handed out at a time. */
  readonly most: number;
}

type Entry = readonly [
  name: string,
  unit: string,
  price: number,
  minimum: number,
  maximum: number,
  most: number,
  pack?: readonly [string, number],
];

const entries: Readonly<Record<DemoCategory, readonly Entry[]>> = {
  cleaning: [
    ['抽纸 200抽', '包', 3.2, 96, 480, 24, ['箱', 48]],
    ['大盘纸 700g', '卷', 9.5, 36, 144, 12, ['箱', 12]],
    ['84消毒液 500ml', '瓶', 4.5, 48, 240, 12, ['箱', 24]],
    ['洗手液 500ml', '瓶', 8.9, 24, 96, 8, ['箱', 12]],
    ['洗洁精 5kg', '桶', 22, 8, 32, 3, ['箱', 4]],
    ['洁厕灵 500ml', '瓶', 5.2, 40, 160, 10, ['箱', 20]],
    ['垃圾袋 45×50cm 30只', '卷', 3.6, 100, 400, 20, ['箱', 50]],
    ['垃圾袋 100×120cm 50只', '包', 28, 10, 40, 3],
    ['棉线拖把 40cm', '把', 16, 10, 40, 4],
    ['塑料扫把 软毛', '把', 12, 10, 40, 4],
    ['橡胶手套 L码', '双', 4.8, 20, 100, 6, ['包', 10]],
    ['洗衣粉 5kg', '袋', 38, 6, 24, 2],
  ],
  repair: [
    ['LED灯管 T8 16W 1.2m', '支', 9.8, 60, 240, 12, ['箱', 30]],
    ['LED灯泡 E27 9W', '只', 5.5, 50, 200, 10, ['箱', 50]],
    ['水龙头 不锈钢 4分', '个', 26, 20, 80, 6],
    ['脚踏冲水阀 1寸', '个', 48, 10, 40, 3],
    ['角阀 4分 铜', '个', 14, 20, 60, 4],
    ['生料带 20m', '卷', 1.5, 20, 100, 4, ['盒', 10]],
    ['空气开关 DZ47 2P 32A', '个', 32, 10, 30, 2],
    ['五孔插座 86型', '个', 11, 20, 80, 6, ['盒', 10]],
    ['球形门锁 304', '把', 36, 10, 30, 2],
    ['不锈钢合页 4寸', '副', 7.5, 20, 60, 4],
    ['中性玻璃胶 300ml', '支', 12, 12, 48, 3, ['箱', 24]],
    ['铜芯电线 BV 2.5mm² 100m', '卷', 168, 2, 8, 1],
  ],
  office: [
    ['A4复印纸 70g 500张', '包', 19.5, 40, 160, 8, ['箱', 8]],
    ['中性笔 0.5mm 黑', '支', 1.2, 60, 360, 24, ['盒', 12]],
    ['档案盒 A4 55mm', '个', 6.8, 20, 80, 6],
    ['订书钉 24/6', '盒', 2, 20, 80, 3],
    ['5号碱性电池', '节', 1.8, 40, 200, 8, ['盒', 40]],
    ['硒鼓 388A', '个', 85, 4, 12, 1],
    ['白板笔 黑', '支', 2.5, 30, 120, 6, ['盒', 10]],
    ['无尘粉笔 40支', '盒', 4.2, 40, 192, 10, ['箱', 48]],
  ],
  dorm: [
    ['纯棉床单 1.2×2m', '条', 45, 20, 80, 4],
    ['纯棉被套 1.5×2.1m', '条', 78, 20, 60, 3],
    ['电热蚊香液 45ml', '瓶', 12, 12, 60, 4],
  ],
  canteen: [
    ['东北大米', '公斤', 5.2, 300, 1500, 150, ['袋', 25]],
    ['一级菜籽油', '升', 9.9, 80, 400, 40, ['桶', 20]],
    ['食盐 400g', '袋', 2.5, 30, 150, 10, ['箱', 50]],
    ['生抽 1.9L', '桶', 13.5, 12, 60, 4, ['箱', 6]],
    ['食品留样盒 500ml', '个', 2.2, 40, 200, 10],
  ],
  medical: [
    ['医用外科口罩 50只', '盒', 15, 20, 80, 4, ['箱', 40]],
    ['75%酒精 500ml', '瓶', 8.5, 12, 48, 3],
    ['碘伏 100ml', '瓶', 4, 10, 40, 2],
    ['创可贴 100片', '盒', 12, 6, 24, 1],
    ['电子体温计', '支', 25, 4, 16, 1],
  ],
};

const shelves: Readonly<Record<DemoCategory, readonly [prefix: string, shelf: string]>> = {
  cleaning: ['QJ', 'A'],
  repair: ['WX', 'B'],
  office: ['BG', 'C'],
  dorm: ['SS', 'D'],
  canteen: ['ST', 'E'],
  medical: ['YW', 'F'],
};

const categories = ['cleaning', 'repair', 'office', 'dorm', 'canteen', 'medical'] as const;

/** The catalogue of the demo school, in the order of its shelves. */
export const demoItems: readonly DemoItem[] = categories.flatMap((category) =>
  entries[category].map(([name, unit, price, minimum, maximum, most, pack], index) => {
    const [prefix, shelf] = shelves[category];
    return {
      code: `${prefix}-${String(index + 1).padStart(3, '0')}`,
      name,
      category,
      unit,
      ...(pack ? { pack } : {}),
      minimum,
      maximum,
      price,
      shelf: `${shelf}-${Math.floor(index / 4) + 1}`,
      most,
    };
  }),
);
