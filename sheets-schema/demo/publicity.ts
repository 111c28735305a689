import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { plusDays } from '../time.ts';
import { demoPlaces } from './places.ts';
import type { DemoSchool } from './school.ts';

type Entry = Values<Columns>;

const runs = [
  { name: '安全提示牌', kind: 'sign', copies: 120, ago: 210, cost: 2160, askedBy: '安全办' },
  { name: '节水节电提示牌', kind: 'sign', copies: 90, ago: 58, cost: 1080, askedBy: '后勤处' },
  { name: '校刊 第1期', kind: 'magazine', copies: 800, ago: 55, cost: 5600, askedBy: '校办' },
  { name: '文明就餐展板', kind: 'poster', copies: 12, ago: 40, cost: 960, askedBy: '食堂' },
  { name: '校刊 第2期', kind: 'magazine', copies: 800, ago: 12, cost: 5600, askedBy: '校办' },
  { name: '2027年年历', kind: 'calendar', copies: 700, ago: 5, cost: 4200, askedBy: '校办' },
] as const;

/** Signs, magazines, boards and calendars of the demo school. */
export function demoRuns({ today }: DemoSchool): readonly Entry[] {
  return runs.map(({ ago, kind, name, copies, cost, askedBy }) => ({
    printed: plusDays(today, -ago),
    name,
    kind,
    copies,
    ...(kind === 'magazine' ? { issue: name.slice(-3) } : {}),
    printer: '彩印图文公司',
    cost,
    askedBy,
    keeper: '丁小军',
  }));
}

/**
 * Signs in every room, seen this term but for a few; one damaged; magazines to classes and parents, once more than
 * there were.
 */
export function demoPlacements(school: DemoSchool): readonly Entry[] {
  const chance = school.chance('publicityPlacements');
  const ago = (days: number) => plusDays(school.today, -days);
  const hang = (run: string, place: string, days: number, index: number): Entry => ({
    at: ago(days),
    run,
    use: 'hung',
    place,
    copies: 1,
    ...(index % 17 === 4 ? {} : { seen: ago(Math.min(days, chance.between(5, 60))) }),
    state: run === '安全提示牌' && index === 9 ? 'damaged' : 'good',
    handledBy: '郑文博',
  });
  const rooms = demoPlaces.filter(({ kind }) => kind === 'classroom' || kind === 'dormRoom');
  const give = (days: number, run: string, to: string, copies: number): Entry => ({
    at: ago(days),
    run,
    use: 'given',
    to,
    copies,
    handledBy: '丁小军',
  });
  return [
    ...rooms.map(({ name }, index) => hang('安全提示牌', name, 200, index)),
    ...rooms.slice(0, 30).map(({ name }, index) => hang('节水节电提示牌', name, 50, index)),
    give(54, '校刊 第1期', '各班', 620),
    give(50, '校刊 第1期', '教研组、办公室', 95),
    { ...hang('文明就餐展板', '食堂 一楼餐厅', 39, 0), copies: 6 },
    { ...hang('文明就餐展板', '食堂 二楼餐厅', 39, 0), copies: 6 },
    give(11, '校刊 第2期', '各班', 620),
    give(4, '校刊 第2期', '家长会来宾', 230),
    give(2, '2027年年历', '教职工', 96),
  ].toSorted((a, b) => (String(a.at) < String(b.at) ? -1 : a.at === b.at ? 0 : 1));
}
