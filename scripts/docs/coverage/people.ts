import { caught, done, type WorkLine } from './line.ts';

/** B: people and rosters. */
export const people: readonly WorkLine[] = [
  {
    id: 'B1',
    title: { zh: '人员', en: 'Staff' },
    registers: ['people', 'teams', 'certificates', 'uniforms'],
    catches: [
      caught(
        '无证上岗或证件过期',
        'Without a certificate, or an old one',
        'certificates.without-one',
        'certificates.expiry-until',
      ),
      caught('离岗没有交回工作服', 'Uniform not given back', 'uniforms.given-back'),
      caught('登记里的人不在名单上', 'A name that is not on the list', '*.unlisted'),
      caught(
        '离岗的人还有没做完的事',
        'An open task of somebody who left',
        'repairs.handed-over-worker',
        'hazards.handed-over-owner',
        'planTasks.handed-over-owner',
        'opinions.handed-over-owner',
        'assignedWork.handed-over-owner',
        'projects.handed-over-leader',
        'walkRounds.handed-over-owner',
      ),
    ],
  },
  {
    id: 'B2',
    title: { zh: '值班表', en: 'Duty roster' },
    registers: ['roster', 'dutySigns', 'posts'],
    catches: [
      caught('岗位没人', 'Nobody on a post', 'roster.staffed'),
      caught('同一人同时两处', 'The same person twice at once', 'roster.twice-at-once'),
      caught('没有休息', 'No rest', 'roster.rest'),
      caught('请假的人排了班', 'On leave', 'roster.absent-person'),
      caught('班次不均', 'Unequal share', 'roster.equal-share'),
      caught('值完没签名', 'Unsigned duty', 'roster.unsigned-signed', 'dutySigns.signs-a-duty'),
      caught('值班有情况没写', 'What happened not noted', 'dutySigns.incident-untold'),
      caught('无人在岗', 'A post left empty', 'doors.lapse'),
      caught('放假没有校领导带班', 'A holiday without a leader', 'roster.led-on-holidays'),
    ],
  },
  {
    id: 'B3',
    title: { zh: '请假换班', en: 'Leave and swaps' },
    registers: ['leave'],
    catches: [caught('换出一个空班', 'A swap that leaves a hole', 'leave.hole')],
  },
  {
    id: 'B4',
    title: { zh: '校历', en: 'School calendar' },
    registers: ['calendar'],
    catches: [
      caught('计划排在休息日', 'A plan on a day off', 'planTasks.on-day-off'),
      caught('学期重叠', 'Terms that overlap', 'calendar.terms-overlap'),
    ],
  },
  {
    id: 'B5',
    title: { zh: '考核', en: 'Appraisal' },
    registers: ['appraisalRules', 'appraisals', 'peerTicks', 'peerRatings'],
    catches: [
      caught('互评的票比领票的人多', 'More ballots than raters', 'peerRatings.more-than-taken'),
      caught('打了分没有记录', 'Points with no record behind them', 'appraisals.no-record'),
      caught('寝室没有整体考核', 'A dorm not judged as a whole', 'appraisals.whole-dorm'),
    ],
  },
  {
    id: 'B6',
    title: { zh: '培训演练', en: 'Training, drills, meetings' },
    registers: ['trainings', 'attendance'],
    catches: [
      caught('计划的没开展', 'A planned drill not held', 'trainings.not-held'),
      caught('有人没参加', 'Staff who missed it', 'trainings.left-out-missed'),
    ],
  },
  {
    id: 'B7',
    title: { zh: '安全责任书', en: 'Safety pledges' },
    registers: ['pledges'],
    catches: [
      caught(
        '开学多日没签',
        'Unsigned days after term start',
        'pledges.unsigned',
        'pledges.unsigned-driver',
      ),
    ],
  },
  {
    id: 'B8',
    title: { zh: '团队活动', en: 'Team activities' },
    registers: ['teamActivities'],
    catches: [caught('办完没写谁参加、结果', 'Over, without result', 'teamActivities.needed-over')],
  },
  {
    id: 'B9',
    title: { zh: '规章制度', en: 'Rules and duties' },
    registers: ['regulations', 'regulationReadings'],
    catches: [
      caught('该学的人没学', 'Not read by those it binds', 'regulations.left-out-unread'),
      caught('该修订了', 'Review overdue', 'regulations.expiry-reviewDue'),
    ],
  },
  {
    id: 'B10',
    title: { zh: '蹲点走访', en: 'Walk-rounds' },
    registers: ['walkRounds'],
    catches: [caught('答应了没下文', 'A promise without follow-up', 'walkRounds.promise-open')],
  },
  {
    id: 'B11',
    title: { zh: '活动保障', en: 'Event support' },
    registers: ['eventSupport'],
    catches: [
      caught('申请了没人答复', 'Asked and not answered', 'eventSupport.unanswered'),
      caught('一间房两个活动', 'Two events in one room', 'eventSupport.two-events'),
    ],
  },
  {
    id: 'B12',
    title: { zh: '常规工作与交办督办', en: 'Standing and assigned work' },
    registers: ['routine', 'assignedWork', 'planTasks'],
    catches: [
      caught('拖拉', 'Late', 'assignedWork.late', 'planTasks.overdue', 'assignedWork.untold'),
      done('按时办结率是一个数', 'The on-time rate is a figure', {
        file: 'sheets-schema/registers/plan/assigned-work.ts',
        test: 'test/sheets-schema/registers/plan/assigned-work.test.ts',
        shows: "['assigned', 'onTime', 'late']",
      }),
    ],
  },
];
