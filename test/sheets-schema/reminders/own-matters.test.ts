import { describe, expect, it } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { foodSamples } from '#schema/registers/canteen/food-samples.ts';
import { teams } from '#schema/registers/people/teams.ts';
import { planTasks } from '#schema/registers/plan/plan-tasks.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { teamOf, unlistedIn } from '#schema/reminders/looks-after.ts';
import { openMatters } from '#schema/reminders/matters.ts';
import { ownMatters } from '#schema/reminders/own-matters.ts';
import type { Values } from '#schema/row.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const person = (name: string, team: string, post: string, more: Values<Columns> = {}) => ({
  name,
  team,
  post,
  joined: '2020-01-01',
  ...more,
});
const staff = [
  person('陈志远', '后勤处', '后勤主任', { leader: true }),
  person('周敏', '后勤处', '后勤副主任'),
  person('李国强', '维修班', '维修班长', { leader: true }),
  person('王大勇', '维修班', '水电工'),
  person('钱守义', '维修班', '水电工', { left: '2026-11-01' }),
];
const teamRows = rowsOf(
  { name: '后勤处', looksAfter: '服务与安全、人员与计划' },
  { name: '维修班', looksAfter: '报修' },
);

/** Who is told of repairs or planned work, and why. */
function told(
  rows: { readonly repairs?: Values<Columns>; readonly planTasks?: Values<Columns> },
  now = '2026-11-24T07:00:00',
  settings: readonly Values<Columns>[] = [{ key: 'director', value: '陈志远' }],
) {
  const world = worldWith(
    {
      people: rowsOf(...staff),
      teams: teamRows,
      settings: rowsOf(...settings),
      repairs: rowsOf(...(rows.repairs ? [rows.repairs] : [])),
      planTasks: rowsOf(...(rows.planTasks ? [rows.planTasks] : [])),
    },
    { now },
  );
  const matters = openMatters([repairs, planTasks], world);
  return ownMatters(matters, world).map(({ person: { name }, matters: own }) => [
    name,
    ...own.map(({ told: why, urgency }) => `${why} ${urgency}`),
  ]);
}

const repair = {
  reported: '2026-11-23T12:00:00',
  place: '教学楼 A201',
  fault: '灯不亮',
  scale: 'minor',
  state: 'working',
  worker: '王大勇',
};

describe('who is told of an open matter', () => {
  it('whoever its row names, and the leader of the team that answers for it', () => {
    expect(told({ repairs: repair })).toEqual([
      ['李国强', 'team today'],
      ['王大勇', 'own today'],
    ]);
  });

  it('the leader alone when it names nobody', () => {
    expect(told({ repairs: { ...repair, worker: undefined } })).toEqual([['李国强', 'team today']]);
  });

  it('the leader, when whoever it names has left', () => {
    expect(told({ repairs: { ...repair, worker: '钱守义' } })).toEqual([['李国强', 'team must']]);
  });

  it('the deputy director from the moment of its promise on', () => {
    expect(told({ repairs: repair }, '2026-11-24T11:59:00').map(([name]) => name)).not.toContain(
      '周敏',
    );
    expect(told({ repairs: repair }, '2026-11-24T12:01:00')).toEqual([
      ['周敏', 'above late'],
      ['李国强', 'team late'],
      ['王大勇', 'own late'],
    ]);
  });

  it('the director after the hours of 设置, a day unless they say otherwise', () => {
    const late = '2026-11-24T16:00:00';
    expect(told({ repairs: repair }, late).map(([name]) => name)).not.toContain('陈志远');
    const sooner = [
      { key: 'director', value: '陈志远' },
      { key: 'reminders.directorHours', value: '4' },
    ];
    expect(told({ repairs: repair }, late, sooner).map(([name]) => name)).toContain('陈志远');
    expect(told({ repairs: repair }, '2026-11-25T12:00:00').map(([name]) => name)).toContain(
      '陈志远',
    );
  });

  it('whoever holds the position that planned work names', () => {
    const task = {
      month: '2026年11月',
      group: 'repairs',
      what: '检修路灯',
      standard: '全亮',
      owner: '后勤副主任',
      due: '2026-11-24',
      state: 'planned',
    };
    expect(told({ planTasks: task })).toEqual([
      ['陈志远', 'team today'],
      ['周敏', 'own today'],
    ]);
    expect(told({ planTasks: { ...task, state: 'done', doneOn: '2026-11-23' } })).toEqual([]);
  });
});

describe('the team that looks after a register', () => {
  const world = worldWith({ teams: teamRows });

  it('is the one that names it, before the one that names its workbook', () => {
    expect(teamOf(repairs, world)).toBe('维修班');
    expect(teamOf(planTasks, world)).toBe('后勤处');
    expect(teamOf(foodSamples, world)).toBeUndefined();
  });

  it('names only what there is', () => {
    expect(unlistedIn('报修、食堂，菜谱', world)).toEqual([]);
    expect(unlistedIn('报修、修理', world)).toEqual(['修理']);
    const said = (looksAfter: string) =>
      findings(teams, 'looks-after', [{ name: '维修班', looksAfter }]).map(({ says }) => says);
    expect(said('报修、维修配件')).toEqual([]);
    expect(said('修理')).toEqual(['没有“修理”这张表，请核对名称']);
  });
});
