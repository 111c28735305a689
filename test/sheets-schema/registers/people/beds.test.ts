import { describe, expect, test } from 'vitest';
import { beds } from '#schema/registers/people/beds.ts';
import { measured, says } from '../../said.ts';

const bed = (more = {}) => ({
  room: '宿舍1号楼 101',
  bed: 1,
  kind: 'student',
  resident: '王子涵',
  klass: '2025级1班',
  head: true,
  ...more,
});

describe('床位', () => {
  test('two in one bed, unless the first has left', () => {
    const next = bed({ resident: '李雨桐', head: false });
    expect(says(beds, 'bed-twice', [bed(), next])).toEqual([
      [1, '这张床已有人住，请改床号或填退宿日期'],
    ]);
    expect(says(beds, 'bed-twice', [bed({ until: '2026-11-02' }), next])).toEqual([]);
    expect(says(beds, 'bed-twice', [bed(), { ...next, bed: 2 }])).toEqual([]);
    expect(says(beds, 'bed-twice', [bed(), { ...next, room: '宿舍1号楼 102' }])).toEqual([]);
  });

  test('one person in two beds; a namesake of another class is another person', () => {
    const other = { bed: 2, head: false };
    expect(says(beds, 'resident-twice', [bed(), bed(other)])).toEqual([
      [1, '已住宿舍1号楼 101，1 号床，请核对'],
    ]);
    expect(says(beds, 'resident-twice', [bed(), bed({ ...other, klass: '2025级2班' })])).toEqual(
      [],
    );
    expect(says(beds, 'resident-twice', [bed({ until: '2026-11-02' }), bed(other)])).toEqual([]);
  });

  test('a student has a class; staff and empty beds need none', () => {
    expect(
      says(beds, 'needed-student', [
        bed({ klass: undefined }),
        bed({ klass: undefined, kind: 'staff' }),
        bed({ klass: undefined, resident: undefined }),
      ]),
    ).toEqual([[0, '学生床位，请补填班级']]);
  });

  test('whoever graduated gives up the bed', () => {
    const others = {
      classes: [{ name: '2023级1班', graduated: '2026-06-30' }, { name: '2025级1班' }],
    };
    const rows = [
      bed(),
      bed({ klass: '2023级1班' }),
      bed({ klass: '2023级1班', until: '2026-06-30' }),
    ];
    expect(says(beds, 'graduated', rows, { others })).toEqual([[1, '该班已毕业，请填退宿日期']]);
  });

  test('a room that is lived in has one head', () => {
    const rows = [
      bed(),
      bed({ room: '宿舍1号楼 102', head: false }),
      bed({ room: '宿舍1号楼 103' }),
      bed({ room: '宿舍1号楼 103', bed: 2, resident: '李雨桐' }),
      bed({ room: '宿舍1号楼 201', head: undefined, resident: undefined }),
    ];
    expect(says(beds, 'head-of-room', rows)).toEqual([
      ['宿舍1号楼 102', '宿舍1号楼 102没有寝室长，请选一人'],
      ['宿舍1号楼 103', '宿舍1号楼 103有 2 个寝室长，请留一人'],
    ]);
  });

  test('beds lived in', () => {
    const rows = [bed(), bed({ resident: undefined }), bed({ until: '2026-11-02' })];
    expect([measured(beds, 'residents', rows), measured(beds, 'occupied', rows)]).toEqual([
      1,
      [1, 2],
    ]);
  });
});
