import { workdayFrom } from '../../calendar.ts';
import { date, photo, reference, text } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { handedOver } from '../../rules/handed-over.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { daysBetween, plusDays } from '../../time.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { clip, monthAndDay } from '../../wording.ts';

const columns = {
  day: date({ zh: '日期', en: 'Day' }, { required: true }),
  leader: reference('people', { zh: '走访人', en: 'Who went' }, { required: true }),
  post: text({ zh: '岗位或班组', en: 'Post or team' }, { required: true }),
  heard: text({ zh: '听到看到', en: 'Heard and seen' }, { required: true, long: true }),
  promised: text(
    { zh: '答应的事', en: 'Promised' },
    { long: true, help: { zh: '没答应什么就不填', en: 'Blank when nothing was' } },
  ),
  owner: reference('people', { zh: '谁去办', en: 'Who does it' }),
  due: date(
    { zh: '什么时候办好', en: 'By when' },
    { help: { zh: '不填按设置里的天数', en: 'Blank: as the settings say' } },
  ),
  done: date({ zh: '办好日期', en: 'Done on' }),
  result: text(
    { zh: '结果', en: 'Result' },
    { help: { zh: '怎样办的，告诉提的人没有', en: 'How, and whether they were told' } },
  ),
  photo: photo({ zh: '照片', en: 'Photo' }),
};

const isPromise = (row: Row): boolean => textAt(row, 'promised').trim() !== '';
const isOpen = (row: Row): boolean => isPromise(row) && textAt(row, 'done') === '';

function dueOf(row: Row, days: number): LocalDate | undefined {
  const set = localDate.safeParse(textAt(row, 'due'));
  if (set.success) return set.data;
  const day = localDate.safeParse(textAt(row, 'day'));
  return day.success ? plusDays(day.data, days) : undefined;
}

/** 蹲点走访 Walk-rounds (B10; R2): a day on a post, what was heard, what was promised, and that it was done. */
export const walkRounds = defineRegister({
  key: 'walkRounds',
  title: { zh: '蹲点走访', en: 'Walk-rounds' },
  purpose: {
    zh: '到一线蹲点听到什么、答应什么、办了没有',
    en: 'What was heard on a post, what was promised, and whether it was done',
  },
  workbook: 'service',
  columns,
  happened: 'day',
  rules: [
    rowRule<typeof columns>({
      key: 'promise-open',
      columns: ['day', 'promised', 'due', 'done'],
      catches: { zh: '答应了没办', en: 'A promise without follow-up' },
      finds: (row, world) => {
        const due = dueOf(row, world.settings.number('walkRounds.promiseDays'));
        const today = dayOf(world.now);
        return isOpen(row) && due !== undefined && due < today
          ? {
              column: 'done',
              severity: 'must',
              message: {
                zh: `答应的事过了 ${daysBetween(due, today)} 天，请办好或说明`,
                en: `The promise is ${daysBetween(due, today)} days late: keep it, or say why`,
              },
            }
          : undefined;
      },
    }),
    needed({
      key: 'promised',
      columns: ['owner'],
      reads: ['promised'],
      when: isPromise,
      because: { zh: '答应了事', en: 'Promised' },
    }),
    needed({
      key: 'done',
      columns: ['result'],
      reads: ['done'],
      when: (row) => textAt(row, 'done') !== '',
      because: { zh: '已办好', en: 'Done' },
    }),
    inOrder({ from: 'day', until: 'done' }),
    handedOver({ person: 'owner', state: 'done', open: isOpen }),
  ],
  settings: {
    promiseDays: inDays(
      { zh: '答应的事办好期限', en: 'A promise is kept within' },
      14,
      'R2 解决了所存在的问题',
    ),
  },
  figures: {
    rounds: count({
      title: { zh: '蹲点走访', en: 'Walk-rounds' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '期内的蹲点走访', en: 'Walk-rounds of the period' },
      happened: 'day',
    }),
    promises: count({
      title: { zh: '走访答应的事', en: 'Promises' },
      unit: { zh: '件', en: 'promises' },
      counts: { zh: '期内走访中答应的', en: 'Promised on walk-rounds of the period' },
      happened: 'day',
      where: isPromise,
    }),
    keptPromises: share({
      title: { zh: '走访承诺兑现率', en: 'Promises kept' },
      counts: { zh: '期内答应的事中办好的', en: 'Of those promised in the period, done' },
      happened: 'day',
      among: isPromise,
      where: (row) => textAt(row, 'done') !== '',
      target: 95,
    }),
  },
  plan: {
    tasks: (rows, month, world) =>
      rows.filter(isOpen).flatMap((row) => {
        const due = dueOf(row, world.settings.number('walkRounds.promiseDays'));
        if (due === undefined || due > month.to) return [];
        const late = due < month.from;
        return [
          {
            key: `walkRounds-${row.id}`,
            group: 'service' as const,
            what: clip(`兑现走访承诺：${textAt(row, 'promised')}`, 40),
            standard: '办好并告诉提的人',
            owner: textAt(row, 'owner') || '后勤主任',
            due: late ? workdayFrom(month.from, world.calendar) : due,
            note: `${monthAndDay(textAt(row, 'day'))}走访${clip(textAt(row, 'post'), 8)}`,
            carriedOver: late,
          },
        ];
      }),
  },
  report: {
    section: 'people',
    sentences: ['蹲点走访{rounds|compared}，答应的事{promises}，兑现率{keptPromises}。'],
    shortcomings: {
      keptPromises: {
        says: '走访时答应的事没有全部兑现',
        effect: '一线员工的意见落空',
        measure: '答应的事当天登记，每周例会逐件过',
      },
    },
  },
  demo: (school) =>
    (
      [
        [
          -58,
          '陈志远',
          '食堂',
          '早班五点进后厨没有热水',
          '给后厨装小厨宝',
          '李国强',
          -50,
          '已装，师傅们说好用',
        ],
        [
          -46,
          '周敏',
          '保洁',
          '拖把消耗快，领用排队',
          '每周一统一送到各楼',
          '叶红梅',
          -44,
          '从那周起按楼配送',
        ],
        [
          -31,
          '陈志远',
          '门卫夜班',
          '岗亭冷，夜里坐不住',
          '配电暖气和棉大衣',
          '吴晓琳',
          -20,
          '已配 2 台、大衣 4 件',
        ],
        [-24, '周敏', '宿管', '三号楼值班室没有打印机', undefined, undefined, undefined, undefined],
        [
          -19,
          '陈志远',
          '维修班',
          '梯子旧了站不稳',
          '换两架铝合金人字梯',
          '吴晓琳',
          undefined,
          undefined,
        ],
        [-6, '陈志远', '司机', '车库灯暗', '加两盏灯', '刘海峰', undefined, undefined],
      ] as const
    ).map(([ago, leader, post, heard, promised, owner, done, result]) => ({
      day: plusDays(school.today, ago),
      leader,
      post,
      heard,
      ...(promised === undefined ? {} : { promised, owner }),
      ...(done === undefined ? {} : { done: plusDays(school.today, done), result }),
    })),
});
