import type { Columns } from '../../columns.ts';
import type { Values } from '../../row.ts';
import { plusDays } from '../../time.ts';
import type { LocalDate } from '../../values.ts';
import { demoCalendar } from '../calendar.ts';
import { demoFunctionRooms } from '../function-rooms.ts';
import { type DemoOptions, makeDemoSchool, type Telling } from '../make-school.ts';
import { demoPatrols } from '../patrols.ts';
import { demoRepairParts } from '../repair-parts.ts';
import type { DemoSchool } from '../school.ts';
import { type Added, type History, historyOf } from './history.ts';
import { addedPartsBought } from './parts-bought.ts';
import { addedMovements, addedProgress, addedProjects } from './project.ts';
import { addedPlacements, addedRuns } from './publicity.ts';
import { addedRepairs, withBacklogOnTrial } from './repairs.ts';
import {
  addedCertificates,
  addedPeople,
  addedPledges,
  addedReadings,
  addedUniforms,
} from './teams.ts';
import { told } from './told.ts';
import { addedAttendance, addedTrainings } from './trainings.ts';
import { addedVisitors } from './visitors.ts';
import { addedFavours, addedFinds, addedSurveys } from './voice.ts';

/** What the reports tell beside the school's everyday, by register, with the column in whose order it stands there. */
const tellings: Readonly<Record<string, Telling>> = {
  calendar: ({ today, from }) => demoCalendar(today, from).map((line) => ({ ...line })),
  patrols: (school) => demoPatrols(school, school.from),
  functionRooms: (school) => demoFunctionRooms(school, school.from),
  repairParts: (school) => demoRepairParts(school, Number.POSITIVE_INFINITY),
  settings: withBacklogOnTrial,
  people: adding(undefined, addedPeople),
  uniforms: adding('given', addedUniforms),
  certificates: adding(undefined, addedCertificates),
  pledges: adding('signed', addedPledges),
  regulationReadings: adding('signed', addedReadings),
  repairs: adding('reported', addedRepairs),
  visitors: adding('arrived', addedVisitors),
  projects: adding('started', addedProjects),
  projectProgress: adding('day', addedProgress),
  movements: adding('happened', addedMovements, addedPartsBought),
  publicityRuns: adding('printed', addedRuns),
  publicityPlacements: adding('at', addedPlacements),
  trainings: adding('planned', addedTrainings),
  attendance: adding('signed', addedAttendance),
  surveys: adding('held', addedSurveys),
  lostAndFound: adding('found', addedFinds),
  favours: adding('helped', addedFavours),
};

/**
 * The demo school 青山中学 with the eighteen months that R3 speaks of: the same everyday over all of them, and in it the
 * figures that R1 to R3 name.
 */
export function makeFullSchool(options: DemoOptions): DemoSchool {
  return makeDemoSchool({ ...options, from: openingOf(options.today), told: tellings });
}

function openingOf(today: LocalDate): LocalDate {
  return plusDays(today, -told.days);
}

function adding(
  column: string | undefined,
  ...more: readonly ((history: History) => Added)[]
): Telling {
  return (school, everyday) => {
    const history = historyOf(school, everyday);
    const rows = [...everyday, ...more.flatMap((added) => added(history))];
    return column === undefined ? rows : rows.toSorted(by(column));
  };
}

function by(column: string): (a: Values<Columns>, b: Values<Columns>) => number {
  return (a, b) => {
    const [first, second] = [String(a[column] ?? ''), String(b[column] ?? '')];
    return first < second ? -1 : first > second ? 1 : 0;
  };
}
