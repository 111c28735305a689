import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

const things = ['电热水杯', '电热毯', '小电锅', '卷发棒'] as const;

/** Two looks a school day; one room is found again and again. */
export function demoElectricity(school: DemoSchool) {
  const chance = school.chance('electricity');
  const places = demoPlaces.filter(({ kind }) =>
    ['dormRoom', 'classroom', 'office'].includes(kind),
  );
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  return days.flatMap((day, index) => {
    const place = chance.pick(places);
    const again = [6, 17].includes(days.length - index);
    const looks = [
      ...(again ? [{ name: '宿舍1号楼 202', kind: 'dormRoom', custodian: '许慧芳' }] : []),
      place,
    ];
    return looks.map(({ name, kind, custodian }, turn) => {
      const bad = (again && turn === 0) || chance.percent(12);
      const found = kind === 'dormRoom' ? ('appliance' as const) : ('plug' as const);
      return {
        day,
        place: name,
        kind: bad ? found : ('fine' as const),
        ...(bad
          ? found === 'appliance'
            ? { thing: chance.pick(things), handled: '已收走，通知班主任' }
            : { quantity: chance.between(1, 3), handled: '已拔掉，告知当班教师' }
          : {}),
        checkedBy: kind === 'dormRoom' ? custodian : '郑文博',
      };
    });
  });
}
