import { plusDays } from '../time.ts';
import { type LocalDate, localDate } from '../values.ts';
import type { DemoSchool } from './school.ts';

/** The fleet: plate, what its odometer shows on the demo's day, litres on 100 km. */
export const demoFleet = {
  van: { plate: '浙AQ1021', odometer: 42_600, fuel: 10 },
  lorry: { plate: '浙AQ1022', odometer: 61_200, fuel: 13 },
  coach: { plate: '浙AQ1023', odometer: 28_300, fuel: 17 },
} as const;

/** A vehicle of the fleet. */
export type DemoVehicle = keyof typeof demoFleet;

/** Three vehicles: the lorry is past its service, insurance and service of the coach end soon. */
export function demoVehicles({ today }: DemoSchool) {
  const { van, lorry, coach } = demoFleet;
  return [
    {
      plate: van.plate,
      model: '9座面包车',
      licence: 'C1' as const,
      seats: 9,
      custodian: '任永强',
      insuredUntil: plusDays(today, 140),
      inspectedUntil: plusDays(today, 96),
      serviceKm: van.odometer - 400,
      usualFuel: van.fuel,
    },
    {
      plate: lorry.plate,
      model: '轻型厢式货车',
      licence: 'C1' as const,
      seats: 3,
      custodian: '姚建平',
      insuredUntil: plusDays(today, 201),
      inspectedUntil: plusDays(today, 170),
      serviceKm: lorry.odometer - 150,
      usualFuel: lorry.fuel,
    },
    {
      plate: coach.plate,
      model: '19座客车',
      licence: 'B1' as const,
      seats: 19,
      custodian: '任永强',
      insuredUntil: plusDays(today, 24),
      inspectedUntil: plusDays(today, 120),
      serviceDue: plusDays(today, 20),
      usualFuel: coach.fuel,
    },
  ];
}

/** The two drivers, with the licences of 证件证书, and a plumber who stands in without a pledge. */
export function demoDrivers(school: DemoSchool) {
  const licences = school.rows('certificates').filter(({ kind }) => kind === 'driver');
  const until = (name: string): LocalDate => {
    const day = localDate.safeParse(licences.find(({ person }) => person === name)?.until);
    return day.success ? day.data : plusDays(school.today, 200);
  };
  return [
    {
      person: '任永强',
      licence: 'A1' as const,
      licenceUntil: until('任永强'),
      schoolBus: true,
    },
    { person: '姚建平', licence: 'B2' as const, licenceUntil: until('姚建平') },
    { person: '王大勇', licence: 'C1' as const, licenceUntil: plusDays(school.today, 930) },
  ];
}
