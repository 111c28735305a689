import { drivingPledges } from '../../calculations/driving-pledges.ts';
import { licences } from '../../calculations/licences.ts';
import { nameAt, rowsByName } from '../../calculations/named-rows.ts';
import { daysIntoTerm } from '../../calculations/term-now.ts';
import { choice, date, reference, text, yesNo } from '../../columns.ts';
import { demoDrivers } from '../../demo/vehicles.ts';
import { listed } from '../../figures/listed.ts';
import { listedShare } from '../../figures/listed-share.ts';
import type { PlanMonth, PlanTask } from '../../plan.ts';
import { defineRegister } from '../../register.ts';
import { type Row, textAt, valueAt } from '../../row.ts';
import type { World } from '../../rule.ts';
import { expiry } from '../../rules/expiry.ts';
import { preparedRowRule } from '../../rules/prepared-row.ts';
import { unique } from '../../rules/unique.ts';
import { inDays } from '../../settings.ts';
import { plain } from '../../spelling.ts';
import { dayOf, localDate } from '../../values.ts';
import { monthAndDay } from '../../wording.ts';

const columns = {
  person: reference('people', { zh: '驾驶员', en: 'Driver' }, { required: true }),
  licence: choice({ zh: '准驾车型', en: 'Licence' }, licences, { required: true }),
  licenceUntil: date({ zh: '驾驶证到期', en: 'Licence valid until' }, { required: true }),
  schoolBus: yesNo(
    { zh: '校车驾驶资格', en: 'School bus' },
    { help: { zh: '驾驶证上签注准驾校车', en: 'Allowed to drive a school bus' } },
  ),
  stopped: yesNo({ zh: '停驾', en: 'Drives no more' }),
  note: text({ zh: '备注', en: 'Note' }),
};

const drives = (row: Row): boolean => valueAt(row, 'stopped') !== true;

/** Who drives without being of the drivers' team; 安全责任书 itself asks the team. */
const standIn = preparedRowRule<typeof columns>({
  key: 'unpledged',
  columns: ['person', 'stopped'],
  reads: ['people', 'pledges', 'calendar'],
  catches: { zh: '兼职驾驶员没签行车安全责任书', en: 'A stand-in without a driving pledge' },
  finds: (world) => {
    const pledged = drivingPledges(world);
    const team = plain(pledged ? world.settings.text('pledges.driversTeam') : '');
    const staff = rowsByName(world, 'people');
    const due = daysIntoTerm(world, world.settings.number('drivers.pledgeDays'));
    return (row) => {
      const name = nameAt(row, 'person');
      const person = staff.get(name);
      if (!pledged || !person || !drives(row) || plain(textAt(person, 'team')) === team)
        return undefined;
      const today = dayOf(world.now);
      return due === undefined || today <= due || pledged(name, today)
        ? undefined
        : {
            column: 'person',
            severity: 'must',
            message: {
              zh: '没签本学期行车安全责任书，请补签',
              en: 'No driving pledge this term: have it signed',
            },
          };
    };
  },
});

/** 驾驶员 Drivers (E; R1). Each drives what the licence allows while it is valid: 道路交通安全法 第十九条. */
export const drivers = defineRegister({
  key: 'drivers',
  title: { zh: '驾驶员', en: 'Drivers' },
  purpose: {
    zh: '谁能开学校的车，驾驶证车型和有效期；责任书在安全责任书里签',
    en: 'Who may drive, with licence and its end; the pledge stands in 安全责任书',
  },
  workbook: 'stores',
  columns,
  label: 'person',
  rules: [
    unique({ columns: ['person'] }),
    expiry({
      until: 'licenceUntil',
      columns: ['stopped'],
      soonDays: (world) => world.settings.number('drivers.soonDays'),
      applies: drives,
      message: {
        expired: (day) => ({
          zh: `驾驶证${monthAndDay(day)}已到期，换证前不要出车`,
          en: `The licence ended on ${day}: no driving until renewed`,
        }),
        soon: (day, days) => ({
          zh: `驾驶证${monthAndDay(day)}到期，还有${days}天，请换证`,
          en: `The licence ends on ${day}, in ${days} days: renew it`,
        }),
      },
    }),
    standIn,
  ],
  settings: {
    soonDays: inDays(
      { zh: '驾驶证到期前提醒', en: 'Remind before the licence ends' },
      90,
      '《机动车驾驶证申领和使用规定》期满前九十日内换证',
    ),
    pledgeDays: inDays(
      { zh: '开学后签责任书期限', en: 'Pledge signed within, after term began' },
      14,
      'R1 与司机签出车安全责任书',
    ),
  },
  figures: {
    drivers: listed({
      title: { zh: '驾驶员', en: 'Drivers' },
      unit: { zh: '人', en: 'people' },
      counts: { zh: '驾驶员表中没有停驾的', en: 'Drivers that still drive' },
      where: drives,
    }),
    pledged: listedShare({
      title: { zh: '驾驶员责任书签订率', en: 'Drivers with a pledge' },
      counts: { zh: '驾驶员中已签本学期行车安全责任书的', en: 'Of the drivers, pledged this term' },
      target: 100,
      among: (row, world) => drives(row) && drivingPledges(world) !== undefined,
      where: (row, world) =>
        drivingPledges(world)?.(nameAt(row, 'person'), dayOf(world.now)) === true,
    }),
  },
  plan: { tasks },
  report: {
    section: 'gate',
    sentences: ['登记驾驶员{drivers}，行车安全责任书签订率{pledged}。'],
    shortcomings: {
      pledged: {
        says: '有的驾驶员没有签行车安全责任书',
        effect: '行车安全责任没有落到人',
        measure: '没签责任书的不派车',
      },
    },
  },
  demo: demoDrivers,
});

/** A licence that ends by the end of the month is renewed in it. */
function tasks(rows: readonly Row[], month: PlanMonth, world: World): PlanTask[] {
  return rows.filter(drives).flatMap((row): PlanTask[] => {
    const until = localDate.safeParse(valueAt(row, 'licenceUntil'));
    if (!until.success || until.data > month.to || textAt(row, 'person') === '') return [];
    const late = until.data < month.from;
    return [
      {
        key: `drivers-${row.id}`,
        group: 'vehicles',
        what: `换驾驶证：${textAt(row, 'person')}`,
        standard: '到期前换好，没换好不派车',
        owner: textAt(row, 'person'),
        due: late ? month.from : until.data,
        carriedOver: until.data < dayOf(world.now),
      },
    ];
  });
}
