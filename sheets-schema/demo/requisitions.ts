import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { type LocalDateTime, localDateTime } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

/**
 * A requisition behind each issue of the demo that was asked for in writing, delivered some hours later; one that
 * was late, one given less than asked, and the last ones still open, one of them past its promise.
 */
export function demoRequisitions(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('requisitions');
  const issues = school
    .rows('movements')
    .filter(({ direction, requisition }) => direction === 'out' && requisition !== undefined);
  const served = issues.map((issue, index): Entry => {
    const delivered = localDateTime.parse(issue.happened);
    const hours = index === 11 ? 100 : chance.pick([1, 2, 3, 5, 20, 26, 44]);
    const given = Number(issue.quantity);
    return {
      asked: hoursBefore(delivered, hours),
      name: issue.requisition,
      department: issue.department,
      requester: issue.recipient,
      item: issue.item,
      quantity: index === 15 ? given + 2 : given,
      unit: issue.unit,
      purpose: issue.purpose,
      state: 'delivered',
      approver: '周敏',
      delivered,
      ...(index === 15 ? { given } : {}),
      deliveredBy: issue.handledBy,
      receivedBy: issue.recipient,
    };
  });
  return [...served, ...open(school)].toSorted((a, b) =>
    String(a.asked) < String(b.asked) ? -1 : 1,
  );
}

/** So many hours earlier; what would fall at night was asked the evening before. */
function hoursBefore(moment: LocalDateTime, hours: number): LocalDateTime {
  const earlier = new Date(Date.parse(`${moment}Z`) - hours * 3_600_000);
  const local = localDateTime.parse(earlier.toISOString().slice(0, 19));
  const atNight = local.slice(11) < '07:00:00' || local.slice(11) > '21:00:00';
  return atNight ? hoursBefore(moment, hours + 1) : local;
}

function open(school: DemoSchool): Entry[] {
  const ago = (days: number, minutes: number) => momentOn(plusDays(school.today, -days), minutes);
  const ask = (days: number, minutes: number, number: number, item: string): Entry => {
    const asked = ago(days, minutes);
    return {
      asked,
      name: `LY-${asked.slice(5, 10).replace('-', '')}-${number} ${item}`,
      item,
      state: 'asked',
    };
  };
  return [
    {
      ...ask(6, 560, 801, '硒鼓 388A'),
      department: '教务处',
      requester: '石老师',
      quantity: 1,
      neededBy: plusDays(school.today, -2),
      purpose: '考务打印',
      state: 'approved',
      approver: '周敏',
    },
    {
      ...ask(5, 600, 802, '电子体温计'),
      department: '七年级组',
      requester: '方老师',
      quantity: 15,
      purpose: '每班一支',
      state: 'refused',
      approver: '周敏',
    },
    {
      ...ask(1, 620, 803, '无尘粉笔 40支'),
      department: '八年级组',
      requester: '贺老师',
      quantity: 10,
      purpose: '日常教学',
    },
    {
      ...ask(1, 940, 804, 'A4复印纸 70g 500张'),
      department: '九年级组',
      requester: '白老师',
      quantity: 8,
      unit: '包',
      neededBy: plusDays(school.today, 1),
      purpose: '模拟卷',
      state: 'approved',
      approver: '周敏',
    },
  ];
}
