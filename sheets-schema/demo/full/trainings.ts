import { momentOn } from '../moment.ts';
import { demoPeople } from '../people.ts';
import { type Added, dayAt, type History } from './history.ts';
import { told } from './told.ts';

const ordinals = ['一', '二', '三', '四', '五', '六'];

/** R3: what the guards learned: lessons beside those of the two months, and a month and more of drill. */
export function addedTrainings(history: History) {
  const { known } = history;
  const lessonsLeft = (kind: 'guard' | 'fire'): number =>
    told.trainings[kind] - known('trainings').filter((row) => row.kind === kind).length;
  const held = (share: number, kind: string, what: string, topic: string, minutes: number) => {
    const planned = dayAt(history, share);
    return {
      name: `${planned.slice(2)} ${what}`,
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

export function addedAttendance(history: History): Added {
  const guards = demoPeople.filter(({ team }) => team === '保安');
  return addedTrainings(history).flatMap(({ name: training, planned }) =>
    guards.map(({ name }, index) => ({
      signed: momentOn(planned, 890 + (index % 9)),
      training,
      person: name,
      state: 'present',
    })),
  );
}
