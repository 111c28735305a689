import { plusDays } from '../../time.ts';
import { demoPlaces } from '../places.ts';
import { type Added, dayAt, type History } from './history.ts';
import { told } from './told.ts';

const { signs, magazines, calendars } = told.publicity;
const rooms = demoPlaces.filter(({ kind }) => kind !== 'gate' && kind !== 'equipment');

/** Into how many of the eighteen months a run falls. */
const when = { signs: 0.3, magazines: [0.15, 0.3, 0.45], calendars: 0.4 } as const;

export function addedRuns(history: History): Added {
  const common = { printer: '彩印图文公司', keeper: '丁小军', askedBy: '校办' };
  return [
    {
      ...common,
      printed: dayAt(history, when.signs),
      name: '科室和安全标识牌',
      kind: 'sign',
      copies: signs + 34,
    },
    ...magazines.map((copies, index) => ({
      ...common,
      printed: dayAt(history, when.magazines[index] ?? 0.5),
      name: `健康校园杂志 第${index + 1}期`,
      kind: 'magazine',
      issue: `第${index + 1}期`,
      copies,
    })),
    {
      ...common,
      printed: dayAt(history, when.calendars),
      name: '校园挂历',
      kind: 'calendar',
      copies: calendars,
    },
  ];
}

export function addedPlacements(history: History): Added {
  const luck = history.chance('publicityPlacements');
  const hungOtherwise = history.known
    .filter(({ use, at }) => use === 'hung' && String(at) < history.yearOver)
    .reduce((sum, { copies }) => sum + Number(copies ?? 1), 0);
  const ours = signs - hungOtherwise;
  const common = { handledBy: '丁小军' };
  const hung = rooms.map(({ name }, index) => ({
    ...common,
    at: dayAt(history, when.signs + 0.01),
    run: '科室和安全标识牌',
    use: 'hung',
    place: name,
    copies:
      Math.floor((ours * (index + 1)) / rooms.length) - Math.floor((ours * index) / rooms.length),
    seen: plusDays(history.school.today, -luck.between(5, 60)),
    state: 'good',
    handledBy: '郑文博',
  }));
  const given = magazines.flatMap((copies, index) =>
    ['各班', '家长', '社区和来宾', '兄弟学校'].map((to) => ({
      ...common,
      at: dayAt(history, (when.magazines[index] ?? 0.5) + 0.02),
      run: `健康校园杂志 第${index + 1}期`,
      use: 'given',
      to,
      copies: copies / 4,
    })),
  );
  const hangers = ['教职工', '家长代表', '合作单位'].map((to) => ({
    ...common,
    at: dayAt(history, when.calendars + 0.02),
    run: '校园挂历',
    use: 'given',
    to,
    copies: calendars / 3,
  }));
  return [...hung, ...given, ...hangers];
}
