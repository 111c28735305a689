import { dueOf, isMended, isMendedInTime } from '../calculations/hazard-due.ts';
import { textAt } from '../row.ts';
import { dayOf } from '../values.ts';
import { count } from './count.ts';
import { share } from './share.ts';

/** What the report says of hazards. */
export const hazardFigures = {
  reported: count({
    title: { zh: '排查隐患', en: 'Hazards reported' },
    unit: { zh: '处', en: 'hazards' },
    counts: { zh: '期内上报的隐患', en: 'Hazards reported in the period' },
    happened: 'reported',
  }),
  mended: share({
    title: { zh: '隐患整改率', en: 'Hazards mended' },
    counts: { zh: '期内上报的隐患中已改好的', en: 'Of those reported in the period, mended' },
    happened: 'reported',
    where: isMended,
    target: 100,
  }),
  inTime: share({
    title: { zh: '隐患按期整改率', en: 'Hazards mended in time' },
    counts: {
      zh: '期内上报且已到期的隐患中按期改好的',
      en: 'Of those reported in the period and due, mended in time',
    },
    happened: 'reported',
    among: (row, world) =>
      isMended(row) || (dueOf(row, world) ?? dayOf(world.now)) < dayOf(world.now),
    where: isMendedInTime,
    target: 95,
  }),
  verified: share({
    title: { zh: '隐患复核率', en: 'Mended hazards verified' },
    counts: { zh: '期内上报且改好的隐患中已由他人复核的', en: 'Of those mended, verified' },
    happened: 'reported',
    among: isMended,
    where: (row) =>
      textAt(row, 'verifiedBy') !== '' &&
      textAt(row, 'verifiedBy') !== textAt(row, 'mendedBy') &&
      textAt(row, 'verifiedBy') !== textAt(row, 'reporter'),
  }),
};
