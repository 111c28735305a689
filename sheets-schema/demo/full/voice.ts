import { plusDays } from '../../time.ts';
import { momentOn } from '../moment.ts';
import { type Added, dayAt, type History } from './history.ts';
import { told } from './told.ts';

const forums = ['住宿条件', '食堂饭菜', '维修速度', '热水和洗衣', '公寓安全', '保洁卫生'];

/** R3: forums with the students, beside those of the two months. */
export function addedSurveys(history: History): Added {
  const held = history.known.filter(
    ({ kind, whom }) => kind === 'forum' && whom === 'students',
  ).length;
  return forums.slice(0, told.studentForums - held).map((topic, index) => {
    const day = dayAt(history, 0.15 + index * 0.25);
    return {
      held: day,
      kind: 'forum',
      topic,
      whom: 'students',
      asked: 30,
      answered: 30,
      satisfied: 24 + index,
      host: '周敏',
      said: `对${topic}提了意见`,
      measures: '逐条答复，能办的一周内办',
      owner: '周敏',
      told: plusDays(day, 7),
    };
  });
}

const keepers = ['唐志刚', '冯树林', '曹德明'];

/** R3: two phones, nine wallets, ¥1,000 in cash, more than 200 campus cards: all went back or were handed on. */
export function addedFinds(history: History): Added {
  const luck = history.chance('lostAndFound');
  const { known } = history;
  const left = (kind: string, all: number): number =>
    all - known.filter((row) => row.kind === kind).length;
  const cash = told.found.cash - known.reduce((sum, row) => sum + Number(row.amount ?? 0), 0);
  const found = (kind: string, what: string, index: number, of: number) => {
    const day = dayAt(history, (index + luck.next()) / of);
    return {
      found: momentOn(day, luck.between(460, 1050)),
      kind,
      what,
      place: luck.pick(['食堂', '操场', '图书馆', '教学楼']),
      finder: luck.pick(['同学', '保洁员']),
      keeper: keepers[index % keepers.length],
      state: 'claimed',
      ...(kind === 'card' ? {} : { handedOn: momentOn(day, 1080), handedTo: '保卫处' }),
      claimed: momentOn(plusDays(day, 1), 720),
      claimant: '失主本人',
    };
  };
  const many = (kind: string, what: string, all: number) =>
    Array.from({ length: left(kind, all) }, (_, index, of = left(kind, all)) =>
      found(kind, what, index, of),
    );
  return [
    ...many('phone', '银色手机', told.found.phones),
    ...many('wallet', '钱包', told.found.wallets),
    ...many('card', '校园卡', told.found.cards),
    ...(cash > 0 ? [{ ...found('cash', '一沓现金', 0, 1), amount: cash, state: 'claimed' }] : []),
  ];
}

/** R3: trips to hospital with the sick, windows climbed for locked-out students. */
export function addedFavours(history: History): Added {
  const luck = history.chance('favours');
  const { known } = history;
  const times = (kind: string): number =>
    known.filter((row) => row.kind === kind).reduce((sum, row) => sum + Number(row.times ?? 1), 0);
  const each = (kind: string, all: number, rest: (index: number) => object) =>
    Array.from({ length: all - times(kind) }, (_, index) => ({
      helped: momentOn(
        dayAt(history, luck.next()),
        kind === 'hospital' ? 1290 : luck.between(700, 1250),
      ),
      kind,
      forWhom: '住宿生',
      place: `宿舍${(index % 3) + 1}号楼`,
      ...rest(index),
    }));
  return [
    ...each('hospital', told.favours.hospitalTrips, () => ({
      what: '学生生病送医院',
      by: '任永强',
      told: '家长、班主任、值班领导',
    })),
    ...each('window', told.favours.windows, () => ({
      what: '寝室门反锁，爬窗开门',
      by: '王大勇',
      beside: '魏长青',
    })),
  ];
}
