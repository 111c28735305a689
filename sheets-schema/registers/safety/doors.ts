import { choice, moment, photo, quantity, reference, text } from '../../columns.ts';
import { demoDoors } from '../../demo/doors.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { repeated } from '../../rules/repeated.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { clip, monthAndDay } from '../../wording.ts';

const states = {
  fine: { zh: '有人且按时落锁', en: 'Manned and locked' },
  unmanned: { zh: '无人在岗', en: 'Unmanned' },
  unlocked: { zh: '没落锁', en: 'Unlocked' },
  both: { zh: '无人又没落锁', en: 'Unmanned and unlocked' },
  notRegistered: { zh: '来人没登记', en: 'Somebody let in without being entered' },
};

const columns = {
  checked: moment({ zh: '检查时间', en: 'Checked' }, { required: true, stamped: true }),
  gate: reference('places', { zh: '门岗', en: 'Gate' }, { required: true }),
  state: choice({ zh: '情况', en: 'State' }, states, { required: true }),
  minutes: quantity({ zh: '持续', en: 'For' }, { unit: { zh: '分钟', en: 'min' }, min: 0 }),
  onDuty: reference('people', { zh: '当班人', en: 'On duty' }),
  checkedBy: reference('people', { zh: '检查人', en: 'Checked by' }, { required: true }),
  why: text(
    { zh: '原因', en: 'Why' },
    { help: { zh: '去哪了、为什么', en: 'Where they were, and why' } },
  ),
  handled: text(
    { zh: '处理', en: 'Handled' },
    { long: true, help: { zh: '当场怎样、以后怎样', en: 'At once, and from now on' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const isLapse = (row: Row): boolean => !['', 'fine'].includes(textAt(row, 'state'));

/** The hour in which a row happened, as people say it. */
function hourOf(row: Row): string {
  const hour = textAt(row, 'checked').slice(11, 13);
  return hour === '' ? '' : `${Number(hour)}点`;
}

/**
 * 门岗检查 Doors (C7; R2, R5): a gate is never unmanned and is locked after pick-up time (下午离园后多次无人在岗而未落锁).
 * Each lapse is a finding until it is handled; the time of day at which they happen is a chart of the report.
 */
export const doors = defineRegister({
  key: 'doors',
  title: { zh: '门岗检查', en: 'Doors' },
  purpose: {
    zh: '门口有没有人、锁没锁，随时抽查',
    en: 'Whether gates are manned and locked, looked at from time to time',
  },
  workbook: 'service',
  columns,
  happened: 'checked',
  looksBack: 31,
  form: {
    audience: 'staff',
    intro: { zh: '到门口看一眼，选情况。', en: 'Look at the gate and say how it is.' },
    asks: ['gate', 'state', 'minutes', 'onDuty', 'checkedBy', 'why', 'handled', 'photo'],
    example: { gate: '东门', state: 'fine', onDuty: '曹德明', checkedBy: '郑文博' },
  },
  rules: [
    rowRule<typeof columns>({
      key: 'lapse',
      columns: ['checked', 'gate', 'state', 'handled'],
      catches: { zh: '无人在岗或没落锁，还没处理', en: 'Unmanned or unlocked, and not handled' },
      finds: (row) => {
        if (!isLapse(row) || textAt(row, 'handled') !== '' || textAt(row, 'checked') === '')
          return undefined;
        const state = Object.entries(states).find(([key]) => key === textAt(row, 'state'))?.[1];
        return {
          column: 'handled',
          severity: 'must',
          message: {
            zh: `${monthAndDay(textAt(row, 'checked'))}${hourOf(row)}${state?.zh ?? ''}，请处理`,
            en: `${textAt(row, 'checked').slice(0, 16)}: ${state?.en ?? ''}, to be handled`,
          },
        };
      },
    }),
    needed({
      key: 'lapse',
      columns: ['onDuty', 'why'],
      reads: ['state'],
      when: isLapse,
      because: { zh: '门岗失守', en: 'A lapse' },
    }),
    repeated({
      key: 'same-hour',
      happened: 'checked',
      columns: ['state', 'gate'],
      same: (row) =>
        isLapse(row) && hourOf(row) !== '' ? `${plain(textAt(row, 'gate'))} ${hourOf(row)}` : '',
      times: (world) => world.settings.number('doors.sameHourTimes'),
      days: (world) => world.settings.number('doors.sameHourDays'),
      message: (row, times, days) => ({
        zh: `${clip(textAt(row, 'gate'), 6)}${hourOf(row)}前后${days}天内 ${times} 次，请加人`,
        en: `${textAt(row, 'gate')} about ${hourOf(row)}: ${times} times in ${days} days, add somebody`,
      }),
    }),
  ],
  settings: {
    sameHourTimes: {
      kind: 'number',
      title: { zh: '同一时段几次要加人', en: 'Lapses in one hour of the day' },
      unit: { zh: '次', en: 'times' },
      default: 3,
      source: 'R2 下午离园后时段放松',
    },
    sameHourDays: inDays({ zh: '同一时段看多少天', en: 'Looked at over' }, 30, '惯例'),
  },
  figures: {
    checks: count({
      title: { zh: '门岗检查', en: 'Gate checks' },
      unit: { zh: '次', en: 'checks' },
      counts: { zh: '期内的门岗检查', en: 'Checks of the period' },
      happened: 'checked',
    }),
    lapses: count({
      title: { zh: '门岗失守', en: 'Lapses' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内检查中无人、没锁或没登记的', en: 'Unmanned, unlocked or unregistered' },
      better: 'lower',
      target: 0,
      happened: 'checked',
      where: isLapse,
    }),
    manned: share({
      title: { zh: '门岗在岗落锁率', en: 'Manned and locked' },
      counts: { zh: '期内检查中有人且按时落锁的', en: 'Of the checks, manned and locked' },
      happened: 'checked',
      where: (row) => valueAt(row, 'state') === 'fine',
      target: 100,
    }),
  },
  breakdowns: {
    byHour: splitBy({
      title: { zh: '失守的时段', en: 'Lapses by hour' },
      unit: { zh: '次', en: 'times' },
      happened: 'checked',
      where: isLapse,
      names: () => hourOf,
    }),
  },
  report: {
    section: 'gate',
    sentences: ['检查门岗{checks|compared}，失守{lapses}，在岗落锁率{manned}。'],
    indicators: ['manned'],
    shortcomings: {
      manned: {
        says: '门岗有时无人或没有落锁',
        effect: '外来人员可以随意进入校园',
        measure: '放学后时段双人在岗，每天抽查两次',
      },
    },
  },
  demo: demoDoors,
});
