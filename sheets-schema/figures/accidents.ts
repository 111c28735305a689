import { isAccident, isHurt } from '../calculations/accident-kinds.ts';
import type { Figure } from '../figure.ts';
import { wasToldInTime } from '../rules/told-in-time.ts';
import { count, within } from './count.ts';
import { share } from './share.ts';
import { byBuilding, splitBy } from './split-by.ts';

/** Accidents of a period; none is 0 only where a monthly report says so. */
const accidentCount: Figure = {
  title: { zh: '安全事故', en: 'Accidents' },
  unit: { zh: '起', en: 'accidents' },
  counts: {
    zh: '期内的事故；有月报而无事故算 0',
    en: 'Accidents of the period; a monthly report without any is 0',
  },
  better: 'lower',
  form: 'amount',
  target: 0,
  measure: (rows, period) => {
    const recorded = within(rows, 'happened', period);
    const found = recorded.filter(isAccident);
    return {
      value: recorded.length === 0 ? undefined : found.length,
      rows: found.map(({ id }) => id),
    };
  },
};

/** What the report says of accidents. */
export const accidentFigures = {
  accidents: accidentCount,
  injured: count({
    title: { zh: '受伤', en: 'Injured' },
    unit: { zh: '人', en: 'people' },
    counts: { zh: '期内有人受伤的事故', en: 'Accidents with somebody hurt' },
    better: 'lower',
    happened: 'happened',
    where: isHurt,
  }),
  toldInTime: share({
    title: { zh: '事故及时报告率', en: 'Told in time' },
    counts: { zh: '期内事故中按时报告领导的', en: 'Of the accidents, leaders told in time' },
    happened: 'happened',
    among: isAccident,
    where: (row, world) =>
      wasToldInTime(
        row,
        { happened: 'happened', told: 'leadersTold' },
        world.settings.number('accidents.leadersHours'),
        world,
      ),
    target: 100,
  }),
};

/** Where they happened. */
export const accidentBreakdowns = {
  byPlace: splitBy({
    title: { zh: '各处事故', en: 'Accidents by place' },
    unit: { zh: '起', en: 'accidents' },
    happened: 'happened',
    where: isAccident,
    names: byBuilding('place'),
  }),
};
