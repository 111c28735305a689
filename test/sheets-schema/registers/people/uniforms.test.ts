import { describe, expect, test } from 'vitest';
import { uniforms } from '#schema/registers/people/uniforms.ts';
import { measured, says } from '../../said.ts';

const people = [
  { name: '韩卫东', team: '保安', joined: '2020-01-01' },
  { name: '新保安', team: '保安', joined: '2026-11-10' },
  { name: '周敏', team: '后勤处', joined: '2020-01-01' },
  { name: '钱守义', team: '维修班', joined: '2020-01-01', left: '2026-10-30' },
];
const others = { people };
const clothes = (person: string, more = {}) => ({
  given: '2026-10-08',
  person,
  what: 'winter',
  quantity: 1,
  ...more,
});

describe('工作服', () => {
  test('whoever left gives it back', () => {
    expect(
      says(
        uniforms,
        'given-back',
        [clothes('钱守义'), clothes('钱守义', { returned: '2026-10-30' }), clothes('韩卫东')],
        { others },
      ),
    ).toEqual([[0, '10月30日已离岗，请收回或写明去向']]);
  });

  test('the same again within a year, in whatever order the rows stand', () => {
    const again = (given: string, more = {}) =>
      says(uniforms, 'too-soon', [
        clothes('韩卫东', { given, ...more }),
        clothes('韩卫东', { given: '2025-11-24' }),
      ]);
    expect(again('2026-11-23')).toEqual([[0, '11月24日刚发过同样的，请核对']]);
    expect(again('2026-11-24')).toEqual([]);
    expect(again('2026-11-23', { what: 'rain' })).toEqual([]);
  });

  test('a team that wears them: everybody has some within a fortnight of joining', () => {
    expect(says(uniforms, 'without-any', [], { others })).toEqual([
      ['韩卫东', '韩卫东还没领工作服，请补发'],
    ]);
    expect(
      says(uniforms, 'without-any', [clothes('韩卫东')], { others, now: '2026-11-25T09:00:00' }),
    ).toEqual([['新保安', '新保安还没领工作服，请补发']]);
  });

  test('given in the period, and pieces still out', () => {
    const rows = [
      clothes('韩卫东', { given: '2026-11-02', quantity: 2 }),
      clothes('周敏', { returned: '2026-11-05' }),
    ];
    expect([measured(uniforms, 'given', rows), measured(uniforms, 'out', rows)]).toEqual([1, 2]);
  });
});
