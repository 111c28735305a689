import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

/** Kind, what, place, by. */
const usual = [
  ['lock', '钥匙锁在屋里', '宿舍1号楼 102', '赵永福'],
  ['pump', '借气筒给自行车打气', '门卫室', '唐志刚'],
  ['pump', '借螺丝刀', '门卫室', '冯树林'],
  ['carry', '帮搬教材到教室', '教学楼', '彭少华'],
  ['lock', '柜子锁打不开', '教学楼 A303', '赵永福'],
  ['other', '帮找走失的孩子书包', '操场', '邓立军'],
] as const;

/** Two months of favours; one promise that nobody followed up, one climb alone. */
export function demoFavours(school: DemoSchool) {
  const chance = school.chance('favours');
  const { today } = school;
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < today);
  const ordinary = days
    .filter(() => chance.percent(45))
    .map((day) => {
      const [kind, what, place, by] = chance.pick(usual);
      return {
        helped: momentOn(day, chance.between(450, 1250)),
        kind,
        what,
        place,
        forWhom: kind === 'carry' ? '老师' : '学生',
        by,
      };
    });
  const ago = (daysAgo: number, minutes: number) => momentOn(plusDays(today, -daysAgo), minutes);
  return [
    ...ordinary,
    ...[49, 31, 12].map((daysAgo, index) => ({
      helped: ago(daysAgo, 1290),
      kind: 'hospital' as const,
      what: index === 1 ? '扭伤脚踝送医院' : '发烧送医院',
      place: `宿舍${index + 1}号楼`,
      forWhom: '住宿生',
      times: index === 2 ? 2 : 1,
      by: '任永强',
      told: '家长、班主任、值班领导',
    })),
    {
      helped: ago(40, 1000),
      kind: 'window' as const,
      what: '宿舍门反锁，从阳台进去开门',
      place: '宿舍3号楼 101',
      forWhom: '住宿生',
      by: '王大勇',
      beside: '魏长青',
    },
    {
      helped: ago(5, 760),
      kind: 'window' as const,
      what: '教室钥匙丢了，翻气窗开门',
      place: '教学楼 A102',
      forWhom: '七年级学生',
      by: '邓立军',
    },
    {
      helped: ago(28, 800),
      kind: 'other' as const,
      what: '答应修自行车棚灯',
      place: '东门',
      by: '刘海峰',
      promise: '车棚装一盏感应灯',
      due: plusDays(today, -20),
      kept: plusDays(today, -21),
    },
    {
      helped: ago(16, 820),
      kind: 'other' as const,
      what: '图书馆想加一块地垫',
      place: '图书馆',
      by: '徐美芳',
      promise: '雨天门口铺地垫',
    },
  ].toSorted((a, b) => (a.helped < b.helped ? -1 : 1));
}
