import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays, weekdayOf } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

const rounds = [
  { weekday: 1, from: '宿舍1号楼', what: 'sheets', pieces: 96, by: '蒋爱华', signs: '许慧芳' },
  { weekday: 2, from: '宿舍2号楼', what: 'sheets', pieces: 92, by: '蒋爱华', signs: '沈月娥' },
  { weekday: 3, from: '宿舍3号楼', what: 'sheets', pieces: 88, by: '蒋爱华', signs: '魏长青' },
  { weekday: 4, from: '食堂', what: 'workClothes', pieces: 14, by: '朱丽华', signs: '张桂兰' },
] as const;

/** A round a week of each dorm and of the canteen's clothes; one piece lost, one batch not back, one not signed for. */
export function demoLaundry(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('laundryBatches');
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < school.today);
  const batches = days.flatMap((day) =>
    rounds
      .filter(({ weekday }) => weekday === weekdayOf(day))
      .map(({ from, what, pieces, by, signs }) => {
        const back = plusDays(day, chance.between(2, 4));
        const out = pieces - chance.between(0, 6);
        const spoilt = chance.percent(15) ? 1 : 0;
        return {
          collected: momentOn(day, 500 + chance.between(0, 30)),
          from,
          what,
          out,
          collectedBy: by,
          washedBy: what === 'workClothes' ? '洗衣房' : '净雅洗涤公司',
          back,
          spoilt,
          signs,
        };
      }),
  );
  return batches.map(({ back, spoilt, signs, ...batch }, index): Entry => {
    const place = batches.length - index;
    const isLost = place === 12;
    const isStuck = place === 9;
    if (back >= school.today || isStuck) return batch;
    return {
      ...batch,
      dried: momentOn(plusDays(back, -1), 960),
      returned: momentOn(back, 900),
      back: batch.out - spoilt - (isLost ? 2 : 0),
      spoilt,
      ...(place === 14 ? {} : { receivedBy: signs }),
    };
  });
}
