import { beforeAll, describe, expect, it } from 'vitest';
import { openSchoolInUse, type SchoolInUse } from './school-in-use.ts';

describe('a setting that is changed', () => {
  let school: SchoolInUse;

  /** Settings that say they were changed. */
  const changed = async () =>
    (await school.staff.see('settings')).rows.flatMap(({ 设置, 改动时间 }) =>
      改动时间 === '' ? [] : [设置],
    );
  const row = async (name: string) => (await school.setting(name)).row;

  beforeAll(async () => {
    school = await openSchoolInUse({ students: '620' });
    await school.look();
  });

  it('is none while it has the value that it began with, blank or not', async () => {
    expect(await changed()).toEqual([]);
  });

  it('says what it was before and since when; what staff typed stands as they typed it', async () => {
    await school.set('学生人数', ' 640 ');
    await school.look();
    expect(await row('学生人数')).toMatchObject({ 值: ' 640 ', 上次的值: '620' });
    expect((await row('学生人数'))?.改动时间).toMatch(/^2026-11-24/);
    expect(await changed()).toEqual(['学生人数']);
  });

  it('was by default when it was blank, and is again when it is emptied', async () => {
    await school.set('工作口号', '后勤先行');
    await school.look();
    expect((await row('工作口号'))?.上次的值).toBe('（默认）');
    await school.set('工作口号', '');
    await school.look();
    expect((await row('工作口号'))?.上次的值).toBe('后勤先行');
  });

  it('is entered once: the next look writes nothing', async () => {
    await school.look();
    expect(await school.look()).toMatchObject({ writes: 0 });
  });

  it('keeps its entry with its own line when staff sort while it is written', async () => {
    await school.set('部门名称', '总务处');
    school.beforeNext('batchUpdate', () => school.staff.sort('settings', '设置', 'DESCENDING'));
    await school.look();
    expect(await row('部门名称')).toMatchObject({ 值: '总务处', 上次的值: '（默认）' });
    expect(new Set(await changed())).toEqual(new Set(['学生人数', '工作口号', '部门名称']));
    expect(await row('学生人数')).toMatchObject({ 值: ' 640 ', 上次的值: '620' });
    await school.look();
    expect(await school.look()).toMatchObject({ writes: 0 });
  });

  it('keeps it too when staff delete a line above while it is written', async () => {
    await school.set('部门名称', '后勤处');
    const above = (await school.setting('部门名称')).index - 1;
    school.beforeNext('batchUpdate', () => school.staff.deleteRow('settings', above));
    await school.look();
    expect(await row('部门名称')).toMatchObject({ 值: '后勤处', 上次的值: '总务处' });
    expect(new Set(await changed())).toEqual(new Set(['学生人数', '工作口号', '部门名称']));
  });

  it('is none when the value was never noted: a first value is only noted', async () => {
    const { index } = await school.setting('后勤主任');
    await school.staff.edit('settings', index, '已记的值', undefined);
    await school.set('后勤主任', '陈志远');
    await school.look();
    expect(await row('后勤主任')).toMatchObject({ 上次的值: '', 已记的值: '陈志远' });
  });
});
