import { quantity, reference, text, time } from '../../columns.ts';
import type { Finding } from '../../finding.ts';
import { defineRegister } from '../../register.ts';
import { namesIn } from '../../roster/posts.ts';
import { textAt } from '../../row.ts';
import { type Rule, rowRule } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { plain } from '../../spelling.ts';
import { localTime } from '../../values.ts';
import { clip } from '../../wording.ts';

const people = { unit: { zh: '人', en: 'people' }, min: 0, max: 50, whole: true } as const;

const columns = {
  name: text({ zh: '岗位', en: 'Post' }, { required: true }),
  team: reference('teams', { zh: '班组', en: 'Team' }, { required: true }),
  onWorkdays: quantity({ zh: '平日人数', en: 'On workdays' }, people),
  onWeekends: quantity({ zh: '周末人数', en: 'At week-ends' }, people),
  onHolidays: quantity({ zh: '节假日人数', en: 'On holidays' }, people),
  from: time({ zh: '上班时间', en: 'From' }, { required: true }),
  until: time(
    { zh: '下班时间', en: 'Until' },
    {
      required: true,
      help: { zh: '比上班早就是次日', en: 'Earlier than the start means the next day' },
    },
  ),
  may: text(
    { zh: '可值班的人', en: 'Who may' },
    { help: { zh: '用顿号分开；不填就是全班组', en: 'Blank means the whole team' } },
  ),
  note: text({ zh: '要求', en: 'Standard' }, { long: true }),
};

/** Names in 可值班的人 are on the staff list. */
const namesAreStaff: Rule<'may'> = {
  key: 'names-are-staff',
  columns: ['may'],
  reads: ['people'],
  catches: { zh: '可值班的人不在人员名单里', en: 'Who may take it is not on the staff list' },
  check: (register, rows, world) => {
    const staff = new Set(world.rows('people').map((row) => plain(textAt(row, 'name'))));
    return rows.flatMap((row): Finding[] => {
      const stranger = namesIn(textAt(row, 'may')).find((name) => !staff.has(name));
      return stranger === undefined || staff.size === 0
        ? []
        : [
            {
              register: register.key,
              rule: 'names-are-staff',
              row: row.id,
              column: 'may',
              severity: 'must',
              message: {
                zh: `人员名单里没有“${clip(stranger, 8)}”，请改`,
                en: `“${clip(stranger, 20)}” is not on the staff list`,
              },
            },
          ];
    });
  },
};

/** Name, team, people on workdays, week-ends and holidays, from, until, standard. */
const demoPosts = [
  ['节假日带班', '校领导', 0, 0, 1, '08:00', '17:00', '校级领导带班，全天电话畅通'],
  ['后勤值班', '后勤处', 0, 1, 1, '08:00', '17:30', '巡查全校，处理当天报修'],
  ['门卫白班', '保安', 1, 1, 1, '07:00', '19:00', '不离岗，来访必登记'],
  ['门卫夜班', '保安', 1, 1, 1, '19:00', '07:00', '夜间巡查不少于 3 次'],
  ['宿舍夜班', '宿管', 2, 1, 1, '21:00', '06:30', '清点就寝人数，查违规电器'],
  ['公共区域值班', '保洁', 1, 1, 0, '17:00', '19:30', '走廊、卫生间晚间保洁'],
  ['食堂早班', '食堂', 1, 1, 0, '05:00', '11:30', '开门、验收、晨检'],
  ['维修值班', '维修班', 1, 1, 1, '17:30', '22:00', '夜间急修'],
] as const;

/** 岗位 Duty posts (B2): how many people each needs, when, and who may take it. */
export const posts = defineRegister({
  key: 'posts',
  title: { zh: '岗位', en: 'Duty posts' },
  purpose: {
    zh: '要排班的岗位、每天几人、几点到几点',
    en: 'Posts of the roster: how many people, and when',
  },
  workbook: 'people',
  startsOn: true,
  columns,
  label: 'name',
  rules: [
    unique({ columns: ['name'] }),
    namesAreStaff,
    rowRule<typeof columns>({
      key: 'nobody-needed',
      columns: ['onWorkdays', 'onWeekends', 'onHolidays'],
      catches: { zh: '岗位没写需要几人', en: 'A post that needs nobody' },
      finds: ({ values }) =>
        (values.onWorkdays ?? 0) + (values.onWeekends ?? 0) + (values.onHolidays ?? 0) > 0
          ? undefined
          : {
              column: 'onWorkdays',
              severity: 'look',
              message: { zh: '请填每天需要几人，否则不排班', en: 'Say how many people it needs' },
            },
    }),
  ],
  figures: {},
  demo: () =>
    demoPosts.map(([name, team, onWorkdays, onWeekends, onHolidays, from, until, note]) => ({
      name,
      team,
      onWorkdays,
      onWeekends,
      onHolidays,
      from: localTime.parse(`${from}:00`),
      until: localTime.parse(`${until}:00`),
      note,
    })),
});
