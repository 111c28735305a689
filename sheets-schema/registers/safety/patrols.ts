import { calledPoints } from '../../calculations/patrol-rounds.ts';
import { choice, moment, photo, reference, text } from '../../columns.ts';
import { demoPatrols } from '../../demo/patrols.ts';
import { count } from '../../figures/count.ts';
import { splitBy } from '../../figures/split-by.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { type PatrolPoint, pointsSeen, unforetold } from '../../rules/patrolled.ts';
import { inDays, isHours } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { dayOf } from '../../values.ts';

const findings = {
  normal: { zh: '正常', en: 'Normal' },
  unlocked: { zh: '门窗未锁', en: 'Unlocked' },
  stranger: { zh: '陌生人', en: 'A stranger' },
  illegalBuilding: { zh: '违章搭建', en: 'Unauthorised building' },
  noPass: { zh: '施工人员无证', en: 'A contractor without a pass' },
  hazard: { zh: '隐患', en: 'A hazard' },
};

const columns = {
  seen: moment({ zh: '巡到时间', en: 'Seen' }, { required: true, stamped: true }),
  point: reference('patrolPoints', { zh: '巡逻点', en: 'Point' }, { required: true }),
  guard: reference('people', { zh: '巡逻人', en: 'Guard' }, { required: true }),
  state: choice({ zh: '情况', en: 'State' }, findings, { required: true }),
  found: text({ zh: '发现和处理', en: 'Found and done' }, { long: true }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const isUnusual = (row: Row): boolean => !['', 'normal'].includes(textAt(row, 'state'));

function points(world: World): readonly PatrolPoint[] {
  return world
    .rows('patrolPoints')
    .filter((row) => valueAt(row, 'stopped') !== true)
    .map((row) => ({ name: plain(textAt(row, 'name')), times: numberAt(row, 'times') ?? 1 }));
}

/** 巡逻 Patrols (C6c; R3): points seen when guards are called, at times that cannot be foretold; what was found. */
export const patrols = defineRegister({
  key: 'patrols',
  title: { zh: '巡逻', en: 'Patrols' },
  purpose: {
    zh: '叫到就去巡，巡到一个点扫一次码',
    en: 'Go when called, and scan at each point',
  },
  workbook: 'service',
  columns,
  happened: 'seen',
  looksBack: 10,
  form: {
    audience: 'staff',
    intro: { zh: '到点扫码，选情况。', en: 'Scan at the point, say how it is.' },
    asks: ['point', 'guard', 'state', 'found', 'photo'],
    example: { point: '东门内侧', guard: '邓立军', state: 'normal' },
  },
  calls: {
    now: (world, secret) => {
      const today = dayOf(world.now);
      return calledPoints({
        points: points(world),
        visits: world.rows('patrols').filter((row) => textAt(row, 'seen').startsWith(today)),
        happened: 'seen',
        point: 'point',
        hours: world.settings.text('patrols.watch'),
        now: world.now,
        secret,
      }).map(({ point, since }) => ({
        since,
        what: { zh: point, en: point },
        fills: { point },
      }));
    },
  },
  rules: [
    pointsSeen({
      happened: 'seen',
      point: 'point',
      points,
      lookBack: (world) => world.settings.number('patrols.lookBackDays'),
    }),
    unforetold({
      happened: 'seen',
      point: 'point',
      days: (world) => world.settings.number('patrols.sameTimeDays'),
      minutes: (world) => world.settings.number('patrols.sameTimeMinutes'),
    }),
    needed({
      key: 'unusual',
      columns: ['found'],
      reads: ['state'],
      when: isUnusual,
      because: { zh: '有情况', en: 'Something was found' },
    }),
  ],
  settings: {
    watch: {
      kind: 'text',
      title: { zh: '抽巡逻时间的时段', en: 'Patrols are called between' },
      default: '19:00-23:00',
      accepts: isHours,
      source: 'R3 不定期巡逻',
    },
    lookBackDays: inDays(
      { zh: '漏巡往回查', en: 'Look back for points not seen' },
      3,
      'R3 不定期巡逻',
    ),
    sameTimeDays: inDays(
      { zh: '连续几天同一时间要错开', en: 'Same time so many days' },
      5,
      'R3 不定期巡逻',
    ),
    sameTimeMinutes: {
      kind: 'number',
      title: { zh: '相差几分钟内算同一时间', en: 'Same time within' },
      unit: { zh: '分钟', en: 'min' },
      default: 10,
      source: '惯例',
    },
  },
  figures: {
    visits: count({
      title: { zh: '巡逻', en: 'Patrol visits' },
      unit: { zh: '点次', en: 'visits' },
      counts: { zh: '期内的巡逻登记', en: 'Visits of the period' },
      happened: 'seen',
    }),
    unusual: count({
      title: { zh: '巡逻发现情况', en: 'Found on patrol' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内情况不是“正常”的', en: 'Visits at which something was found' },
      happened: 'seen',
      where: isUnusual,
    }),
  },
  breakdowns: {
    byState: splitBy({
      title: { zh: '巡逻发现的情况', en: 'Found on patrol' },
      unit: { zh: '次', en: 'times' },
      happened: 'seen',
      where: isUnusual,
      names: () => (row) =>
        Object.entries(findings).find(([key]) => key === textAt(row, 'state'))?.[1].zh ?? '',
    }),
  },
  report: { section: 'safety', sentences: ['巡逻{visits|compared}，发现情况{unusual}。'] },
  demo: demoPatrols,
});
