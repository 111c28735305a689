import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

const toner = '硒鼓 388A';
const lamps = 'LED灯管 T8 16W 1.2m';
const taps = '水龙头 不锈钢 4分';

/** Requests that are not bought yet: on their way, urgent, past their day, undecided and too many, refused. */
export function openRequests({ today }: DemoSchool): readonly Entry[] {
  const common = { requester: '丁小军', state: 'approved', approver: '周敏' };
  return [
    {
      ...common,
      asked: momentOn(plusDays(today, -20), 560),
      name: `SG-逾期 ${taps}`,
      item: taps,
      quantity: 40,
      unit: '个',
      neededBy: plusDays(today, -4),
      reason: '宿舍楼集中更换',
    },
    {
      ...common,
      asked: momentOn(plusDays(today, -12), 610),
      name: 'SG-未批 档案盒 A4 55mm',
      item: '档案盒 A4 55mm',
      quantity: 40,
      unit: '个',
      neededBy: plusDays(today, -2),
      reason: '档案整理',
      requester: '叶红梅',
      state: 'refused',
    },
    {
      ...common,
      asked: momentOn(plusDays(today, -7), 640),
      name: `SG-补货 ${toner}`,
      item: toner,
      quantity: 6,
      unit: '个',
      neededBy: plusDays(today, 5),
      reason: '低于最低库存',
      requester: '叶红梅',
    },
    {
      asked: momentOn(plusDays(today, -5), 930),
      name: 'SG-待批 电热蚊香液 45ml',
      item: '电热蚊香液 45ml',
      quantity: 60,
      unit: '瓶',
      neededBy: plusDays(today, 20),
      reason: '备明年夏天用',
      requester: '叶红梅',
      state: 'asked',
    },
    {
      ...common,
      asked: momentOn(plusDays(today, -1), 580),
      name: `SG-急 ${lamps}`,
      item: lamps,
      quantity: 5,
      unit: '箱',
      neededBy: plusDays(today, 4),
      reason: '教室换灯，库存不足',
    },
  ];
}

/** Two quotes where three are needed. */
export function openQuotes({ today }: DemoSchool): readonly Entry[] {
  const quote = {
    quoted: plusDays(today, -17),
    request: `SG-逾期 ${taps}`,
    item: taps,
    unit: '个',
  };
  return [
    { ...quote, supplier: '安固五金建材店', price: 26, days: 7, chosen: true, by: '吴晓琳' },
    { ...quote, supplier: '通达五金批发', price: 27.5, days: 4, chosen: false, by: '吴晓琳' },
  ];
}

/** An order on its way, and one past its day. */
export function openOrders({ today }: DemoSchool): readonly Entry[] {
  return [
    {
      ordered: plusDays(today, -15),
      name: `CG-逾期 ${taps}`,
      request: `SG-逾期 ${taps}`,
      supplier: '安固五金建材店',
      item: taps,
      quantity: 40,
      unit: '个',
      price: 26,
      due: plusDays(today, -5),
      buyer: '吴晓琳',
      state: 'ordered',
    },
    {
      ordered: plusDays(today, -4),
      name: `CG-补货 ${toner}`,
      request: `SG-补货 ${toner}`,
      supplier: '文友办公用品公司',
      item: toner,
      quantity: 6,
      unit: '个',
      price: 85,
      due: plusDays(today, 3),
      buyer: '吴晓琳',
      state: 'ordered',
    },
  ];
}
