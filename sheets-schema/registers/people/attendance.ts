import { peopleMeant } from '../../calculations/people-meant.ts';
import { choice, moment, reference, text } from '../../columns.ts';
import { demoAttendance } from '../../demo/trainings.ts';
import type { Figure } from '../../figure.ts';
import { count } from '../../figures/count.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt } from '../../row.ts';
import { rowRule, type World } from '../../rule.ts';
import { unique } from '../../rules/unique.ts';
import { plain } from '../../spelling.ts';
import { dayOf, type LocalDate, localDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const states = {
  present: { zh: '到', en: 'Present' },
  late: { zh: '迟到', en: 'Late' },
  onLeave: { zh: '请假', en: 'On leave' },
  absent: { zh: '缺席', en: 'Absent' },
  madeUp: { zh: '补训', en: 'Made up' },
};

const columns = {
  signed: moment({ zh: '签到时间', en: 'Signed' }, { required: true, stamped: true }),
  training: reference('trainings', { zh: '培训或会议', en: 'Training' }, { required: true }),
  person: reference('people', { zh: '姓名', en: 'Person' }, { required: true }),
  state: choice({ zh: '情况', en: 'State' }, states, { required: true }),
  note: text({ zh: '备注', en: 'Note' }),
};

/** Trainings that were held, by name, with their day and those who were expected. */
function heldTrainings(world: World) {
  const meantBy = peopleMeant(world);
  return new Map(
    world.rows('trainings').flatMap((row) => {
      const day = localDate.safeParse(textAt(row, 'held').slice(0, 10));
      return day.success && textAt(row, 'state') === 'held'
        ? [
            [
              plain(textAt(row, 'name')),
              { day: day.data, expected: meantBy(textAt(row, 'expected'), day.data) },
            ] as const,
          ]
        : [];
    }),
  );
}

const came = (row: Row): boolean => ['present', 'late', 'madeUp'].includes(textAt(row, 'state'));

/** Of those expected at the trainings held in a period, how many came or made up for it. */
const attended: Figure = {
  title: { zh: '培训到会率', en: 'Attended of those expected' },
  unit: { zh: '%', en: '%' },
  counts: {
    zh: '期内已开展培训的应到人次中到会或补训的',
    en: 'Of those expected at trainings held in the period, came or made up',
  },
  better: 'higher',
  form: 'share',
  target: 95,
  measure: (rows, period, world) => {
    const inPeriod = [...heldTrainings(world)].filter(
      ([, { day }]) => day >= period.from && day <= period.to,
    );
    const signed = new Map(
      rows
        .filter(came)
        .map((row) => [`${plain(textAt(row, 'training'))}|${plain(textAt(row, 'person'))}`, row]),
    );
    const whole = inPeriod.flatMap(([name, { expected }]) =>
      expected.map((person) => `${name}|${person}`),
    );
    const part = whole.flatMap((key) => signed.get(key) ?? []);
    return {
      value:
        rows.length === 0 || whole.length === 0 ? undefined : (part.length / whole.length) * 100,
      part: part.length,
      whole: whole.length,
      rows: part.map(({ id }) => id),
    };
  },
};

function memberRows(world: World, training: string, today: LocalDate) {
  const row = world.rows('trainings').find((one) => plain(textAt(one, 'name')) === plain(training));
  return row ? peopleMeant(world)(textAt(row, 'expected'), today) : [];
}

/** 培训签到 Attendance (B6): who came to a training, drill or meeting; a leader enters a whole list at once. */
export const attendance = defineRegister({
  key: 'attendance',
  title: { zh: '培训签到', en: 'Attendance' },
  purpose: {
    zh: '培训、演练、会议谁到了，班长可整单登记',
    en: 'Who came to trainings, drills and meetings; a leader may enter a whole list',
  },
  workbook: 'people',
  columns,
  happened: 'signed',
  form: {
    audience: 'staff',
    intro: { zh: '选培训和姓名，签到。', en: 'Choose the training and your name.' },
    asks: ['training', 'person', 'state'],
    example: { training: '11-20 保安业务培训', person: '彭少华', state: 'madeUp' },
  },
  batches: [
    {
      key: 'list',
      title: { zh: '整单签到', en: 'A whole list' },
      audience: 'staff',
      intro: {
        zh: '先选培训，再点每人的情况；没点的不算签到。',
        en: 'Choose the training, then touch each name; who is not touched has not signed.',
      },
      shared: ['training'],
      each: ['person', 'state', 'note'],
      rows: (world, shared) =>
        memberRows(world, String(shared.training ?? ''), dayOf(world.now)).map((person) => ({
          person,
          state: 'present' as const,
        })),
      untouched: 'leftOut',
      example: {
        shared: { training: '11-20 保安业务培训' },
        rows: [{ person: '彭少华', state: 'late', note: '夜班后' }],
      },
    },
  ],
  rules: [
    unique({
      columns: ['person', 'training'],
      message: (said) => ({
        zh: `${clip(said, 8)}签了两次，请删一行`,
        en: `${said} signed twice: delete one`,
      }),
    }),
    rowRule<typeof columns>({
      key: 'absent-why',
      columns: ['state', 'note'],
      catches: { zh: '缺席没写原因', en: 'Absent without a reason' },
      finds: ({ values: { state, note } }) =>
        state === 'absent' && note === undefined
          ? {
              column: 'note',
              severity: 'look',
              message: { zh: '缺席，请在备注写原因', en: 'Absent: say why' },
            }
          : undefined,
    }),
    {
      key: 'before-it-was-held',
      columns: ['signed', 'training'],
      reads: ['trainings'],
      catches: { zh: '培训那天之前就签了', en: 'Signed before the day of the training' },
      check: (register, rows, world) => {
        const held = heldTrainings(world);
        return rows
          .filter((row) => {
            const signed = textAt(row, 'signed').slice(0, 10);
            const training = held.get(plain(textAt(row, 'training')));
            return signed !== '' && training !== undefined && signed < training.day;
          })
          .map((row) => ({
            register: register.key,
            rule: 'before-it-was-held',
            row: row.id,
            column: 'signed',
            severity: 'must' as const,
            message: { zh: '培训那天之前就签了，请核对', en: 'Signed before the day: check' },
          }));
      },
    },
  ],
  figures: {
    signatures: count({
      title: { zh: '培训到会人次', en: 'Attendances' },
      unit: { zh: '人次', en: 'times' },
      counts: { zh: '期内到、迟到、补训的签到', en: 'Present, late or made up in the period' },
      happened: 'signed',
      where: came,
    }),
    attended,
  },
  report: {
    section: 'people',
    sentences: ['培训到会{signatures|compared}，到会率{attended}。'],
    indicators: ['attended'],
    shortcomings: {
      attended: {
        says: '培训到会不齐',
        effect: '部分员工没有学到应会的内容',
        measure: '缺席的一周内补训，班组长负责',
      },
    },
  },
  print: {
    columns: ['training', 'person', 'state', 'signed', 'note'],
    signatures: [{ zh: '组织人', en: 'Led by' }],
  },
  demo: demoAttendance,
});
