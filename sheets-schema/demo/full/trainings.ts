import { localDate } from '../../values.ts';
import { momentOn } from '../moment.ts';
import { demoPeople } from '../people.ts';
import { type Added, dayAt, type History } from './history.ts';
import { formerGuards, newRepairers } from './teams.ts';
import { told } from './told.ts';

/** Begins the names of what the reports tell: the other trainings have a month and a day there. */
const toldMark = '保安队 ';
const ordinals = ['一', '二', '三', '四', '五', '六'];

/** R3: what the guards learned: lessons beside those of the two months, and a month and more of drill. */
export function addedTrainings(history: History) {
  const { known } = history;
  const lessonsLeft = (kind: 'guard' | 'fire'): number =>
    told.trainings[kind] - known.filter((row) => row.kind === kind).length;
  const held = (share: number, kind: string, what: string, topic: string, minutes: number) => {
    const planned = dayAt(history, share);
    return {
      name: `${toldMark}${planned} ${what}`,
      kind,
      planned,
      topic,
      ledBy: '韩卫东',
      place: kind === 'trade' ? '操场' : '行政楼 会议室',
      expected: '保安',
      state: 'held' as const,
      held: momentOn(planned, 15 * 60),
      minutes,
      record: `${topic}，现场考核通过`,
    };
  };
  const guard = Array.from({ length: lessonsLeft('guard') }, (_, index) =>
    held(
      0.1 + index * 0.15,
      'guard',
      `保安专业知识培训（${ordinals[index]}）`,
      '来访登记、巡逻、突发事件',
      90,
    ),
  );
  const fire = Array.from({ length: lessonsLeft('fire') }, (_, index) =>
    held(0.3 + index * 0.2, 'fire', '消防知识学习', '灭火器、消火栓、疏散引导', 60),
  );
  const drill = held(
    0.2,
    'trade',
    '保安军事训练',
    `队列、擒敌、体能，共${told.trainings.drillDays}天`,
    told.trainings.drillDays * 120,
  );
  return [...guard, ...fire, drill];
}

/** The guards came to all of it; the new repairers to what was for them since they came. */
export function addedAttendance({ school, yearOver }: History): Added {
  const trainings = school.rows('trainings').filter(({ state }) => state === 'held');
  const guards = demoPeople.filter(({ team }) => team === '保安').map(({ name }) => name);
  const present = (training: unknown, planned: unknown, persons: readonly string[]) =>
    persons.map((person, index) => ({
      signed: momentOn(localDate.parse(planned), 890 + (index % 9)),
      training: String(training),
      person,
      state: 'present',
    }));
  return trainings.flatMap(({ name, planned, expected }) => {
    const words = String(expected).split('、');
    const forRepairers = words.includes('全体') || words.includes('维修班');
    return [
      ...(String(name).startsWith(toldMark)
        ? present(name, planned, String(planned) < yearOver ? [...guards, ...formerGuards] : guards)
        : []),
      ...(forRepairers && String(planned) >= yearOver ? present(name, planned, newRepairers) : []),
    ];
  });
}
