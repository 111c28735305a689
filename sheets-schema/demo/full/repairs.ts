import { plusDays } from '../../time.ts';
import { type LocalDate, localDate } from '../../values.ts';
import { momentOn } from '../moment.ts';
import { demoRepair } from '../repairs.ts';
import type { Added, History } from './history.ts';
import { told } from './told.ts';

/** The team is tripled a year after the opening; what had waited is mended within six weeks. */
const yearDays = 365;
const catchingUpDays = 42;

/** R3: the repairs of the first year, of which few were mended in their time; the rest when the team had grown. */
export function addedRepairs({ school, from, days, chance, known }: History): Added {
  const luck = chance('repairs');
  const yearOver = plusDays(from, yearDays);
  const first = days.filter((day) => day < yearOver);
  const missing = told.repairs - known('repairs').length;
  const numbers = new Map<LocalDate, number>();
  return Array.from({ length: missing }, (_, index) => {
    const day = first[Math.floor((index * first.length) / missing)] ?? from;
    const number = (numbers.get(day) ?? 0) + 1;
    numbers.set(day, number);
    const entry = {
      ...demoRepair(day, school, luck),
      number: `BX-${day.replaceAll('-', '').slice(2)}-${number}`,
    };
    if (luck.percent(told.mendedInFirstYear / 2)) return entry;
    const done = plusDays(yearOver, luck.between(0, catchingUpDays));
    return {
      ...entry,
      done: momentOn(localDate.parse(done), luck.between(480, 1050)),
      answer: '人手增加后已补修',
    };
  });
}
