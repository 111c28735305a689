import { choice, date, money, photo, quantity, reference, text } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  name: text({ zh: '活动', en: 'Activity' }, { required: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      contest: { zh: '技能比赛', en: 'Contest' },
      outing: { zh: '外出', en: 'Outing' },
      sports: { zh: '文体', en: 'Sports and arts' },
      care: { zh: '慰问', en: 'Care' },
    },
    { required: true },
  ),
  team: reference(
    'teams',
    { zh: '班组', en: 'Team' },
    { help: { zh: '全体的不填', en: 'Blank: everybody' } },
  ),
  organiser: reference('people', { zh: '组织人', en: 'Organised by' }, { required: true }),
  tookPart: quantity(
    { zh: '参加人数', en: 'Took part' },
    { unit: { zh: '人', en: 'people' }, min: 0, whole: true },
  ),
  result: text(
    { zh: '结果', en: 'Result' },
    { long: true, help: { zh: '名次、效果', en: 'Places, effect' } },
  ),
  cost: money({ zh: '费用', en: 'Cost' }, { min: 0 }),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

/** Whether an activity is over for so many days that its result should stand there. */
function isOver(row: Row, today: string): boolean {
  return textAt(row, 'day') !== '' && textAt(row, 'day') < today;
}

/** 团队活动 Team activities (B8; R2): contests and outings, who took part, what came of it. */
export const teamActivities = defineRegister({
  key: 'teamActivities',
  title: { zh: '团队活动', en: 'Team activities' },
  purpose: {
    zh: '后勤员工的比赛、外出、文体活动',
    en: 'Contests, outings and other activities of the staff',
  },
  workbook: 'people',
  columns,
  happened: 'day',
  rules: [
    needed({
      key: 'over',
      columns: ['tookPart', 'result'],
      reads: ['day'],
      when: (row, world) =>
        isOver(
          row,
          plusDays(dayOf(world.now), -world.settings.number('teamActivities.resultDays')),
        ),
      because: { zh: '活动已办完', en: 'It is over' },
    }),
  ],
  settings: {
    resultDays: inDays({ zh: '活动后登记结果期限', en: 'Result entered within' }, 7, '惯例'),
  },
  figures: {
    held: count({
      title: { zh: '团队活动', en: 'Activities' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '日期在期内且已过的活动', en: 'Activities of the period that are over' },
      happened: 'day',
      where: (row, world) => isOver(row, world.now.slice(0, 10)),
    }),
    tookPart: total({
      title: { zh: '参加团队活动', en: 'Took part' },
      unit: { zh: '人次', en: 'times' },
      counts: { zh: '期内活动的参加人数之和', en: 'People at the activities of the period' },
      happened: 'day',
      amounts: () => (row) => numberAt(row, 'tookPart'),
    }),
  },
  plan: {
    tasks: (rows, month) =>
      rows.flatMap((row) => {
        const day = localDate.safeParse(textAt(row, 'day'));
        if (!day.success || day.data < month.from || day.data > month.to) return [];
        return [
          {
            key: `teamActivities-${row.id}`,
            group: 'people' as const,
            what: clip(textAt(row, 'name') || '团队活动', 30),
            standard: '有方案、有照片，登记人数和结果',
            owner: textAt(row, 'organiser') || '后勤副主任',
            due: day.data,
          },
        ];
      }),
  },
  report: { section: 'people', sentences: ['组织团队活动{held|compared}，参加{tookPart}。'] },
  demo: (school) =>
    (
      [
        [-48, '食堂切菜比赛', 'contest', '食堂', '张桂兰', 6, '马春生第一，刀工均匀'],
        [-30, '保安队列和消防器材比武', 'contest', '保安', '韩卫东', 6, '连接水带最快 21 秒'],
        [-12, '后勤趣味运动会', 'sports', undefined, '周敏', 31, '拔河维修班第一'],
        [20, '宿管外出参观', 'outing', '宿管', '许慧芳', undefined, undefined],
      ] as const
    ).map(([days, name, kind, team, organiser, tookPart, result]) => ({
      day: plusDays(school.today, days),
      name,
      kind,
      ...(team === undefined ? {} : { team }),
      organiser,
      ...(tookPart === undefined ? {} : { tookPart, result }),
    })),
});
