import { drivingPledges } from '../calculations/driving-pledges.ts';
import { mayDrive } from '../calculations/licences.ts';
import { nameAt, rowsByName } from '../calculations/named-rows.ts';
import { momentAt, textAt } from '../row.ts';
import type { Rule, World } from '../rule.ts';
import { plusDays } from '../time.ts';
import { dayOf, type LocalDate } from '../values.ts';
import { clip, monthAndDay } from '../wording.ts';
import { atColumn } from './at-column.ts';

/**
 * Who drives holds a valid licence for the vehicle and, some days into term, the driving pledge of the term.
 *
 * @param driver column with the driver
 * @param vehicle column with the vehicle
 * @param out column with the moment at which the trip left
 */
export function fitDriver<const K extends string>(rule: {
  readonly driver: K;
  readonly vehicle: K;
  readonly out: K;
}): Rule<K> {
  return atColumn({
    key: 'fit-driver',
    at: rule.driver,
    columns: [rule.vehicle, rule.out],
    reads: ['drivers', 'vehicles', 'pledges', 'calendar'],
    catches: {
      zh: '司机没签责任书，或驾驶证不符',
      en: 'A driver without a pledge or the right licence',
    },
    says: (world) => {
      const drivers = rowsByName(world, 'drivers');
      const vehicles = rowsByName(world, 'vehicles');
      const pledged = pledgeAsked(world);
      return (row) => {
        const driver = drivers.get(nameAt(row, rule.driver));
        const out = momentAt(row, rule.out);
        if (!driver || out === undefined) return undefined;
        const vehicle = vehicles.get(nameAt(row, rule.vehicle));
        const name = clip(textAt(row, rule.driver), 6);
        const until = textAt(driver, 'licenceUntil');
        if (until !== '' && until < dayOf(out))
          return {
            zh: `${name}驾驶证${monthAndDay(until)}到期，请换人`,
            en: `${name}'s licence ended on ${until}: choose another`,
          };
        const asked = vehicle ? textAt(vehicle, 'licence') : '';
        if (!mayDrive(textAt(driver, 'licence'), asked))
          return {
            zh: `这辆车要${asked}驾驶证，${name}没有，请换人`,
            en: `This vehicle asks for ${asked}: choose another driver`,
          };
        return pledged(nameAt(row, rule.driver), dayOf(out))
          ? undefined
          : {
              zh: `${name}没签行车安全责任书，请补签再派`,
              en: `${name} has no driving pledge: have it signed first`,
            };
      };
    },
  });
}

/** Whether somebody had the pledge that could be asked for on a day; nobody is asked in the first days of term. */
function pledgeAsked(world: World): (name: string, day: LocalDate) => boolean {
  const pledged = drivingPledges(world);
  return (name, day) => {
    const term = world.calendar.termAt(day);
    if (!pledged || !term) return true;
    const asked = day > plusDays(term.from, world.settings.number('pledges.withinDays'));
    return !asked || pledged(name, day) !== false;
  };
}
