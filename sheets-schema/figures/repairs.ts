import { isDone, isScale, keptPromise } from '../calculations/repair-promise.ts';
import { textAt, valueAt } from '../row.ts';
import { count } from './count.ts';
import { share } from './share.ts';

/** What the report says of repairs. */
export const repairFigures = {
  received: count({
    title: { zh: '受理报修', en: 'Repairs received' },
    unit: { zh: '件', en: 'repairs' },
    counts: { zh: '报修时间在期内的报修', en: 'Repairs reported in the period' },
    happened: 'reported',
  }),
  completion: share({
    title: { zh: '报修完成率', en: 'Repairs done' },
    counts: { zh: '期内受理的报修中已修好的', en: 'Of those received in the period, done' },
    happened: 'reported',
    where: isDone,
    target: 98,
  }),
  onTime: share({
    title: { zh: '承诺兑现率', en: 'Promise kept' },
    counts: {
      zh: '期内修好的报修中小修一天内、大修三天内修好的',
      en: 'Of those done, within the promise',
    },
    happened: 'reported',
    among: isDone,
    where: keptPromise,
    target: 95,
  }),
  minorOnTime: share({
    title: { zh: '小修按时办结率', en: 'Minor repairs in time' },
    counts: { zh: '期内受理的小修中一天内修好的', en: 'Of the minor ones, done within a day' },
    happened: 'reported',
    among: isScale('minor'),
    where: keptPromise,
  }),
  majorOnTime: share({
    title: { zh: '大修按时办结率', en: 'Major repairs in time' },
    counts: {
      zh: '期内受理的大修中三天内修好的',
      en: 'Of the major ones, done within three days',
    },
    happened: 'reported',
    among: isScale('major'),
    where: keptPromise,
  }),
  again: share({
    title: { zh: '返修率', en: 'Reported again' },
    counts: { zh: '期内修好的报修中又报没修好的', en: 'Of those done, reported again' },
    better: 'lower',
    happened: 'reported',
    among: (row) => isDone(row) || textAt(row, 'reopened') !== '',
    where: (row) => textAt(row, 'reopened') !== '',
  }),
  waiting: count({
    title: { zh: '等待厂家或配件', en: 'Waiting for maker or parts' },
    unit: { zh: '件', en: 'repairs' },
    counts: { zh: '期内受理、状态为等待的报修', en: 'Reported in the period, still waiting' },
    better: 'lower',
    happened: 'reported',
    where: (row) => valueAt(row, 'state') === 'waiting',
  }),
};
