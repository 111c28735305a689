import { choice, date, moment, reference, text } from '../../columns.ts';
import { count } from '../../figures/count.ts';
import { defineRegister } from '../../register.ts';
import { textAt } from '../../row.ts';
import { rowRule } from '../../rule.ts';
import { hole } from '../../rules/hole.ts';
import { inOrder } from '../../rules/in-order.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { plusDays } from '../../time.ts';
import { dayOf, localDate, localDateTime } from '../../values.ts';

const columns = {
  asked: moment({ zh: '申请时间', en: 'Asked' }, { required: true, stamped: true }),
  person: reference('people', { zh: '请假人', en: 'Who' }, { required: true }),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      personal: { zh: '事假', en: 'Personal' },
      sick: { zh: '病假', en: 'Sick' },
      annual: { zh: '年休', en: 'Annual' },
      errand: { zh: '公出', en: 'On business' },
      swap: { zh: '换班', en: 'Swap' },
    },
    { required: true },
  ),
  from: date({ zh: '开始日期', en: 'From' }, { required: true }),
  to: date({ zh: '结束日期', en: 'To' }, { required: true }),
  cover: reference(
    'people',
    { zh: '顶班人', en: 'Cover' },
    { help: { zh: '值班由谁顶', en: 'Who takes the duties' } },
  ),
  reason: text({ zh: '事由', en: 'Reason' }, { personal: true }),
  state: choice(
    { zh: '审批', en: 'State' },
    {
      asked: { zh: '待批', en: 'Asked' },
      approved: { zh: '同意', en: 'Approved' },
      refused: { zh: '不同意', en: 'Refused' },
    },
    { required: true },
  ),
  approver: reference('people', { zh: '审批人', en: 'Approved by' }),
  decision: text(
    { zh: '审批记录', en: 'Decision' },
    { filledByCode: true, help: { zh: '在邮件里审批的记在这里', en: 'What was decided by mail' } },
  ),
};

/** Person, kind, first day from the demo's day, days, cover, reason, asked so many days before. */
const demoLeaves = [
  ['胡秀英', 'personal', -52, 3, '马春生', '回老家', 12],
  ['蒋爱华', 'sick', -40, 2, '沈月娥', '感冒发烧', 1],
  ['冯树林', 'annual', -20, 5, '曹德明', '年休假', 16],
  ['王大勇', 'personal', -6, 1, '刘海峰', '孩子家长会', 2],
  ['余振华', 'errand', 1, 4, '潘国庆', '参加消防培训', 14],
] as const;

/**
 * 请假换班 Leave and swaps (B3). Whoever covers must be free; the duty itself is changed in 值班表, which finds it too.
 */
export const leave = defineRegister({
  key: 'leave',
  title: { zh: '请假换班', en: 'Leave and swaps' },
  purpose: { zh: '请假、换班和顶班，批了以后排班会避开', en: 'Leave, swaps and who covers' },
  workbook: 'people',
  startsOn: true,
  columns,
  happened: 'from',
  isOver: (world) => (row) => textAt(row, 'to') !== '' && textAt(row, 'to') < dayOf(world.now),
  form: {
    audience: 'staff',
    intro: {
      zh: '请提前一天填；值班请写顶班人。',
      en: 'A day ahead, please; name who covers your duties.',
    },
    asks: ['person', 'kind', 'from', 'to', 'cover', 'reason'],
    starts: { state: 'asked' },
    tracks: ['state', 'approver', 'decision'],
    example: {
      person: '唐志刚',
      kind: 'personal',
      from: localDate.parse('2026-12-03'),
      to: localDate.parse('2026-12-03'),
      cover: '冯树林',
      reason: '家中有事',
    },
  },
  approval: {
    state: 'state',
    waits: 'asked',
    approves: 'approved',
    refuses: 'refused',
    approver: 'approver',
    record: 'decision',
    asker: 'person',
    tells: ['person', 'kind', 'from', 'to', 'cover', 'reason'],
    by: 'deputy',
  },
  rules: [
    inOrder({ from: 'from', until: 'to' }),
    hole(),
    secondPerson({
      checker: 'cover',
      others: ['person'],
      message: () => ({ zh: '顶班人就是本人，请换人', en: 'Nobody covers for themselves' }),
    }),
    rowRule<typeof columns>({
      key: 'undecided',
      columns: ['state', 'from'],
      catches: { zh: '到日子还没批', en: 'Begins and is not decided' },
      finds: ({ values: { state, from } }, world) =>
        state === 'asked' &&
        from !== undefined &&
        from <= plusDays(localDate.parse(world.now.slice(0, 10)), 1)
          ? {
              column: 'state',
              severity: 'must',
              message: { zh: '明天前就开始了，请审批', en: 'It begins by tomorrow: decide' },
            }
          : undefined,
    }),
    rowRule<typeof columns>({
      key: 'decided-by-nobody',
      columns: ['state', 'approver'],
      catches: { zh: '批了没写审批人', en: 'Decided by nobody' },
      finds: ({ values: { state, approver } }) =>
        state !== undefined && state !== 'asked' && approver === undefined
          ? {
              column: 'approver',
              severity: 'must',
              message: { zh: '请填审批人', en: 'Fill in who decided' },
            }
          : undefined,
    }),
  ],
  figures: {
    approved: count({
      title: { zh: '批准请假换班', en: 'Leave approved' },
      unit: { zh: '次', en: 'times' },
      counts: { zh: '开始日期在期内、已同意的', en: 'Approved, beginning in the period' },
      happened: 'from',
      where: (row) => row.values.state === 'approved',
    }),
  },
  retention: { reason: { months: 12 } },
  demo: (school) =>
    demoLeaves.map(([person, kind, begins, days, cover, reason, askedBefore]) => {
      const from = plusDays(school.today, begins);
      return {
        asked: localDateTime.parse(`${plusDays(from, -askedBefore)}T10:20:00`),
        person,
        kind,
        from,
        to: plusDays(from, days - 1),
        cover,
        reason,
        state: 'approved' as const,
        approver: '周敏',
      };
    }),
});
