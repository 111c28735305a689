import { plusDays } from '../time.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';

const finds = [
  ['card', '校园卡', '食堂 一楼餐厅'],
  ['clothes', '蓝色校服外套', '操场'],
  ['card', '校园卡', '教学楼'],
  ['clothes', '一双白球鞋', '体育馆'],
  ['other', '黑色水杯', '图书馆 阅览室'],
  ['other', '保温杯', '教学楼 A302'],
  ['card', '校园卡', '图书馆'],
  ['clothes', '灰色围巾', '食堂 二楼餐厅'],
] as const;

const keepers = ['唐志刚', '冯树林', '曹德明'] as const;

/** Two months of things found: cards and clothes mostly, a few of worth, two that nobody fetches. */
export function demoLostAndFound(school: DemoSchool) {
  const chance = school.chance('lostAndFound');
  const { today } = school;
  const days = school.days().filter((day) => school.isSchoolDay(day) && day < today);
  const ordinary = days
    .filter(() => chance.percent(60))
    .map((day, index) => {
      const [kind, what, place] = chance.pick(finds);
      const found = momentOn(day, chance.between(460, 1060));
      const old = index < 2;
      const claimed = !old && (kind === 'card' || chance.percent(60)) && day < plusDays(today, -2);
      const disposed = !claimed && !old && day < plusDays(today, -30);
      return {
        found,
        kind,
        what,
        place,
        finder: '同学',
        keeper: keepers[index % keepers.length] ?? '唐志刚',
        ...(claimed
          ? {
              state: 'claimed' as const,
              claimed: momentOn(plusDays(day, 1), 720),
              claimant: '失主本人',
            }
          : disposed
            ? { state: 'disposed' as const, disposal: '公告一月无人领，捐社区衣物箱' }
            : { state: 'kept' as const }),
      };
    });
  const found = (ago: number, minutes: number) => momentOn(plusDays(today, -ago), minutes);
  const common = { finder: '保洁员', keeper: '韩卫东' };
  return [
    ...ordinary,
    {
      ...common,
      found: found(38, 1000),
      kind: 'phone' as const,
      what: '黑色手机',
      place: '操场',
      state: 'claimed' as const,
      handedOn: found(38, 1050),
      handedTo: '保卫处',
      claimed: found(37, 480),
      claimant: '九年级学生',
    },
    {
      ...common,
      found: found(25, 760),
      kind: 'cash' as const,
      what: '一卷现金',
      amount: 200,
      place: '食堂',
      state: 'handedOn' as const,
      handedOn: found(25, 900),
      handedTo: '保卫处',
    },
    {
      ...common,
      found: found(3, 800),
      kind: 'wallet' as const,
      what: '棕色钱包',
      amount: 65,
      place: '图书馆',
      state: 'kept' as const,
    },
  ].toSorted((a, b) => (a.found < b.found ? -1 : 1));
}
