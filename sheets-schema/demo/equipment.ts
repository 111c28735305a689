import { plusDays } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

type Kind = 'boiler' | 'lift' | 'pressureVessel';

/** Name, kind, place, custodian, registration, days until its inspection, months that one holds. */
const special: readonly (readonly [string, Kind, string, string, string, number, number])[] = [
  ['锅炉房 1号热水锅炉', 'boiler', '锅炉房', '李国强', 'GL-0117', 64, 12],
  ['锅炉房 2号热水锅炉', 'boiler', '锅炉房', '李国强', 'GL-0118', 21, 12],
  ['行政楼 电梯', 'lift', '行政楼 报告厅', '李国强', 'DT-2041', -5, 12],
  ['食堂 送餐梯', 'lift', '食堂 后厨', '张桂兰', 'DT-2042', 133, 12],
  ['水泵房 气压罐', 'pressureVessel', '水泵房', '王大勇', 'RQ-0530', 402, 36],
];

/** Where extinguishers hang, and how many. */
const hangs: readonly (readonly [string, number])[] = [
  ['教学楼', 8],
  ['宿舍1号楼', 6],
  ['宿舍2号楼', 6],
  ['宿舍3号楼', 6],
  ['食堂 后厨', 4],
  ['图书馆', 4],
  ['配电房', 2],
  ['总库房', 2],
];

function yearsBefore(day: LocalDate, years: number): LocalDate {
  return plusDays(day, Math.round(-365.25 * years));
}

/** Lifts, boilers and a vessel, one overdue and one soon; extinguishers, those of the library soon, one too old. */
export function demoEquipment(school: DemoSchool) {
  const { today } = school;
  const chance = school.chance('equipment');
  const machines = special.map(([name, kind, place, custodian, certificate, left, months]) => {
    const nextInspection = plusDays(today, left);
    return {
      name,
      kind,
      place,
      custodian,
      made: yearsBefore(today, 7),
      certificate,
      inspected: plusDays(nextInspection, Math.round(-30.4 * months)),
      nextInspection,
      inspectedBy: '市特种设备检验院',
    };
  });
  const custodians = new Map(demoPlaces.map(({ name, custodian }) => [name, custodian]));
  const extinguishers = hangs.flatMap(([place, many]) => {
    const left = place === '图书馆' ? 27 : chance.between(70, 320);
    return Array.from({ length: many }, (_, index) => {
      const old = place === '总库房' && index === 1;
      const nextInspection = plusDays(today, left);
      return {
        name: `${place} 灭火器${index + 1}`,
        kind: place === '配电房' ? ('carbonDioxide' as const) : ('powder' as const),
        place,
        custodian: custodians.get(place) ?? '郑文博',
        made: localDate.parse(yearsBefore(today, old ? 10.2 : 6)),
        inspected: plusDays(nextInspection, -365),
        nextInspection,
        inspectedBy: '安泰消防维保',
      };
    });
  });
  return [...machines, ...extinguishers];
}
