import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linkCode, typedCode } from '#schema/links/link-code.ts';
import { links } from '#schema/registers/school/links.ts';
import { rowId } from '#schema/values.ts';
import { findings, rowsOf, worldWith } from '../made.ts';

const people = rowsOf(
  { name: '陈志远', post: '后勤主任' },
  { name: '周敏', post: '后勤副主任' },
  { name: '李国强', post: '维修班长', leader: true },
  { name: '王大勇', post: '水电工' },
);
const said = (rule: string, values: Readonly<Record<string, string>>) =>
  findings(links, rule, [{ kind: 'public', ...values }], worldWith({ people })).map(
    ({ says }) => says,
  );

describe('链接', () => {
  test('no-link: a line of which no link can be made', () => {
    expect(said('no-link', { registers: '报修、意见投诉', place: '图书馆' })).toEqual([]);
    expect(said('no-link', { registers: '报销' })).toEqual(['没有“报销”这张表，请核对']);
    expect(said('no-link', { registers: '请假换班' })).toEqual([
      '“请假换班”不能用公开链接填，请改类型',
    ]);
    expect(said('no-link', { registers: '请假换班', kind: 'post' })).toEqual([]);
    expect(said('no-link', { registers: '请假换班', kind: 'kiosk' })).toEqual([
      '“请假换班”不能用公用机链接填，请改类型',
    ]);
    expect(said('no-link', { registers: '报修', kind: 'kiosk' })).toEqual([]);
    expect(said('no-link', { kind: 'personal' })).toEqual(['个人链接请选本人']);
    expect(said('no-link', { registers: '报修', prefill: '紧急程度=紧急' })).toEqual([]);
    expect(said('no-link', { registers: '报修', prefill: '紧急' })).toHaveLength(1);
    expect(said('no-link', { registers: '报修', prefill: `故障情况=${'水'.repeat(65)}` })).toEqual([
      '预填内容最多64字',
    ]);
  });

  test('issuer: only leaders and directors issue one, and nobody asks again of one that was issued', () => {
    for (const issuer of ['陈志远', '周敏', '李国强'])
      expect(said('issuer', { issuer })).toEqual([]);
    for (const values of [{ issuer: '王大勇' }, { issuer: '不认识' }, {}])
      expect(said('issuer', { ...values })).toEqual(['签发人请填班长或主任，填了才有链接']);
    expect(said('issuer', { issued: '2026-11-01T08:00:00' })).toEqual([]);
  });

  test('expired: past its last day, unless it is switched off', () => {
    expect(said('expired', { until: '2026-11-24' })).toEqual([]);
    expect(said('expired', { until: '2026-11-23' })).toEqual(['11月23日已过期，请改日期或停用']);
    expect(said('expired', { until: '2026-11-23', state: 'off' })).toEqual([]);
  });

  test('a code is read back however it is typed', () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        const code = linkCode(rowId.parse(id));
        expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/);
        const typed = ` ${code.slice(0, 4)}-${code.slice(4)} `.toLowerCase();
        expect(typedCode(typed.replaceAll('1', 'l').replaceAll('0', 'o'))).toBe(code);
      }),
    );
  });
});
