import type { Columns } from '../../columns.ts';
import type { Values } from '../../row.ts';
import { plusDays } from '../../time.ts';
import { type LocalDate, localDate } from '../../values.ts';
import { momentOn } from '../moment.ts';
import { demoRepair } from '../repairs.ts';
import type { DemoSchool } from '../school.ts';
import { type Added, type History, historyOf } from './history.ts';
import { newRepairers } from './teams.ts';
import { told } from './told.ts';

/** What had waited is mended within so many days after the team has grown. */
const catchingUpDays = 60;

const waitedFor = ['人手不够，排队等', '保修期内，已催厂家', '保修期内，等厂家派人'] as const;
/** Which of a room's, so that one lamp is not reported twenty times. */
const which = [
  '靠窗',
  '靠门',
  '左侧',
  '右侧',
  '中间',
  '最里面',
  '门口',
  '第二处',
  '第三处',
] as const;

/** R3: the repairs of the first year, of which few were mended in their time; the rest when the team had grown. */
export function addedRepairs({ school, days, yearOver, chance, known }: History): Added {
  const luck = chance('repairs');
  const first = days.filter((day) => day < yearOver);
  const missing = told.repairs - known.length;
  const numbers = new Map<LocalDate, number>();
  return Array.from({ length: missing }, (_, index) => {
    const day = first[Math.floor((index * first.length) / missing)] ?? school.from;
    const number = (numbers.get(day) ?? 0) + 1;
    numbers.set(day, number);
    const ordinary = demoRepair(day, school, luck);
    const entry = {
      ...ordinary,
      fault: `${ordinary.fault}（${luck.pick(which)}）`,
      number: `BX-${day.replaceAll('-', '').slice(2)}-${number}`,
    };
    if (luck.percent(told.mendedInFirstYear)) return entry;
    const done = plusDays(yearOver, luck.between(0, catchingUpDays));
    return {
      ...entry,
      worker: luck.pick(newRepairers),
      waitingFor: luck.pick(waitedFor),
      done: momentOn(localDate.parse(done), luck.between(480, 1050)),
      answer: '人手增加后已补修',
    };
  });
}

/** 试运行 of the repairs until what had waited was mended: its lateness is known and needs nobody's doing. */
export function withBacklogOnTrial(
  school: DemoSchool,
  everyday: readonly Values<Columns>[],
): readonly Values<Columns>[] {
  const until = plusDays(historyOf(school, everyday).yearOver, catchingUpDays);
  return everyday.map((row) =>
    row.key === 'repairs.quietUntil' ? { ...row, value: until, noted: until } : row,
  );
}
