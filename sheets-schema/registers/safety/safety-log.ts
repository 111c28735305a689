import type { Recurring } from '../../calculations/cadence.ts';
import { choice, date, photo, reference, text } from '../../columns.ts';
import { demoSafetyLog } from '../../demo/safety-log.ts';
import { count } from '../../figures/count.ts';
import { kept } from '../../figures/kept.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { cadence } from '../../rules/cadence.ts';
import { copied } from '../../rules/copied.ts';
import { needed } from '../../rules/needed.ts';
import { nothingSkipped } from '../../rules/nothing-skipped.ts';
import { reallyPassedOn } from '../../rules/passed-on.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const state = {
  fine: { zh: '正常', en: 'Fine' },
  problem: { zh: '有问题', en: 'A problem' },
  mended: { zh: '当场修好', en: 'Mended on the spot' },
};

/** What the safety officer looks at each day. */
const items = {
  exits: choice({ zh: '消防通道', en: 'Fire exits' }, state),
  extinguishers: choice({ zh: '灭火器', en: 'Extinguishers' }, state),
  electricity: choice({ zh: '用电', en: 'Electricity' }, state),
  gas: choice({ zh: '燃气', en: 'Gas' }, state),
  doors: choice({ zh: '门岗门锁', en: 'Gates and locks' }, state),
  stairs: choice({ zh: '楼梯栏杆', en: 'Stairs and railings' }, state),
  grounds: choice({ zh: '操场器材', en: 'Grounds and apparatus' }, state),
  buildings: choice({ zh: '门窗玻璃', en: 'Doors, windows, glass' }, state),
};

type Item = keyof typeof items;
const itemNames: readonly Item[] = [
  'exits',
  'extinguishers',
  'electricity',
  'gas',
  'doors',
  'stairs',
  'grounds',
  'buildings',
];

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    { daily: { zh: '每日', en: 'Daily' }, extra: { zh: '加查', en: 'Extra' } },
    { required: true },
  ),
  officer: reference('people', { zh: '安全员', en: 'Safety officer' }, { required: true }),
  ...items,
  found: text({ zh: '问题和处理', en: 'Found and done' }, { long: true }),
  passedOn: choice(
    { zh: '转到', en: 'Passed on to' },
    {
      hazards: { zh: '隐患整改', en: 'Hazards' },
      repairs: { zh: '报修', en: 'Repairs' },
      nobody: { zh: '不用转', en: 'Nobody' },
    },
    { help: { zh: '有问题没当场修好的，报到哪里', en: 'Where it was reported' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const hasProblem = (row: Row): boolean =>
  itemNames.some((item) => valueAt(row, item) === 'problem');
const isClear = (row: Row): boolean => itemNames.every((item) => valueAt(row, item) === 'fine');

const daily = (world: World): readonly Recurring[] => [
  { name: 'daily', cadence: 'daily', owner: world.settings.text('safetyLog.officer') },
];

/**
 * 每日安全检修台帐 Daily safety log (C2; R2): every school day, by the safety officer, every item. The lapse that let a
 * child be hurt was a log that faded (巡查松懈), so a day without entry, an item skipped and a list copied are findings.
 */
export const safetyLog = defineRegister({
  key: 'safetyLog',
  title: { zh: '每日安全台帐', en: 'Daily safety log' },
  purpose: {
    zh: '安全员每天逐项查一遍，一天不缺',
    en: 'The safety officer looks at every item each day, and leaves no day out',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  looksBack: 21,
  form: {
    audience: 'staff',
    intro: {
      zh: '每项都要点；有问题写清哪里、报到哪里。',
      en: 'Touch every item; say where a problem is.',
    },
    asks: ['day', 'kind', 'officer', ...itemNames, 'found', 'passedOn', 'photo'],
    example: {
      day: localDate.parse('2026-11-24'),
      kind: 'extra',
      officer: '郑文博',
      exits: 'fine',
      extinguishers: 'fine',
      electricity: 'mended',
      gas: 'fine',
      doors: 'fine',
      stairs: 'fine',
      grounds: 'fine',
      buildings: 'fine',
      found: '教学楼二楼走廊插座松动，已拧紧',
    },
  },
  rules: [
    cadence({
      happened: 'day',
      of: 'kind',
      reads: ['calendar'],
      due: daily,
      lookBack: (world) => world.settings.number('safetyLog.lookBackDays'),
      message: ([{ span }]) => ({
        zh: `${monthAndDay(span.from)}没有安全台帐，请补查补记`,
        en: `No safety log on ${span.from}`,
      }),
    }),
    nothingSkipped({ happened: 'day', items: itemNames }),
    unique({
      columns: ['day', 'kind', 'officer'],
      message: () => ({
        zh: '这天的台帐记了两次，请删一行',
        en: 'That day stands twice: delete one',
      }),
    }),
    copied({
      happened: 'day',
      by: 'officer',
      at: 'kind',
      clear: isClear,
      days: (world) => world.settings.number('safetyLog.copiedDays'),
      message: (name, days) => ({
        zh: `${clip(name, 4)}连续${days}天全部正常，请抽查核对`,
        en: `${name}: all fine ${days} days running: look again`,
      }),
    }),
    needed({
      key: 'problem',
      columns: ['found', 'passedOn'],
      reads: itemNames,
      when: hasProblem,
      because: { zh: '有问题', en: 'A problem' },
    }),
    reallyPassedOn,
  ],
  settings: {
    lookBackDays: inDays(
      { zh: '缺记往回查', en: 'Look back for days left out' },
      14,
      'R2 每日安全检修台帐',
    ),
    copiedDays: inDays(
      { zh: '连续全部正常几天要抽查', en: 'All fine so many days' },
      10,
      'R2 巡查松懈',
    ),
    officer: {
      kind: 'text',
      title: { zh: '安全员', en: 'Safety officer' },
      default: '安全员',
      source: 'R2 安全负责专员',
    },
  },
  figures: {
    days: count({
      title: { zh: '安全台帐', en: 'Safety log' },
      unit: { zh: '天', en: 'days' },
      counts: { zh: '期内的每日台帐', en: 'Daily entries of the period' },
      happened: 'day',
      where: (row) => valueAt(row, 'kind') === 'daily',
    }),
    kept: kept({
      title: { zh: '安全台帐完整率', en: 'Days with a safety log' },
      counts: { zh: '期内上课日中有台帐的', en: 'Of the school days of the period, with an entry' },
      happened: 'day',
      of: 'kind',
      due: daily,
      target: 100,
    }),
    whole: share({
      title: { zh: '台帐无漏项率', en: 'Entries without a gap' },
      counts: { zh: '期内台帐中每项都查了的', en: 'Of the entries, with every item' },
      happened: 'day',
      where: (row) => itemNames.every((item) => textAt(row, item) !== ''),
      target: 100,
    }),
    problems: count({
      title: { zh: '台帐查出问题', en: 'Days with a problem' },
      unit: { zh: '天', en: 'days' },
      counts: { zh: '期内有问题没当场修好的', en: 'With a problem not mended on the spot' },
      happened: 'day',
      where: hasProblem,
    }),
  },
  report: {
    section: 'safety',
    sentences: [
      '记每日安全台帐{days|compared}，完整率{kept}，无漏项率{whole}，查出问题{problems}。',
    ],
    indicators: ['kept'],
    shortcomings: {
      kept: {
        says: '每日安全台帐有缺记',
        effect: '当天的隐患不能及时发现',
        measure: '放学前查当天台帐，安全员外出由代理人记',
      },
    },
  },
  print: {
    signatures: [
      { zh: '安全员', en: 'Safety officer' },
      { zh: '后勤主任', en: 'Director' },
    ],
  },
  demo: demoSafetyLog,
});
