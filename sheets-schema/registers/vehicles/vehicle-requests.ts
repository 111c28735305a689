import { choice, date, moment, quantity, reference, text, yesNo } from '../../columns.ts';
import { demoVehicleRequests } from '../../demo/trips.ts';
import { count } from '../../figures/count.ts';
import { share } from '../../figures/share.ts';
import { type Promised, saidColumn, starsColumn } from '../../follow-up.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { momentAt, type Row, textAt, valueAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { decided } from '../../rules/decided.ts';
import { inOrder } from '../../rules/in-order.ts';
import { needed } from '../../rules/needed.ts';
import { overlap } from '../../rules/overlap.ts';
import { secondPerson } from '../../rules/second-person.ts';
import { unique } from '../../rules/unique.ts';
import { inHours } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { minutesBetween, minutesLater } from '../../time.ts';
import { dayOf, localDateTime } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  name: text(
    { zh: '用车事项', en: 'Request' },
    {
      required: true,
      width: 200,
      help: { zh: '短名，如“1124 送医”', en: 'A short name of its own' },
    },
  ),
  asked: moment({ zh: '申请时间', en: 'Asked' }, { required: true, stamped: true }),
  department: text({ zh: '用车部门', en: 'Department' }, { required: true }),
  applicant: text({ zh: '申请人', en: 'Asked by' }, { required: true, personal: true }),
  kind: choice(
    { zh: '公务类别', en: 'School business' },
    {
      purchase: { zh: '采购运货', en: 'Purchases and goods' },
      medical: { zh: '送医', en: 'To hospital' },
      errand: { zh: '公务外出', en: 'Errand' },
      event: { zh: '活动接送', en: 'Event' },
      other: { zh: '其他公务', en: 'Other business' },
    },
    { required: true, help: { zh: '私事不派车', en: 'No private use' } },
  ),
  to: text({ zh: '目的地', en: 'To' }, { required: true }),
  from: moment({ zh: '出发时间', en: 'From' }, { required: true }),
  until: moment({ zh: '返回时间', en: 'Until' }, { required: true }),
  passengers: quantity(
    { zh: '乘车人数', en: 'Passengers' },
    { unit: { zh: '人', en: 'people' }, min: 0, whole: true },
  ),
  standing: yesNo(
    { zh: '长期用车', en: 'Standing' },
    { help: { zh: '如一个月的食堂采购，每天出一趟', en: 'One request for many trips' } },
  ),
  state: choice(
    { zh: '审批', en: 'State' },
    {
      asked: { zh: '待批', en: 'Asked' },
      approved: { zh: '同意', en: 'Approved' },
      refused: { zh: '不同意', en: 'Refused' },
      cancelled: { zh: '取消', en: 'Cancelled' },
    },
    { required: true },
  ),
  approver: reference('people', { zh: '审批人', en: 'Approved by' }),
  decided: date({ zh: '审批日期', en: 'Decided' }),
  vehicle: reference('vehicles', { zh: '派车', en: 'Vehicle' }),
  driver: reference('drivers', { zh: '驾驶员', en: 'Driver' }),
  decision: text(
    { zh: '审批记录', en: 'Decision' },
    { filledByCode: true, help: { zh: '在邮件里审批的记在这里', en: 'What was decided by mail' } },
  ),
  stars: starsColumn,
  said: saidColumn,
};

const isApproved = (row: Row): boolean => valueAt(row, 'state') === 'approved';

/** Whether a request begins within so many hours, or has begun. */
function beginsSoon(row: Row, world: World): boolean {
  const from = momentAt(row, 'from');
  const { settings, now } = world;
  return (
    from !== undefined &&
    minutesBetween(now, from, settings.text('timeZone')) <=
      settings.number('vehicleRequests.decideHours') * 60
  );
}

/** While nobody has decided: so long before it begins. */
function decisionPromise(row: Row, { settings }: World): Promised | undefined {
  const from = momentAt(row, 'from');
  if (valueAt(row, 'state') !== 'asked' || from === undefined) return undefined;
  const hours = settings.number('vehicleRequests.decideHours');
  return {
    by: minutesLater(from, -hours * 60, settings.text('timeZone')),
    promise: { zh: '审批', en: 'decided' },
  };
}

/** Approved, and past the hour at which it was to begin. */
function hasBegun(row: Row, { now }: World): boolean {
  const from = momentAt(row, 'from');
  return isApproved(row) && from !== undefined && from < now;
}

/** Nobody and nothing is promised twice at one time; a standing request leaves the hours between its trips. */
function promisedTwice(what: 'vehicle' | 'driver') {
  return overlap({
    key: `${what}-twice`,
    columns: [what, 'from', 'until', 'state', 'standing'],
    who: (row) =>
      isApproved(row) && valueAt(row, 'standing') !== true ? plain(textAt(row, what)) : '',
    span: () => (row) => {
      const [from, until] = [momentAt(row, 'from'), momentAt(row, 'until')];
      return from === undefined || until === undefined ? undefined : { from, until };
    },
    message: (_row, other) => ({
      zh: `与“${clip(textAt(other, 'name'), 9)}”同时，请换${what === 'vehicle' ? '车' : '人'}`,
      en: `At the same time as “${textAt(other, 'name')}”: choose another`,
    }),
  });
}

/** 用车申请 Vehicle requests (E; R1): asked, approved and given a vehicle before it leaves. Private use is no choice. */
export const vehicleRequests = defineRegister({
  key: 'vehicleRequests',
  title: { zh: '用车申请', en: 'Vehicle requests' },
  purpose: {
    zh: '公务用车先申请，批了派车派人；急件先出车，24小时内补',
    en: 'School business asks first; approved requests get vehicle and driver',
  },
  workbook: 'stores',
  columns,
  label: 'name',
  happened: 'asked',
  isOver: (world) => (row) => textAt(row, 'until') !== '' && textAt(row, 'until') < world.now,
  form: {
    audience: 'staff',
    intro: {
      zh: '只限公务用车，请提前一天申请；送医等急事先打电话。',
      en: 'School business only, a day ahead; call when urgent.',
    },
    asks: [
      'name',
      'department',
      'applicant',
      'kind',
      'to',
      'from',
      'until',
      'passengers',
      'standing',
    ],
    starts: { state: 'asked' },
    tracks: ['state', 'vehicle', 'driver', 'decision'],
    example: {
      name: '1127 接送教研员',
      department: '教务处',
      applicant: '何立新',
      kind: 'event',
      to: '县教师进修学校',
      from: localDateTime.parse('2026-11-27T08:00:00'),
      until: localDateTime.parse('2026-11-27T11:30:00'),
      passengers: 3,
    },
  },
  followUp: {
    owner: 'driver',
    promise: decisionPromise,
    again: {
      label: { zh: '没派到车，请再安排', en: 'No vehicle came' },
      when: hasBegun,
      sets: { state: 'asked' },
    },
    stars: { column: 'stars', when: (row) => isApproved(row) && textAt(row, 'driver') !== '' },
    said: 'said',
  },
  approval: {
    state: 'state',
    waits: 'asked',
    approves: 'approved',
    refuses: 'refused',
    approver: 'approver',
    decided: 'decided',
    record: 'decision',
    asker: 'applicant',
    tells: ['name', 'department', 'applicant', 'kind', 'to', 'from', 'until', 'passengers'],
    by: 'deputy',
  },
  print: {
    slips: [
      {
        title: { zh: '用车申请单', en: 'Vehicle request' },
        columns: ['name', 'department', 'kind', 'to', 'from', 'until', 'passengers', 'vehicle'],
        signatures: [
          { zh: '申请人', en: 'Asked by' },
          { zh: '审批人', en: 'Approved by' },
        ],
      },
    ],
  },
  rules: [
    unique({ columns: ['name'] }),
    inOrder({ from: 'from', until: 'until' }),
    rowRule<typeof columns>({
      key: 'undecided',
      columns: ['state', 'from'],
      catches: { zh: '快出发了还没批', en: 'About to begin and not decided' },
      finds: (row, world) =>
        row.values.state === 'asked' && beginsSoon(row, world)
          ? {
              column: 'state',
              severity: 'must',
              message: { zh: '快出发了还没批，请审批', en: 'It begins soon: decide' },
            }
          : undefined,
    }),
    decided({ approver: 'approver', state: 'state', once: ['approved', 'refused'] }),
    needed({
      key: 'assigned',
      columns: ['vehicle', 'driver'],
      reads: ['state', 'from'],
      when: (row, world) => isApproved(row) && beginsSoon(row, world),
      because: { zh: '快出发了', en: 'It begins soon' },
    }),
    secondPerson({
      checker: 'approver',
      others: ['applicant'],
      message: () => ({ zh: '自己批了自己的用车，请换人审批', en: 'Let another approve it' }),
    }),
    promisedTwice('vehicle'),
    promisedTwice('driver'),
  ],
  settings: {
    decideHours: inHours({ zh: '出发前多久要批好', en: 'Decided before it begins by' }, 12, '惯例'),
  },
  figures: {
    requests: count({
      title: { zh: '用车申请', en: 'Vehicle requests' },
      unit: { zh: '次', en: 'requests' },
      counts: { zh: '申请时间在期内的', en: 'Asked in the period' },
      happened: 'asked',
    }),
    approved: share({
      title: { zh: '用车申请批准率', en: 'Requests approved' },
      counts: { zh: '期内申请中已审批的，同意的占多少', en: 'Of those decided, approved' },
      happened: 'asked',
      among: (row) => ['approved', 'refused'].includes(textAt(row, 'state')),
      where: isApproved,
    }),
  },
  plan: { tasks },
  report: { section: 'gate', sentences: ['受理用车申请{requests|compared}，批准率{approved}。'] },
  retention: { applicant: { months: 24 } },
  demo: demoVehicleRequests,
});

/** What is asked for in the month already, each on the day of its beginning. */
function tasks(rows: readonly Row[], month: PlanMonth): PlanTask[] {
  return rows
    .filter((row) => isApproved(row) || valueAt(row, 'state') === 'asked')
    .flatMap((row): PlanTask[] => {
      const from = momentAt(row, 'from');
      const name = textAt(row, 'name');
      if (from === undefined || name === '') return [];
      const due = dayOf(from);
      if (due < month.from || due > month.to) return [];
      return [
        {
          key: `vehicleRequests-${row.id}`,
          group: 'vehicles',
          what: `出车：${clip(name, 20)}`,
          standard: '按时到、平安回，登记出车记录',
          owner: textAt(row, 'driver') || '司机班长',
          due,
        },
      ];
    });
}
