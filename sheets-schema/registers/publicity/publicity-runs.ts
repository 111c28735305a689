import { nameAt, sumsByName } from '../../calculations/named-rows.ts';
import { choice, date, money, quantity, reference, text } from '../../columns.ts';
import { demoRuns } from '../../demo/publicity.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, textAt } from '../../row.ts';
import { unique } from '../../rules/unique.ts';

const kinds = {
  magazine: { zh: '校刊', en: 'Magazine' },
  calendar: { zh: '年历', en: 'Calendar' },
  sign: { zh: '标识牌', en: 'Sign' },
  poster: { zh: '海报、展板', en: 'Poster' },
  brochure: { zh: '宣传册', en: 'Brochure' },
  other: { zh: '其他', en: 'Other' },
};

const columns = {
  printed: date({ zh: '印制日期', en: 'Printed' }, { required: true }),
  name: text(
    { zh: '宣传品', en: 'Publicity' },
    {
      required: true,
      width: 200,
      help: { zh: '名称带期号，如“校刊 第3期”', en: 'With its issue: 校刊 第3期' },
    },
  ),
  kind: choice({ zh: '类别', en: 'Kind' }, kinds, { required: true }),
  copies: quantity(
    { zh: '印制数量', en: 'Copies' },
    { required: true, min: 0, whole: true, unit: { zh: '份', en: 'copies' } },
  ),
  issue: text({ zh: '期号', en: 'Issue' }),
  printer: reference('suppliers', { zh: '印制单位', en: 'Printed by' }),
  cost: money({ zh: '费用', en: 'Cost' }, { min: 0 }),
  askedBy: text({ zh: '委托部门', en: 'Asked by' }),
  keeper: reference('people', { zh: '保管人', en: 'Kept by' }, { required: true }),
};

/** 宣传品印制 Publicity runs (A8, R1): what was printed, how many, which issue. What became of it: 宣传品去向. */
export const publicityRuns = defineRegister({
  key: 'publicityRuns',
  title: { zh: '宣传品印制', en: 'Publicity printed' },
  purpose: {
    zh: '校刊、年历、标识牌各印了多少',
    en: 'Magazines, calendars and signs: how many were made',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'printed',
  rules: [unique({ columns: ['name'] })],
  figures: {
    runs: count({
      title: { zh: '印制宣传品', en: 'Runs printed' },
      unit: { zh: '批', en: 'runs' },
      counts: { zh: '印制日期在期内的', en: 'Printed in the period' },
      happened: 'printed',
    }),
    copies: total({
      title: { zh: '印制数量', en: 'Copies printed' },
      unit: { zh: '份', en: 'copies' },
      counts: { zh: '期内印制数量之和', en: 'Copies of the period' },
      happened: 'printed',
      amounts: () => (row) => numberAt(row, 'copies'),
    }),
    left: total({
      title: { zh: '尚存宣传品', en: 'Copies left' },
      unit: { zh: '份', en: 'copies' },
      counts: { zh: '期内印制数量减去向数量', en: 'Copies of the period less those placed' },
      happened: 'printed',
      amounts: (_rows, world) => {
        const placed = sumsByName(world.rows('publicityPlacements'), 'run', (row) =>
          numberAt(row, 'copies'),
        );
        return (row) =>
          Math.max(0, (numberAt(row, 'copies') ?? 0) - (placed.get(nameAt(row, 'name')) ?? 0));
      },
    }),
  },
  breakdowns: {
    byKind: splitBy({
      title: { zh: '各类宣传品印制', en: 'Copies by kind' },
      unit: { zh: '份', en: 'copies' },
      happened: 'printed',
      names: () => (row) =>
        Object.entries(kinds).find(([key]) => key === textAt(row, 'kind'))?.[1].zh ?? '',
      amounts: () => (row) => numberAt(row, 'copies'),
    }),
  },
  report: {
    section: 'service',
    sentences: ['印制宣传品{runs|compared}、{copies|compared}，尚存{left}。'],
  },
  demo: demoRuns,
});
