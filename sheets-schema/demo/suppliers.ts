import type { DemoCategory } from './items.ts';

/** One supplier of the demo school; no such firm exists. */
export interface DemoSupplier {
  readonly name: string;
  readonly kind: 'food' | 'goods' | 'repairs' | 'laundry' | 'printing';
  readonly goods: string;
  readonly business?: string;
  readonly licence?: string;
  /** Days from the demo's day until the licence ends. */
  readonly days?: number;
  /** Days from the demo's day until it is no longer designated. */
  readonly designatedDays?: number;
  readonly contact: string;
  readonly phone: string;
  readonly stopped?: boolean;
}

const firm = (number: number): Pick<DemoSupplier, 'business' | 'phone'> => ({
  business: `91000000MA00000${String(number).padStart(2, '0')}X`,
  phone: `010-000010${String(number).padStart(2, '0')}`,
});

/** The suppliers of the demo school: one licence ends soon, one has ended, one firm is no longer used. */
export const demoSuppliers: readonly DemoSupplier[] = [
  {
    ...firm(1),
    name: '绿源蔬菜批发部',
    kind: 'food',
    goods: '蔬菜',
    licence: 'JY10000000000001',
    days: 410,
    designatedDays: 280,
    contact: '庄经理',
  },
  {
    ...firm(2),
    name: '放心肉食品公司',
    kind: 'food',
    goods: '肉禽、水产',
    licence: 'JY10000000000002',
    days: 18,
    designatedDays: 280,
    contact: '苗经理',
  },
  {
    ...firm(3),
    name: '金穗粮油公司',
    kind: 'food',
    goods: '米面油、调料',
    licence: 'JY10000000000003',
    days: 620,
    designatedDays: 280,
    contact: '喻经理',
  },
  {
    ...firm(4),
    name: '恒洁日化商行',
    kind: 'goods',
    goods: '清洁用品',
    designatedDays: 230,
    contact: '祁老板',
  },
  {
    ...firm(5),
    name: '安固五金建材店',
    kind: 'goods',
    goods: '五金、水电配件',
    designatedDays: 230,
    contact: '关老板',
  },
  {
    ...firm(6),
    name: '文友办公用品公司',
    kind: 'goods',
    goods: '办公、教学用品',
    designatedDays: 230,
    contact: '甘经理',
  },
  { ...firm(7), name: '暖居纺织公司', kind: 'goods', goods: '床品、工作服', contact: '葛经理' },
  {
    ...firm(8),
    name: '康宁医药公司',
    kind: 'goods',
    goods: '医务用品',
    licence: 'YP0000008',
    days: -12,
    contact: '晏经理',
  },
  { ...firm(9), name: '万家日用百货', kind: 'goods', goods: '日用百货', contact: '柏老板' },
  { ...firm(10), name: '通达五金批发', kind: 'goods', goods: '五金', contact: '臧老板' },
  { ...firm(11), name: '育才文具商行', kind: 'goods', goods: '文具', contact: '俞老板' },
  {
    ...firm(12),
    name: '净雅洗涤公司',
    kind: 'laundry',
    goods: '床品、工作服洗涤',
    designatedDays: 95,
    contact: '路经理',
  },
  { ...firm(13), name: '彩印图文公司', kind: 'printing', goods: '校刊、宣传牌', contact: '骆经理' },
  {
    ...firm(14),
    name: '顺达机电维修部',
    kind: 'repairs',
    goods: '空调、电机维修',
    contact: '仇师傅',
  },
  {
    ...firm(15),
    name: '老街副食店',
    kind: 'food',
    goods: '副食',
    contact: '荆老板',
    stopped: true,
  },
];

/** Who usually brings the goods of a category, and two others who are asked for their price. */
export const demoSuppliersOf: Readonly<Record<DemoCategory, readonly [string, string, string]>> = {
  cleaning: ['恒洁日化商行', '万家日用百货', '育才文具商行'],
  repair: ['安固五金建材店', '通达五金批发', '万家日用百货'],
  office: ['文友办公用品公司', '育才文具商行', '万家日用百货'],
  dorm: ['暖居纺织公司', '万家日用百货', '恒洁日化商行'],
  canteen: ['金穗粮油公司', '绿源蔬菜批发部', '放心肉食品公司'],
  medical: ['康宁医药公司', '万家日用百货', '恒洁日化商行'],
};
