import { callBackHours, canBeCalled, hoursTaken } from '../calculations/calling-back.ts';
import type { Choices } from '../columns.ts';
import { type Row, textAt, valueAt } from '../row.ts';
import { count } from './count.ts';
import { share } from './share.ts';
import { splitBy } from './split-by.ts';

/** Where opinions come from. */
export const channels = {
  form: { zh: '扫码填表', en: 'Form' },
  box: { zh: '意见箱', en: 'Suggestion box' },
  phone: { zh: '投诉电话', en: 'Phone' },
  forum: { zh: '座谈会', en: 'Forum' },
  face: { zh: '当面', en: 'Face to face' },
};

/** What they are about. */
export const topics = {
  canteen: { zh: '食堂', en: 'Canteen' },
  dorm: { zh: '宿舍', en: 'Dorms' },
  repairs: { zh: '维修', en: 'Repairs' },
  cleaning: { zh: '卫生', en: 'Cleaning' },
  gate: { zh: '门卫安全', en: 'Gate and safety' },
  attitude: { zh: '服务态度', en: 'Manner' },
  other: { zh: '其他', en: 'Other' },
};

const wordIn =
  (column: string, words: Choices) =>
  (row: Row): string =>
    words[textAt(row, column)]?.zh ?? '';

/** What the report says of opinions. */
export const opinionFigures = {
  received: count({
    title: { zh: '收到意见', en: 'Opinions received' },
    unit: { zh: '条', en: 'opinions' },
    counts: { zh: '收到时间在期内的意见', en: 'Received in the period' },
    happened: 'received',
  }),
  calledBack: share({
    title: { zh: '按时回访率', en: 'Called back in time' },
    counts: { zh: '期内留了电话的意见中按时回访的', en: 'Of those with a number, in time' },
    happened: 'received',
    among: (row, world) =>
      canBeCalled(row) &&
      (textAt(row, 'calledBack') !== '' || hoursTaken(row, world) > callBackHours(world)),
    where: (row, world) =>
      textAt(row, 'calledBack') !== '' && hoursTaken(row, world) <= callBackHours(world),
    target: 100,
  }),
  answered: share({
    title: { zh: '意见答复率', en: 'Opinions answered' },
    counts: { zh: '期内意见中有答复的', en: 'Of those received, answered' },
    happened: 'received',
    where: (row) => textAt(row, 'answer') !== '' || textAt(row, 'decision') !== '',
    target: 95,
  }),
  satisfied: share({
    title: { zh: '回访满意率', en: 'Satisfied' },
    counts: {
      zh: '期内问过满意度的意见中满意或基本满意的',
      en: 'Of those asked, satisfied or fairly',
    },
    happened: 'received',
    among: (row) => textAt(row, 'satisfaction') !== '',
    where: (row) => valueAt(row, 'satisfaction') !== 'dissatisfied',
    target: 90,
  }),
  handedUp: count({
    title: { zh: '上报学校', en: 'Handed up' },
    unit: { zh: '条', en: 'opinions' },
    counts: { zh: '期内意见中上报学校的', en: 'Of those received, handed up' },
    happened: 'received',
    where: (row) => textAt(row, 'handedUp') !== '',
  }),
};

/** Opinions by what they are about, and by channel. */
export const opinionBreakdowns = {
  byTopic: splitBy({
    title: { zh: '意见集中在哪里', en: 'What opinions are about' },
    unit: { zh: '条', en: 'opinions' },
    happened: 'received',
    names: () => wordIn('topic', topics),
  }),
  byChannel: splitBy({
    title: { zh: '意见渠道', en: 'Channels' },
    unit: { zh: '条', en: 'opinions' },
    happened: 'received',
    names: () => wordIn('channel', channels),
  }),
};
