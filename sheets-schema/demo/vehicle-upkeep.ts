import type { Columns } from '../columns.ts';
import type { Values } from '../row.ts';
import { daysBetween, plusDays } from '../time.ts';
import { dayOf, type LocalDate, localDateTime } from '../values.ts';
import { momentOn } from './moment.ts';
import type { DemoSchool } from './school.ts';
import { demoFleet } from './vehicles.ts';

/** Yuan a litre. */
const price = 7.5;

/** A vehicle is filled up once it has gone so far since the last time. */
const tank = { van: 300, lorry: 60, coach: 60 } as const;

interface Driven {
  readonly odometer: number;
  readonly day: LocalDate;
  readonly minute: number;
  readonly driver: string;
}

/** The ends of a vehicle's trips, in order. */
function drivenBy(trips: readonly Values<Columns>[], plate: string): Driven[] {
  return trips
    .filter(({ vehicle }) => vehicle === plate)
    .flatMap(({ back, backKm, driver }) => {
      const at = localDateTime.safeParse(back);
      if (!at.success || typeof backKm !== 'number') return [];
      const [hours = 0, minutes = 0] = at.data.slice(11).split(':').map(Number);
      return [
        {
          odometer: backKm,
          day: dayOf(at.data),
          minute: hours * 60 + minutes,
          driver: String(driver),
        },
      ];
    });
}

/** Fillings after the trips of 出车记录; one of the lorry took far more than it burns. */
export function demoFuel(school: DemoSchool) {
  const chance = school.chance('fuel');
  const trips = school.rows('trips');
  const fillings = (['van', 'lorry', 'coach'] as const).flatMap((vehicle) => {
    const { plate, fuel } = demoFleet[vehicle];
    let last: number | undefined;
    return drivenBy(trips, plate).flatMap((driven) => {
      const km = last === undefined ? tank[vehicle] : driven.odometer - last;
      if (km < tank[vehicle]) return [];
      last = driven.odometer;
      return [{ ...driven, vehicle, plate, burned: (km * fuel) / 100 }];
    });
  });
  const strange = fillings.findLast(({ vehicle }) => vehicle === 'lorry');
  return fillings
    .toSorted((a, b) => (`${a.day}` < `${b.day}` ? -1 : a.day > b.day ? 1 : a.minute - b.minute))
    .map((filling, index) => {
      const usual = filling.burned * (0.94 + chance.next() * 0.12);
      const litres = Math.round(usual * (filling === strange ? 17 : 10)) / 10;
      return {
        at: momentOn(filling.day, Math.min(filling.minute + 8, 1439)),
        vehicle: filling.plate,
        litres,
        amount: Math.round(litres * price * 100) / 100,
        odometer: filling.odometer,
        station: '城北加油站',
        receipt: `JY${String(1001 + index)}`,
        driver: filling.driver,
      };
    });
}

/** Vehicle, days after the first of the half-year, kind, what, garage, cost. */
const works = [
  ['van', 14, 'service', '换机油三滤', '城北汽修', 480],
  ['lorry', 26, 'tyres', '换后轮胎两条', '顺达轮胎', 1360],
  ['coach', 38, 'repair', '换雨刮和右转向灯', '城北汽修', 215],
] as const;

/** After so many days the same is due again. */
const halfYear = 182;

/** A service and two repairs each half-year, with the odometer of the trip before. */
export function demoVehicleMaintenance(school: DemoSchool) {
  const trips = school.rows('trips');
  const rounds = Math.max(1, Math.floor(daysBetween(school.from, school.today) / halfYear));
  const all = Array.from({ length: rounds }, (_, round) =>
    works.map((work) => ({ work, first: plusDays(school.from, round * halfYear) })),
  ).flat();
  return all.map(({ work: [vehicle, after, kind, what, garage, cost], first }, index) => {
    const done = plusDays(first, after);
    const { plate, odometer: now } = demoFleet[vehicle];
    const driven = drivenBy(trips, plate);
    const odometer = driven.findLast(({ day }) => day < done)?.odometer ?? now - 500;
    return {
      done,
      vehicle: plate,
      kind,
      what,
      odometer,
      garage,
      cost,
      receipt: `WX${String(301 + index)}`,
      ...(kind === 'service'
        ? { serviceKm: odometer + 5000, serviceDue: plusDays(done, halfYear) }
        : {}),
      handledBy: vehicle === 'lorry' ? '姚建平' : '任永强',
    };
  });
}
