import { choice, date, quantity, reference, text } from '../../columns.ts';
import { demoSurveys } from '../../demo/surveys.ts';
import { count } from '../../figures/count.ts';
import { ratio } from '../../figures/ratio.ts';
import { total } from '../../figures/total.ts';
import { defineRegister } from '../../register.ts';
import { numberAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { inDays } from '../../settings.ts';
import { daysBetween, plusDays } from '../../time.ts';
import { dayOf, localDate } from '../../values.ts';
import { clip, monthAndDay, written } from '../../wording.ts';

const people = { unit: { zh: '人', en: 'people' }, min: 0, whole: true } as const;

const columns = {
  held: date({ zh: '日期', en: 'Day' }, { required: true }),
  kind: choice(
    { zh: '形式', en: 'Kind' },
    {
      forum: { zh: '座谈会', en: 'Forum' },
      survey: { zh: '满意度问卷', en: 'Survey' },
    },
    { required: true },
  ),
  topic: text({ zh: '主题', en: 'About' }, { required: true }),
  whom: choice(
    { zh: '对象', en: 'Whom' },
    {
      students: { zh: '学生', en: 'Students' },
      parents: { zh: '家长', en: 'Parents' },
      teachers: { zh: '教职工', en: 'Staff' },
    },
    { required: true },
  ),
  asked: quantity({ zh: '邀请或发出', en: 'Asked' }, { ...people, required: true }),
  answered: quantity({ zh: '到会或收回', en: 'Answered' }, people),
  satisfied: quantity({ zh: '满意人数', en: 'Satisfied' }, people),
  host: reference('people', { zh: '主持人', en: 'Held by' }, { required: true }),
  said: text({ zh: '主要意见', en: 'What was said' }, { long: true }),
  measures: text({ zh: '改进措施', en: 'Measures' }, { long: true }),
  owner: reference('people', { zh: '措施负责人', en: 'Owner' }),
  told: date(
    { zh: '反馈日期', en: 'Told on' },
    { help: { zh: '把结果告诉提意见的人', en: 'When those asked were told' } },
  ),
};

/** Percent of those who answered. */
function satisfaction(row: Row): number | undefined {
  const [satisfied, answered] = [numberAt(row, 'satisfied'), numberAt(row, 'answered')];
  return satisfied === undefined || answered === undefined || answered === 0
    ? undefined
    : (satisfied / answered) * 100;
}

function daysSince(row: Row, world: World): number {
  const day = localDate.safeParse(textAt(row, 'held'));
  return day.success ? daysBetween(day.data, dayOf(world.now)) : 0;
}

/** 满意度与座谈会 Forums and surveys (G; R3: six student forums): asked, answered, satisfied, and what follows. */
export const surveys = defineRegister({
  key: 'surveys',
  title: { zh: '座谈与满意度', en: 'Forums and surveys' },
  purpose: {
    zh: '座谈会和满意度问卷：问了谁、满意多少、改什么',
    en: 'Forums and surveys: who was asked, how many were satisfied, what follows',
  },
  workbook: 'service',
  columns,
  happened: 'held',
  looksBack: 45,
  rules: [
    rowRule<typeof columns>({
      key: 'more-than-asked',
      columns: ['asked', 'answered', 'satisfied'],
      catches: { zh: '满意、收回、发出的人数颠倒', en: 'More satisfied than answered, or asked' },
      finds: ({ values: { asked, answered, satisfied } }) => {
        if (asked !== undefined && answered !== undefined && answered > asked)
          return {
            column: 'answered',
            severity: 'must',
            message: {
              zh: `邀请${written(asked)}人，到了${written(answered)}人，请核对`,
              en: `${asked} asked, ${answered} answered: check both`,
            },
          };
        return satisfied !== undefined && answered !== undefined && satisfied > answered
          ? {
              column: 'satisfied',
              severity: 'must',
              message: {
                zh: `答的${written(answered)}人，满意${written(satisfied)}人，请核对`,
                en: `${answered} answered, ${satisfied} satisfied: check both`,
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'few-answers',
      columns: ['asked', 'answered'],
      catches: { zh: '答的人太少', en: 'Too few answers' },
      finds: ({ values: { asked = 0, answered } }, world) => {
        const least = world.settings.number('surveys.leastAnswered');
        return answered !== undefined && asked > 0 && (answered / asked) * 100 < least
          ? {
              column: 'answered',
              severity: 'look',
              message: {
                zh: `答的不到${least}%，结果不可靠，请补问`,
                en: `Fewer than ${least} % answered: ask more of them`,
              },
            }
          : undefined;
      },
    }),
    rowRule<typeof columns>({
      key: 'dissatisfied',
      columns: ['answered', 'satisfied', 'measures'],
      catches: { zh: '满意度低，没有措施', en: 'Low satisfaction without measures' },
      finds: (row, world) => {
        const reached = satisfaction(row);
        const least = world.settings.number('surveys.leastSatisfied');
        return reached !== undefined && reached < least && row.values.measures === undefined
          ? {
              column: 'measures',
              severity: 'must',
              message: {
                zh: `满意度${Math.floor(reached)}%，请写改进措施`,
                en: `${Math.floor(reached)} % satisfied: say what follows`,
              },
            }
          : undefined;
      },
    }),
    needed({
      key: 'results',
      columns: ['answered', 'said'],
      reads: ['held'],
      when: (row, world) =>
        textAt(row, 'held') !== '' &&
        daysSince(row, world) > world.settings.number('surveys.resultDays'),
      because: { zh: '已开过', en: 'It is over' },
    }),
    needed({
      key: 'measured',
      columns: ['owner', 'told'],
      reads: ['measures', 'held'],
      when: (row, world) =>
        textAt(row, 'measures') !== '' &&
        daysSince(row, world) > world.settings.number('surveys.tellDays'),
      because: { zh: '有改进措施', en: 'Measures were promised' },
    }),
  ],
  settings: {
    leastAnswered: {
      kind: 'number',
      title: { zh: '答的人至少', en: 'At least so many answer' },
      unit: { zh: '%', en: '%' },
      default: 30,
      source: '惯例',
    },
    leastSatisfied: {
      kind: 'number',
      title: { zh: '满意度低于多少要写措施', en: 'Measures below' },
      unit: { zh: '%', en: '%' },
      default: 85,
      source: 'R3 服务满意',
    },
    resultDays: inDays({ zh: '结果登记期限', en: 'Results entered within' }, 3, '惯例'),
    tellDays: inDays({ zh: '反馈期限', en: 'Told within' }, 14, 'R4 信息沟通'),
    everyDays: inDays({ zh: '多久开一次座谈会', en: 'A forum every' }, 30, 'R3 学生座谈会'),
  },
  figures: {
    forums: count({
      title: { zh: '座谈会', en: 'Forums' },
      unit: { zh: '次', en: 'forums' },
      counts: { zh: '日期在期内的座谈会', en: 'Forums of the period' },
      happened: 'held',
      where: (row) => valueAt(row, 'kind') === 'forum',
    }),
    asked: total({
      title: { zh: '征求意见', en: 'People who answered' },
      unit: { zh: '人次', en: 'answers' },
      counts: { zh: '期内到会和收回问卷的人次', en: 'At forums, or by survey' },
      happened: 'held',
      amounts: () => (row) => numberAt(row, 'answered'),
    }),
    satisfied: ratio({
      title: { zh: '后勤服务满意度', en: 'Satisfied with the service' },
      counts: { zh: '期内作答的人中满意的', en: 'Of those who answered, satisfied' },
      happened: 'held',
      part: (row) => (satisfaction(row) === undefined ? undefined : numberAt(row, 'satisfied')),
      whole: (row) => (satisfaction(row) === undefined ? undefined : numberAt(row, 'answered')),
      target: 90,
    }),
  },
  plan: {
    tasks: (rows, month, world) => {
      const last = rows
        .filter((row) => valueAt(row, 'kind') === 'forum')
        .map((row) => textAt(row, 'held'))
        .toSorted()
        .at(-1);
      const day = localDate.safeParse(last);
      const every = world.settings.number('surveys.everyDays');
      const due = day.success ? plusDays(day.data, every) : month.to;
      if (due > month.to) return [];
      return [
        {
          key: `surveys-${month.month}`,
          group: 'service',
          what: '召开学生座谈会，听取后勤意见',
          standard: '各年级都有代表，意见逐条登记，两周内反馈',
          owner: '后勤副主任',
          due: due < month.from ? month.to : due,
          ...(day.success ? { note: clip(`上次${monthAndDay(day.data)}`, 20) } : {}),
        },
      ];
    },
  },
  report: {
    section: 'service',
    sentences: [
      '召开座谈会{forums|compared}，征求意见{asked|compared}，服务满意度{satisfied|compared}。',
    ],
    indicators: ['satisfied'],
    shortcomings: {
      satisfied: {
        says: '师生对后勤服务的满意度没有达到目标',
        effect: '师生的要求没有都解决',
        measure: '意见集中的窗口和楼栋逐项整改，下次座谈会先报整改结果',
      },
    },
  },
  print: { signatures: [{ zh: '主持人', en: 'Held by' }] },
  demo: demoSurveys,
});
