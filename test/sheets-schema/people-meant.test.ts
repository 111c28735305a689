import { describe, expect, test } from 'vitest';
import { peopleMeant, wordsMeaningNobody } from '#schema/calculations/people-meant.ts';
import { day } from './autumn.ts';
import { rowsOf, worldWith } from './made.ts';

const world = worldWith({
  people: rowsOf(
    { name: '孙建平', team: '校领导', joined: '2020-01-01' },
    { name: '韩卫东', team: '保安', joined: '2020-01-01' },
    { name: '唐志刚', team: '保安', joined: '2026-11-10' },
    { name: '张桂兰', team: '食堂', joined: '2020-01-01', left: '2026-11-20' },
  ),
  teams: rowsOf({ name: '司机' }),
});
const meant = (said: string, on = '2026-11-15') => peopleMeant(world)(said, day(on));

describe('whom a text means', () => {
  test('everybody but the leaders', () => {
    expect(meant('全体')).toEqual(['韩卫东', '唐志刚', '张桂兰']);
    expect(meant('后勤全体')).toEqual(['韩卫东', '唐志刚', '张桂兰']);
  });

  test('a team, a name, several of them, each once', () => {
    expect(meant('保安')).toEqual(['韩卫东', '唐志刚']);
    expect(meant('保安、韩卫东，张桂兰')).toEqual(['韩卫东', '唐志刚', '张桂兰']);
    expect(meant('校领导')).toEqual(['孙建平']);
    expect(meant('')).toEqual([]);
  });

  test('neither those who had not joined yet nor those who had left', () => {
    expect(meant('全体', '2026-11-09')).toEqual(['韩卫东', '张桂兰']);
    expect(meant('全体', '2026-11-20')).toContain('张桂兰');
    expect(meant('全体', '2026-11-21')).not.toContain('张桂兰');
  });

  test('words that mean nobody', () => {
    const nobody = wordsMeaningNobody(world);
    expect(nobody('全体、保安、张桂兰、司机')).toEqual([]);
    expect(nobody('保安、保卫科 王芳')).toEqual(['保卫科', '王芳']);
  });
});
