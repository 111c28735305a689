import { daysFrom, plusDays, weekdayOf } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import { momentOn } from './moment.ts';
import { demoPeople } from './people.ts';
import type { DemoSchool } from './school.ts';

/** Month and day, kind, what, topic, led by, place, expected, minutes; the year is that of the demo. */
const trainings = [
  ['09-29', 'evacuation', '疏散演练', '教学楼疏散路线和集合点', '郑文博', '操场', '全体', 40],
  ['10-09', 'fire', '消防第一课', '灭火器和消火栓的使用', '郑文博', '行政楼 会议室', '全体', 60],
  ['10-15', 'food', '食品安全培训', '留样、消毒、晨检要求', '林小梅', '食堂 后厨', '食堂', 60],
  [
    '10-20',
    'electricity',
    '用电安全培训',
    '断电操作、电气火灾处置',
    '李国强',
    '配电房',
    '维修班',
    45,
  ],
  [
    '10-28',
    'evacuation',
    '宿舍夜间疏散演练',
    '夜间疏散、清点人数',
    '许慧芳',
    '宿舍1号楼',
    '宿管、保安',
    40,
  ],
  ['11-09', 'evacuation', '疏散演练', '全校消防疏散演练', '郑文博', '操场', '全体', 45],
  ['11-20', 'guard', '保安业务培训', '来访登记、突发事件处置', '韩卫东', '门卫室', '保安', 90],
] as const;

function dated(school: Pick<DemoSchool, 'today' | 'from'>) {
  const year = school.today.slice(0, 4);
  return trainings.flatMap(([day, ...rest]) => {
    const planned = localDate.parse(`${year}-${day}`);
    return planned >= school.from && planned < school.today
      ? [{ day, planned, training: rest }]
      : [];
  });
}

function mondays(school: DemoSchool): LocalDate[] {
  return daysFrom(school.from, school.today).filter(
    (day) => weekdayOf(day) === 1 && day < school.today && school.isSchoolDay(day),
  );
}

/** Two months of trainings and the team leaders' weekly meeting; a lecture that was not held, a drill to come. */
export function demoTrainings(school: DemoSchool) {
  const held = dated(school).map(({ day, planned, training }) => {
    const [kind, what, topic, ledBy, place, expected, minutes] = training;
    return {
      name: `${day} ${what}`,
      kind,
      planned,
      topic,
      ledBy,
      place,
      expected,
      state: 'held' as const,
      held: momentOn(planned, 15 * 60 + 30),
      minutes,
      record: `${topic}，现场提问，问题已解答`,
    };
  });
  const meetings = mondays(school).map((planned) => ({
    name: `${planned.slice(5)} 周例会`,
    kind: 'meeting' as const,
    planned,
    topic: '上周问题、本周安排',
    ledBy: '陈志远',
    place: '行政楼 会议室',
    expected: '后勤处',
    state: 'held' as const,
    held: momentOn(planned, 8 * 60),
    minutes: 30,
    record: '逐项过未完成的工作，定人定时间',
  }));
  const year = school.today.slice(0, 4);
  const open = [
    ['11-18', 'water', '防汛防溺水培训', '冬季冰面安全', '郑文博', '全体'],
    ['12-10', 'evacuation', '宿舍疏散演练', '夜间疏散、清点人数', '许慧芳', '宿管、保安'],
  ] as const;
  const planned = open.map(([day, kind, what, topic, ledBy, expected]) => ({
    name: `${day} ${what}`,
    kind,
    planned: localDate.parse(`${year}-${day}`),
    topic,
    ledBy,
    expected,
    state: 'planned' as const,
  }));
  return [...held, ...meetings, ...planned].toSorted((a, b) => (a.planned < b.planned ? -1 : 1));
}

/** Nearly everybody comes; a cook missed the fire lesson, a guard was late after his night duty. */
export function demoAttendance(school: DemoSchool) {
  const staff = demoPeople.filter(({ team }) => team !== '校领导');
  return demoTrainings(school)
    .filter(({ state }) => state === 'held')
    .flatMap((training) => {
      const words = training.expected.split('、');
      return staff
        .filter(
          ({ leftDaysAgo }) =>
            leftDaysAgo === undefined || training.planned <= plusDays(school.today, -leftDaysAgo),
        )
        .filter(
          ({ name, team }) =>
            words.includes('全体') || words.includes(team) || words.includes(name),
        )
        .filter(
          ({ name }) =>
            !(name === '高建华' && training.kind === 'fire') &&
            !(name === '彭少华' && training.kind === 'guard'),
        )
        .map(({ name }, index) => ({
          signed: momentOn(
            training.planned,
            (training.kind === 'meeting' ? 470 : 920) + (index % 9),
          ),
          training: training.name,
          person: name,
          state:
            name === '唐志刚' && training.kind === 'guard'
              ? ('late' as const)
              : ('present' as const),
        }));
    })
    .toSorted((a, b) => (a.signed < b.signed ? -1 : a.signed > b.signed ? 1 : 0));
}
