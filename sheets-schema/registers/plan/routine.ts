import { choice, quantity, text } from '../../columns.ts';
import { type PlanGroup, type PlanTask, planGroups } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { daysOfMonth } from '../../time.ts';
import { type LocalDate, localDate } from '../../values.ts';

const columns = {
  month: quantity(
    { zh: '月份', en: 'Month' },
    { required: true, unit: { zh: '月', en: '' }, min: 1, max: 12, whole: true },
  ),
  group: choice({ zh: '类别', en: 'Group' }, planGroups, { required: true }),
  what: text({ zh: '工作内容', en: 'What' }, { required: true }),
  standard: text({ zh: '完成标准', en: 'Standard' }, { required: true }),
  owner: text(
    { zh: '责任人', en: 'Owner' },
    { required: true, help: { zh: '写岗位或姓名', en: 'A position or a name' } },
  ),
  assists: text({ zh: '协助', en: 'Assists' }),
  day: quantity(
    { zh: '几号前', en: 'By the' },
    {
      unit: { zh: '号', en: '' },
      min: 1,
      max: 31,
      whole: true,
      help: { zh: '不填就是月底', en: 'Blank means the end of the month' },
    },
  ),
  note: text({ zh: '备注', en: 'Note' }),
};

/** The day of a month by which it is due: the day given, or the last when the month is shorter or none is. */
function dueIn(month: string, day: number | undefined): LocalDate {
  const { to } = daysOfMonth(month);
  const given = `${month}-${String(day ?? 31).padStart(2, '0')}`;
  return given < to ? localDate.parse(given) : to;
}

function isGroup(group: string): group is PlanGroup {
  return group in planGroups;
}

function taskOf(row: Row, month: string): PlanTask[] {
  const group = textAt(row, 'group');
  if (!isGroup(group) || numberAt(row, 'month') !== Number(month.slice(5))) return [];
  return [
    {
      key: `routine-${row.id}-${month}`,
      group,
      what: textAt(row, 'what'),
      standard: textAt(row, 'standard'),
      owner: textAt(row, 'owner'),
      assists: textAt(row, 'assists'),
      due: dueIn(month, numberAt(row, 'day')),
      note: textAt(row, 'note'),
    },
  ];
}

/** 常规工作 Routine work (B12): what returns each year in its month; each line becomes a line of that plan. */
export const routine = defineRegister({
  key: 'routine',
  title: { zh: '常规工作', en: 'Routine work' },
  purpose: {
    zh: '每年到这个月都要做的事，自动写进月计划',
    en: 'What returns each year in its month',
  },
  workbook: 'people',
  columns,
  rules: [
    rowRule<typeof columns>({
      key: 'day-of-month',
      columns: ['month', 'day'],
      catches: { zh: '这个月没有这一天', en: 'A day that the month lacks' },
      finds: ({ values: { month, day } }) =>
        day !== undefined &&
        ((month === 2 && day > 29) || (day > 30 && [4, 6, 9, 11].includes(month ?? 0)))
          ? {
              column: 'day',
              severity: 'look',
              message: { zh: `${month}月没有${day}号，请改`, en: 'The month has no such day' },
            }
          : undefined,
    }),
  ],
  figures: {},
  plan: { tasks: (rows, month) => rows.flatMap((row) => taskOf(row, month.month)) },
  demo: () =>
    demoRoutine.map(([month, group, what, standard, owner, assists, day]) => ({
      month,
      group,
      what,
      standard,
      owner,
      assists,
      day,
    })),
});

/** Month, group, what, standard, owner, assists, day. */
const demoRoutine = [
  [1, 'stores', '期末校产清点', '账物相符，差异写明原因', '库管员', '各班组', 20],
  [1, 'energy', '放假关水断电检查', '逐栋签字', '维修班长', '宿管', 22],
  [2, 'safety', '开学前安全大检查', '覆盖全部场所，问题整改完', '安全员', '各班组长', 20],
  [2, 'canteen', '食堂开学前清洗消毒', '全部设备、餐具', '食堂班长', '保洁', 21],
  [3, 'people', '签订安全责任书', '人人签、无漏签', '后勤副主任', '各班组长', 10],
  [3, 'stores', '教材和用品发放', '各班签收', '库管员', '司机', 8],
  [4, 'repairs', '雨季前屋面和排水检查', '逐栋记录，漏点修好', '维修班长', '保洁', 20],
  [5, 'canteen', '夏季食品安全自查', '按清单逐项', '食品安全员', '食堂班长', 15],
  [6, 'stores', '毕业班校产交回', '桌椅、钥匙、图书清点签字', '库管员', '宿管', 28],
  [7, 'repairs', '暑期大修立项', '列清单、估价、报批', '后勤主任', '维修班长', 10],
  [8, 'safety', '开学前安全大检查', '覆盖全部场所，问题整改完', '安全员', '各班组长', 25],
  [8, 'repairs', '教室、寝室灯具门窗检修', '完好率不低于 98%', '维修班长', '宿管', 28],
  [9, 'people', '签订安全责任书', '人人签、无漏签', '后勤副主任', '各班组长', 10],
  [9, 'stores', '教材和用品发放', '各班签收', '库管员', '司机', 5],
  [10, 'energy', '用水用电半年比较', '人均用量不高于去年', '后勤副主任', '维修班', 20],
  [
    11,
    'safety',
    '119 消防月：灭火器检查和演练',
    '灭火器逐具检查，演练 1 次',
    '安全员',
    '保安队长',
    15,
  ],
  [11, 'repairs', '入冬前供暖和管道保温', '锅炉试运行，裸露管道包好', '维修班长', '维修班', 20],
  [12, 'stores', '年度校产盘点', '账物相符，差异写明原因', '库管员', '各班组', 25],
  [12, 'people', '后勤人员年度考核', '有记录、有公示', '后勤主任', '后勤副主任', 30],
] as const;
