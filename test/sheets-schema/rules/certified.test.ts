import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Columns } from '#schema/columns.ts';
import { certificates } from '#schema/registers/people/certificates.ts';
import type { Values } from '#schema/row.ts';
import { certificatesAtWork, latestCertificates } from '#schema/rules/certified.ts';
import { rowsOf, ruleOf, worldWith } from '../made.ts';
import { testLaws } from './laws.ts';
import { told, whereTold } from './told.ts';

const cook = { name: '张桂兰', team: '食堂', post: '面点' };
const people = [
  cook,
  { name: '刘海峰', team: '维修班', post: '电工' },
  { name: '韩卫东', team: '保安', post: '门卫' },
  { name: '任永强', team: '司机' },
  { name: '李国强', team: '维修班', post: '瓦工' },
];
const certificate = (person: string, kind: string, until?: string) => ({ person, kind, until });
const lacking = (rows: readonly Values<Columns>[], staff: readonly object[] = people) =>
  told(certificates, 'without-one', rows, {
    others: { people: staff.map((one) => ({ ...one })) },
  });

describe('a post that asks for a certificate', () => {
  test('has one: health in the canteen, driving, guard, electrician; others need none', () => {
    expect(lacking([])).toEqual([
      ['张桂兰 health', undefined, 'must', '张桂兰没有健康证明登记，请补'],
      ['刘海峰 electrician', undefined, 'must', '刘海峰没有电工作业证登记，请补'],
      ['韩卫东 guard', undefined, 'must', '韩卫东没有保安员证登记，请补'],
      ['任永强 driver', undefined, 'must', '任永强没有驾驶证登记，请补'],
    ]);
  });

  test('by post as well as by team', () => {
    expect(whereTold(lacking([], [{ name: '王', team: '后勤处', post: '食堂' }]))).toEqual([
      '王 health',
    ]);
    expect(lacking([], [{ name: '王', team: '后勤处', post: '管理员' }])).toEqual([]);
    expect(lacking([], [{ name: '王' }])).toEqual([]);
  });

  test('is content with one that has ended; that is another rule', () => {
    expect(lacking([certificate('张桂兰', 'health', '2020-01-01')], [cook])).toEqual([]);
    expect(lacking([certificate(' 张桂兰', 'health')], [cook])).toEqual([]);
  });

  test('is not content with another kind, or with somebody else’s', () => {
    expect(lacking([certificate('张桂兰', 'other')], [cook])).toHaveLength(1);
    expect(lacking([certificate('刘海峰', 'health')], [cook])).toHaveLength(1);
  });

  test('from the first day at work to the last', () => {
    const on = (dates: object) => lacking([], [{ ...cook, ...dates }]).length;
    expect([on({ joined: '2026-11-24' }), on({ joined: '2026-11-25' })]).toEqual([1, 0]);
    expect([on({ left: '2026-11-24' }), on({ left: '2026-11-23' })]).toEqual([1, 0]);
  });
});

const expiring = (rows: readonly Values<Columns>[], staff: readonly object[] = [cook]) =>
  told(certificates, 'expiry-until', rows, {
    others: { people: staff.map((one) => ({ ...one })) },
  });

describe('a certificate is renewed', () => {
  const until = (day: string) => expiring([certificate('张桂兰', 'health', day)]);

  test('is a must from the day after its last, and a look from thirty days before it', () => {
    expect(until('2026-11-23')).toEqual([
      [0, 'until', 'must', '11月23日已过期，请换证，换好前不上岗'],
    ]);
    expect(until('2026-11-24')).toEqual([[0, 'until', 'look', '今天到期，请马上换证']]);
    expect(until('2026-11-25')).toEqual([[0, 'until', 'look', '11月25日到期，还有1天，请换证']]);
    expect(until('2026-12-24')).toEqual([[0, 'until', 'look', '12月24日到期，还有30天，请换证']]);
    expect(until('2026-12-25')).toEqual([]);
  });

  test('by the one that holds longest, whichever was entered last', () => {
    const old = certificate('张桂兰', 'health', '2026-09-01');
    const renewed = certificate('张桂兰', 'health', '2027-09-01');
    expect(expiring([old, renewed])).toEqual([]);
    expect(expiring([renewed, old])).toEqual([]);
    expect(whereTold(expiring([old, old]))).toEqual([1]);
    expect(whereTold(expiring([old, certificate('张桂兰', 'driver', '2026-09-02')]))).toEqual([
      0, 1,
    ]);
  });

  test('not by somebody who has left, nor by a stranger; by all while there is no staff list', () => {
    const gone = certificate('钱守义', 'electrician', '2026-09-01');
    expect(expiring([gone])).toEqual([]);
    expect(expiring([gone], [{ name: '钱守义', left: '2026-11-23' }, cook])).toEqual([]);
    expect(expiring([gone], [{ name: '钱守义', left: '2026-11-24' }])).toHaveLength(1);
    expect(expiring([gone], [])).toHaveLength(1);
  });

  test('one without an end is renewed by nobody, and hides no other', () => {
    const rows = rowsOf(certificate('张桂兰', 'health'), certificate('张桂兰', 'driver'));
    expect(latestCertificates(rows)).toEqual([]);
    expect(certificatesAtWork(rows, worldWith({ people: rowsOf(cook) }))).toEqual([]);
    const mixed = rowsOf(
      certificate('张桂兰', 'health', '2027-09-01'),
      certificate('张桂兰', 'health'),
    );
    expect(latestCertificates(mixed)).toEqual(mixed.slice(0, 1));
  });

  test('reads the staff list', () => {
    expect(ruleOf(certificates, 'expiry-until').reads).toEqual(['people']);
  });
});

const world = worldWith({ people: rowsOf(...people) });
const anyCertificate = fc.record({
  person: fc.constantFrom('张桂兰', '刘海峰'),
  kind: fc.constantFrom('health', 'electrician'),
  until: fc.constantFrom('2026-09-01', '2026-11-24', '2026-12-01', '2027-09-01', undefined),
});

testLaws({
  rule: ruleOf(certificates, 'expiry-until'),
  register: certificates,
  rows: fc.array(anyCertificate, { maxLength: 4 }),
  unrelated: anyCertificate.map((one) => ({ ...one, person: '韩卫东' })),
  world,
});

testLaws({
  rule: ruleOf(certificates, 'without-one'),
  register: certificates,
  rows: fc
    .subarray(['张桂兰 health', '刘海峰 electrician', '韩卫东 guard', '任永强 driver'], {
      minLength: 3,
    })
    .map((held) =>
      held.map((one) => certificate(one.split(' ')[0] ?? '', one.split(' ')[1] ?? '')),
    ),
  unrelated: fc.constantFrom(certificate('李国强', 'other'), {}),
  world,
});
