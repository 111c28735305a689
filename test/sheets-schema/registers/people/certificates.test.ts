import { describe, expect, test } from 'vitest';
import { certificates } from '#schema/registers/people/certificates.ts';
import { measured, planned, says } from '../../said.ts';

const people = [
  { name: '张桂兰', team: '食堂', post: '食堂班长', joined: '2020-01-01' },
  { name: '刘海峰', team: '维修班', post: '电工', joined: '2020-01-01' },
  { name: '李国强', team: '维修班', post: '维修班长', joined: '2020-01-01' },
  { name: '钱守义', team: '维修班', post: '水电工', joined: '2020-01-01', left: '2026-10-30' },
];
const others = { people };
const certificate = (person: string, kind: string, until: string) => ({ person, kind, until });

describe('证件证书', () => {
  test('a post that asks for a certificate has one, by team or by position', () => {
    expect(says(certificates, 'without-one', [], { others })).toEqual([
      ['张桂兰 health', '张桂兰没有健康证明登记，请补'],
      ['刘海峰 electrician', '刘海峰没有电工作业证登记，请补'],
    ]);
    expect(
      says(
        certificates,
        'without-one',
        [
          certificate('张桂兰', 'health', '2026-01-01'),
          certificate('刘海峰', 'electrician', '2027-01-01'),
        ],
        { others },
      ),
    ).toEqual([]);
  });

  test('expired from the day after, soon from thirty days ahead', () => {
    const until = (day: string) => [certificate('张桂兰', 'health', day)];
    expect(says(certificates, 'expiry-until', until('2026-11-23'), { others })).toEqual([
      [0, '11月23日已过期，请换证，换好前不上岗'],
    ]);
    expect(says(certificates, 'expiry-until', until('2026-11-24'), { others })).toEqual([
      [0, '今天到期，请马上换证'],
    ]);
    expect(says(certificates, 'expiry-until', until('2026-12-24'), { others })).toHaveLength(1);
    expect(says(certificates, 'expiry-until', until('2026-12-25'), { others })).toEqual([]);
  });

  test('one that was renewed does not expire, nor that of somebody who has left', () => {
    expect(
      says(
        certificates,
        'expiry-until',
        [
          certificate('张桂兰', 'health', '2027-09-01'),
          certificate('张桂兰', 'health', '2026-09-01'),
          certificate('钱守义', 'electrician', '2026-09-01'),
        ],
        { others },
      ),
    ).toEqual([]);
  });

  test('the same certificate twice, and one that ends before it began', () => {
    const one = certificate('张桂兰', 'health', '2027-09-01');
    expect(says(certificates, 'unique-person-kind-until', [one, one])).toEqual([
      [1, '张桂兰同一证件写了两行，请删一行'],
    ]);
    expect(
      says(certificates, 'in-order-issued-until', [{ ...one, issued: '2027-09-02' }]),
    ).toHaveLength(1);
  });

  test('of those who need one, those with a valid one', () => {
    const rows = [
      certificate('张桂兰', 'health', '2026-11-29'),
      certificate('刘海峰', 'electrician', '2026-11-30'),
    ];
    expect(measured(certificates, 'certified', rows, { others })).toEqual([1, 2]);
    expect(measured(certificates, 'valid', rows, { others })).toEqual([2, 2]);
  });

  test('in the plan when it ends by the end of the month, ★ when it has ended', () => {
    const rows = [
      certificate('张桂兰', 'health', '2026-12-31'),
      certificate('刘海峰', 'electrician', '2026-11-02'),
      certificate('李国强', 'electrician', '2027-01-01'),
    ];
    expect(planned(certificates, rows, { others })).toEqual([
      ['换证：张桂兰 健康证明', '张桂兰', '2026-12-31'],
      ['换证：刘海峰 电工作业证', '刘海峰', '2026-12-01'],
    ]);
  });
});
