import { type ChecklistItem, checklistOf } from '../../calculations/checklist.ts';
import { dueFor } from '../../calculations/hazard-due.ts';
import { choice, moment, photo, reference, text } from '../../columns.ts';
import { demoInspections } from '../../demo/inspections.ts';
import { count } from '../../figures/count.ts';
import { kept } from '../../figures/kept.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { copied } from '../../rules/copied.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { localDateTime } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  happened: moment({ zh: '检查时间', en: 'Inspected' }, { required: true, stamped: true }),
  item: reference('checklists', { zh: '检查项目', en: 'Item' }, { required: true, width: 220 }),
  result: choice(
    { zh: '结果', en: 'Result' },
    {
      passed: { zh: '合格', en: 'Passed' },
      failed: { zh: '不合格', en: 'Failed' },
      notApplicable: { zh: '不适用', en: 'Not applicable' },
    },
    { required: true },
  ),
  inspector: reference('people', { zh: '检查人', en: 'Inspector' }, { required: true }),
  found: text(
    { zh: '发现的问题', en: 'Found' },
    { long: true, help: { zh: '不合格必填：哪里、什么问题', en: 'Needed when it failed: what' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const checklist = (world: World): readonly ChecklistItem[] => checklistOf(world.rows('checklists'));

const failed = (row: Row): boolean => valueAt(row, 'result') === 'failed';

/**
 * 检查记录 Inspections (C2; R2, R5). Each item as often as its checklist says. The lapse that let a child be hurt
 * was a day without an entry (巡查松懈), so a day left out and a list copied day after day are both findings.
 */
export const inspections = defineRegister({
  key: 'inspections',
  title: { zh: '检查记录', en: 'Inspections' },
  purpose: {
    zh: '按检查项目逐项检查并登记，不合格的自动转隐患整改',
    en: 'What was inspected, with its result; what fails becomes a hazard by itself',
  },
  workbook: 'service',
  startsOn: true,
  columns,
  happened: 'happened',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: {
      zh: '一次登记一项；不合格请写清哪里、什么问题。',
      en: 'One item at a time; say where and what failed.',
    },
    asks: ['item', 'result', 'inspector', 'found', 'photo'],
    example: {
      item: '教学楼 消防通道',
      result: 'passed',
      inspector: '郑文博',
    },
  },
  rules: [
    cadence({
      happened: 'happened',
      of: 'item',
      reads: ['checklists'],
      due: checklist,
      lookBack: (world) => world.settings.number('inspections.lookBackDays'),
      message: (left) => {
        const [{ recurring, span }] = left;
        const who = clip(recurring.owner, 4);
        const when = {
          daily: monthAndDay(span.from),
          weekly: `${monthAndDay(span.from)}那周`,
          monthly: `${Number(span.from.slice(5, 7))}月`,
          term: '本学期',
          preTerm: '开学前',
        }[recurring.cadence];
        return {
          zh: `${who}${when}漏检${left.length}项，请补查或补登记`,
          en: `${recurring.owner}: ${left.length} not inspected (${span.from} to ${span.to}): inspect or enter them`,
        };
      },
    }),
    copied({
      happened: 'happened',
      by: 'inspector',
      at: 'result',
      clear: (row) => !failed(row),
      days: (world) => world.settings.number('inspections.copiedDays'),
      message: (name, days) => ({
        zh: `${clip(name, 4)}连续${days}次全部合格，请抽查核对`,
        en: `${name}: all clear ${days} days running: check on the spot`,
      }),
    }),
    needed({
      key: 'failed',
      columns: ['found'],
      reads: ['result'],
      when: failed,
      because: { zh: '不合格', en: 'Failed' },
    }),
  ],
  opens: [{ into: 'hazards', from: openHazard }],
  settings: {
    lookBackDays: inDays(
      { zh: '漏检往回查', en: 'Look back for what was left out' },
      7,
      'R2 每日安全检修台帐',
    ),
    copiedDays: inDays(
      { zh: '连续全部合格多少次要抽查', en: 'All clear so many times running is looked at' },
      15,
      'R2 巡查松懈',
    ),
  },
  figures: {
    entries: count({
      title: { zh: '安全检查', en: 'Inspections' },
      unit: { zh: '项次', en: 'inspections' },
      counts: { zh: '期内的检查记录', en: 'Inspections of the period' },
      happened: 'happened',
    }),
    kept: kept({
      title: { zh: '检查完成率', en: 'Inspections done of those due' },
      counts: { zh: '期内按周期应查的项次中查了的', en: 'Of the inspections due, those done' },
      happened: 'happened',
      of: 'item',
      due: checklist,
      target: 98,
    }),
    failures: count({
      title: { zh: '查出问题', en: 'Problems found' },
      unit: { zh: '处', en: 'problems' },
      counts: { zh: '期内结果为不合格的检查记录', en: 'Inspections of the period that failed' },
      happened: 'happened',
      where: failed,
    }),
    passed: share({
      title: { zh: '检查合格率', en: 'Inspections passed' },
      counts: { zh: '期内检查（不含不适用）中合格的', en: 'Of those that apply, passed' },
      happened: 'happened',
      among: (row) => valueAt(row, 'result') !== 'notApplicable',
      where: (row) => valueAt(row, 'result') === 'passed',
    }),
  },
  breakdowns: {
    failuresByArea: splitBy({
      title: { zh: '各区域查出的问题', en: 'Problems by area' },
      unit: { zh: '处', en: 'problems' },
      happened: 'happened',
      where: failed,
      names: (world) => {
        const areas = new Map(checklist(world).map(({ name, area }) => [name, area]));
        return (row) => areas.get(plain(textAt(row, 'item'))) ?? '';
      },
    }),
  },
  report: {
    section: 'safety',
    sentences: [
      '开展安全检查{entries|compared}，检查完成率{kept}。',
      '查出问题{failures|compared}，检查合格率{passed}，不合格的转入隐患整改。',
    ],
    indicators: ['entries', 'kept'],
    shortcomings: {
      kept: {
        says: '安全检查有漏项',
        effect: '隐患不能及早发现',
        measure: '每天放学前查一次当天的检查记录，漏项当天补上',
      },
    },
  },
  demo: demoInspections,
});

/**
 * A failed item becomes a hazard with the risk and owner of its checklist, due by the school's times; unless one
 * that came from this inspection stands there already.
 */
function openHazard(row: Row, world: World) {
  const happened = localDateTime.safeParse(valueAt(row, 'happened'));
  if (!failed(row) || !happened.success) return [];
  const item = checklist(world).find(({ name }) => name === plain(textAt(row, 'item')));
  const isOpen = world.rows('hazards').some((hazard) => valueAt(hazard, 'source') === row.id);
  if (!item || isOpen) return [];
  return [
    {
      part: 'hazard',
      values: {
        reported: happened.data,
        place: item.area,
        what: `${item.name}：${textAt(row, 'found').trim() || '不合格'}`,
        risk: item.risk,
        reporter: textAt(row, 'inspector'),
        ...(item.owner === '' ? {} : { owner: item.owner }),
        due: dueFor(item.risk, happened.data, world),
        state: 'reported',
        source: row.id,
      },
    },
  ];
}
