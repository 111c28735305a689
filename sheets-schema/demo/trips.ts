import { plusDays } from '../time.ts';
import type { LocalDate, LocalDateTime } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';
import { type DemoVehicle, demoFleet } from './vehicles.ts';

type Kind = 'purchase' | 'medical' | 'errand' | 'event';

/** Name, kind, vehicle, driver, department, who asked, where to, school days ago, hour, hours away, kilometres. */
const errands: readonly (readonly [
  string,
  Kind,
  DemoVehicle,
  string,
  string,
  string,
  string,
  number,
  number,
  number,
  number,
])[] = [
  ['取新到校服', 'purchase', 'lorry', '姚建平', '后勤处', '吴晓琳', '城东服装厂', 38, 9, 3, 64],
  ['送医 七(2)班学生', 'medical', 'van', '任永强', '医务室', '许慧芳', '县人民医院', 34, 10, 2, 14],
  ['参加区运动会', 'event', 'coach', '任永强', '体育组', '彭少华', '区体育中心', 31, 8, 8, 46],
  ['拉维修材料', 'purchase', 'lorry', '姚建平', '维修班', '李国强', '建材市场', 27, 9, 2, 38],
  ['教育局送材料', 'errand', 'van', '任永强', '校办', '梁雅琴', '区教育局', 24, 14, 2, 22],
  ['运报告厅桌椅', 'purchase', 'lorry', '姚建平', '后勤处', '周敏', '家具厂', 20, 9, 4, 92],
  ['博物馆研学', 'event', 'coach', '任永强', '七年级组', '何立新', '市博物馆', 17, 8, 7, 88],
  ['送医 九(1)班学生', 'medical', 'van', '王大勇', '医务室', '沈月娥', '县人民医院', 14, 20, 2, 14],
  ['接送监考教师', 'event', 'coach', '任永强', '教务处', '何立新', '第二中学', 7, 8, 4, 30],
  ['拉锅炉配件', 'purchase', 'lorry', '姚建平', '维修班', '李国强', '工业园', 6, 13, 3, 70],
  ['家长会接送代表', 'event', 'coach', '任永强', '校办', '梁雅琴', '东城社区', 3, 14, 3, 36],
  ['送检留样复检', 'errand', 'van', '任永强', '食堂', '张桂兰', '区疾控中心', 2, 10, 2, 26],
];

const standing = '食堂采购 本学期';

/** Days of school before the demo's day, the last first. */
function schoolDaysBack(school: DemoSchool): readonly LocalDate[] {
  return school
    .days()
    .filter((day) => day < school.today && school.isSchoolDay(day))
    .toReversed();
}

const byMoment =
  (column: 'asked' | 'out') =>
  <T extends { readonly [K in typeof column]?: LocalDateTime }>(a: T, b: T): number =>
    (a[column] ?? '') < (b[column] ?? '') ? -1 : 1;

/** One request a trip, and a standing one for the kitchen; one was refused, one waits, one leaves tomorrow. */
export function demoVehicleRequests(school: DemoSchool) {
  const days = schoolDaysBack(school);
  const approved = { state: 'approved' as const, approver: '周敏' };
  const made = errands.flatMap(
    ([name, kind, vehicle, driver, department, applicant, to, ago, hour, hours]) => {
      const day = days[ago - 1];
      if (day === undefined) return [];
      const urgent = kind === 'medical';
      return [
        {
          name,
          asked: urgent ? momentOn(day, (hour + 3) * 60 + 10) : momentOn(plusDays(day, -2), 620),
          department,
          applicant,
          kind,
          to,
          from: momentOn(day, hour * 60),
          until: momentOn(day, (hour + hours) * 60),
          passengers: kind === 'event' ? 16 : 2,
          ...approved,
          decided: urgent ? plusDays(day, 1) : plusDays(day, -1),
          vehicle: demoFleet[vehicle].plate,
          driver,
        },
      ];
    },
  );
  const { today, from } = school;
  const others = [
    {
      name: standing,
      asked: momentOn(plusDays(from, -3), 540),
      department: '食堂',
      applicant: '张桂兰',
      kind: 'purchase' as const,
      to: '城北批发市场',
      from: momentOn(from, 360),
      until: momentOn(plusDays(today, 58), 480),
      standing: true,
      ...approved,
      decided: plusDays(from, -2),
      vehicle: demoFleet.van.plate,
      driver: '任永强',
    },
    {
      name: '接老同学聚会',
      asked: momentOn(plusDays(today, -16), 700),
      department: '总务组',
      applicant: '周老师',
      kind: 'other' as const,
      to: '高铁站',
      from: momentOn(plusDays(today, -10), 1080),
      until: momentOn(plusDays(today, -10), 1200),
      state: 'refused' as const,
      approver: '周敏',
      decided: plusDays(today, -15),
    },
    {
      name: '接消防培训教官',
      asked: momentOn(plusDays(today, -1), 600),
      department: '安全办',
      applicant: '郑文博',
      kind: 'event' as const,
      to: '区消防大队',
      from: momentOn(plusDays(today, 1), 480),
      until: momentOn(plusDays(today, 1), 720),
      passengers: 3,
      ...approved,
      decided: plusDays(today, -1),
      vehicle: demoFleet.coach.plate,
      driver: '任永强',
    },
    {
      name: '取元旦演出服装',
      asked: momentOn(plusDays(today, -1), 660),
      department: '团委',
      applicant: '何立新',
      kind: 'errand' as const,
      to: '市文化馆',
      from: momentOn(plusDays(today, 9), 540),
      until: momentOn(plusDays(today, 9), 690),
      state: 'asked' as const,
    },
  ];
  return [...made, ...others].toSorted(byMoment('asked'));
}

/** The morning run to the market and the errands; one trip without a request, one reading with a gap. */
export function demoTrips(school: DemoSchool) {
  const chance = school.chance('trips');
  const days = schoolDaysBack(school);
  const market = days.map((day) => ({
    vehicle: 'van' as DemoVehicle,
    request: standing,
    driver: '任永强',
    purpose: '城北批发市场 买菜',
    out: momentOn(day, 370),
    back: momentOn(day, 440 + chance.between(0, 12)),
    km: 18,
    passengers: 1,
    medical: false,
  }));
  const others = errands.flatMap(([name, kind, vehicle, driver, , , to, ago, hour, hours, km]) => {
    const day = days[ago - 1];
    if (day === undefined) return [];
    return [
      {
        vehicle,
        request: name,
        driver,
        purpose: `${to} ${name}`,
        out: momentOn(day, hour * 60 + chance.between(1, 9)),
        back: momentOn(day, (hour + hours) * 60 - chance.between(1, 15)),
        km,
        passengers: kind === 'event' ? 16 : 2,
        medical: kind === 'medical',
      },
    ];
  });
  const left = new Map<string, number>(
    Object.entries(demoFleet).map(([vehicle, { odometer }]) => [vehicle, odometer]),
  );
  return [...market, ...others]
    .toSorted(byMoment('out'))
    .toReversed()
    .map(({ vehicle, km, medical, request, ...trip }) => {
      const backKm = left.get(vehicle) ?? 0;
      left.set(vehicle, backKm - km - (request === '拉锅炉配件' ? 26 : 0));
      return {
        ...(request === '教育局送材料' ? {} : { request }),
        ...(medical ? { urgent: true } : {}),
        ...trip,
        vehicle: demoFleet[vehicle].plate,
        outKm: backKm - km,
        backKm,
      };
    })
    .toReversed();
}
