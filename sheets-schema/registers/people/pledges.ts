import { daysIntoTerm, termNow } from '../../calculations/term-now.ts';
import type { SchoolCalendar, Term } from '../../calendar.ts';
import { choice, date, photo, reference, text } from '../../columns.ts';
import { demoPledges } from '../../demo/pledges.ts';
import type { Figure } from '../../figure.ts';
import { listed } from '../../figures/listed.ts';
import type { Finding } from '../../finding.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { dutyPeople, isOnStaff } from '../../roster/people.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import { type Rule, rowRule, type World } from '../../rule.ts';
import { needed } from '../../rules/needed.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { plusDays } from '../../time.ts';
import { dayOf, type LocalDate } from '../../values.ts';
import { clip } from '../../wording.ts';

const columns = {
  term: text(
    { zh: '学期', en: 'Term' },
    { required: true, help: { zh: '与校历的学期名称相同', en: 'As the term is named in 校历' } },
  ),
  kind: choice(
    { zh: '类别', en: 'Kind' },
    {
      post: { zh: '岗位安全', en: 'Post' },
      driver: { zh: '行车安全', en: 'Driving' },
      canteen: { zh: '食品安全', en: 'Food safety' },
      other: { zh: '其他', en: 'Other' },
    },
    { required: true },
  ),
  person: reference('people', { zh: '责任人', en: 'Signed by' }, { required: true }),
  signed: date({ zh: '签订日期', en: 'Signed on' }),
  scan: photo({ zh: '扫描件', en: 'Scan' }),
  note: text({ zh: '备注', en: 'Note' }),
};

type Kind = 'any' | 'driver';

/** Those who must sign in the present term and those who did, by kind. */
function signers(rows: readonly Row[], world: World, kind: Kind, on: LocalDate) {
  const term = termNow(world);
  const drivers = plain(world.settings.text('pledges.driversTeam'));
  const leaders = plain(world.settings.text('roster.leadersTeam'));
  const bound = dutyPeople(world.rows('people')).filter(
    (person) =>
      isOnStaff(person, on) && (kind === 'any' ? person.team !== leaders : person.team === drivers),
  );
  const signed = new Map(
    rows
      .filter(
        (row) =>
          term !== undefined &&
          plain(textAt(row, 'term')) === plain(term.name) &&
          textAt(row, 'signed') !== '' &&
          (kind === 'any' || valueAt(row, 'kind') === kind),
      )
      .map((row) => [plain(textAt(row, 'person')), row] as const),
  );
  return { bound: bound.map(({ name }) => name), signed };
}

/** Every one at work, and every driver for driving, has signed so many days after term began (R1, R2). */
function unsignedAfterTermBegan(kind: Kind): Rule<'term' | 'kind' | 'person' | 'signed'> {
  const key = kind === 'any' ? 'unsigned' : 'unsigned-driver';
  return {
    key,
    columns: ['term', 'kind', 'person', 'signed'],
    reads: ['people', 'calendar'],
    catches: {
      zh: kind === 'any' ? '开学多日还没签责任书' : '司机没签行车安全责任书',
      en: kind === 'any' ? 'No pledge some days into term' : 'A driver without a driving pledge',
    },
    check: (register, rows, world) => {
      const today = dayOf(world.now);
      const due = daysIntoTerm(world, world.settings.number('pledges.withinDays'));
      if (due === undefined || today <= due || today > (termNow(world)?.to ?? today)) return [];
      const { bound, signed } = signers(rows, world, kind, due);
      const still = signers(rows, world, kind, today).bound;
      return bound
        .filter((name) => still.includes(name) && !signed.has(name))
        .map(
          (name): Finding => ({
            register: register.key,
            rule: key,
            severity: 'must',
            about: name,
            message:
              kind === 'any'
                ? {
                    zh: `${clip(name, 8)}本学期安全责任书没签，请补签`,
                    en: `${name} has not signed the safety pledge of this term`,
                  }
                : {
                    zh: `${clip(name, 8)}行车安全责任书没签，请补签`,
                    en: `${name} has not signed the driving pledge of this term`,
                  },
          }),
        );
    },
  };
}

/** Of those who must sign in the present term, how many did. */
const signedShare: Figure = {
  title: { zh: '安全责任书签订率', en: 'Pledges signed' },
  unit: { zh: '%', en: '%' },
  counts: {
    zh: '期末在岗人员中已签本学期责任书的（不含校领导）',
    en: 'Of the staff at the end of the period, those who signed this term',
  },
  better: 'higher',
  form: 'share',
  target: 100,
  measure: (rows, period, world) => {
    const { bound, signed } = signers(rows, world, 'any', period.to);
    const did = bound.flatMap((name) => signed.get(name) ?? []);
    return {
      value:
        rows.length === 0 || bound.length === 0 ? undefined : (did.length / bound.length) * 100,
      part: did.length,
      whole: bound.length,
      rows: did.map(({ id }) => id),
    };
  },
};

/** A term and those before it that 校历 knows, the latest first. */
function termsUpTo(term: Term, calendar: SchoolCalendar): readonly Term[] {
  const before = calendar.termBefore(term);
  return before ? [term, ...termsUpTo(before, calendar)] : [term];
}

/** 安全责任书 Safety pledges (B7; R1, R2): signed by everybody on a post and by each driver, anew each term. */
export const pledges = defineRegister({
  key: 'pledges',
  title: { zh: '安全责任书', en: 'Safety pledges' },
  purpose: {
    zh: '每学期人人签、司机另签行车安全，扫描存档',
    en: 'Everybody signs each term, drivers for driving too; the scan is kept',
  },
  workbook: 'people',
  columns,
  happened: 'signed',
  standing: ['kind', 'person'],
  rules: [
    unsignedAfterTermBegan('any'),
    unsignedAfterTermBegan('driver'),
    unique({
      columns: ['person', 'kind', 'term'],
      message: (said) => ({
        zh: `${clip(said, 8)}同一学期签了两份，请删一份`,
        en: `${said} signed twice in one term: delete one`,
      }),
    }),
    needed({
      key: 'filed',
      columns: ['scan'],
      reads: ['signed'],
      when: (row, world) => {
        const days = world.settings.number('pledges.fileDays');
        const signed = textAt(row, 'signed');
        return signed !== '' && signed < plusDays(dayOf(world.now), -days);
      },
      because: { zh: '签了要存档', en: 'Signed, to be filed' },
    }),
    rowRule<typeof columns>({
      key: 'known-term',
      columns: ['term'],
      reads: ['calendar'],
      catches: { zh: '学期名称与校历不同', en: 'A term that 校历 does not have' },
      finds: ({ values: { term } }, world) => {
        const known = termNow(world);
        if (term === undefined || known === undefined) return undefined;
        return termsUpTo(known, world.calendar).some(({ name }) => plain(name) === plain(term))
          ? undefined
          : {
              column: 'term',
              severity: 'look',
              message: { zh: '校历里没有这个学期，请照校历写', en: 'Write the term as 校历 does' },
            };
      },
    }),
  ],
  settings: {
    withinDays: inDays(
      { zh: '开学后签完期限', en: 'Signed within, after term began' },
      14,
      'R1、R2 每学期签订',
    ),
    fileDays: inDays({ zh: '签后扫描存档期限', en: 'Scanned within' }, 14, '惯例'),
    driversTeam: {
      kind: 'text',
      title: { zh: '司机班组', en: 'Team of the drivers' },
      default: '司机',
      source: 'R1 与司机签出车安全责任书',
    },
  },
  figures: {
    signed: signedShare,
    pledges: listed({
      title: { zh: '已签安全责任书', en: 'Pledges' },
      unit: { zh: '份', en: 'pledges' },
      counts: { zh: '本学期已签的责任书', en: 'Pledges signed for this term' },
      where: (row, world) =>
        textAt(row, 'signed') !== '' &&
        plain(textAt(row, 'term')) === plain(termNow(world)?.name ?? ''),
    }),
  },
  plan: { tasks: (_rows, month, world) => tasks(month, world) },
  report: {
    section: 'people',
    sentences: ['签订安全责任书{pledges}，签订率{signed}。'],
    indicators: ['signed'],
    shortcomings: {
      signed: {
        says: '安全责任书没有做到人人签订',
        effect: '岗位安全责任没有落到人',
        measure: '开学两周内签完，缺签的由班组长逐人补签',
      },
    },
  },
  print: { signatures: [{ zh: '后勤主任', en: 'Director' }] },
  demo: demoPledges,
});

/** In the month in which a term begins, everybody signs. */
function tasks(month: PlanMonth, world: World): PlanTask[] {
  const start = world.calendar
    .events(month.from, month.to)
    .find(({ kind }) => kind === 'termStart');
  if (!start) return [];
  const within = plusDays(start.from, world.settings.number('pledges.withinDays'));
  return [
    {
      key: `pledges-${month.month}`,
      group: 'people',
      what: '签订本学期安全责任书',
      standard: '人人签、司机另签行车安全，扫描存档',
      owner: '后勤副主任',
      assists: '各班组长',
      due: within < month.to ? within : month.to,
    },
  ];
}
