import type { Register } from '../register.ts';
import { calendar } from './calendar.ts';
import { checklists } from './checklists.ts';
import { dutySigns } from './duty-signs.ts';
import { hazards } from './hazards.ts';
import { inspections } from './inspections.ts';
import { items } from './items.ts';
import { leave } from './leave.ts';
import { movements } from './movements.ts';
import { people } from './people.ts';
import { places } from './places.ts';
import { planTasks } from './plan-tasks.ts';
import { posts } from './posts.ts';
import { repairs } from './repairs.ts';
import { roster } from './roster.ts';
import { routine } from './routine.ts';
import { runs } from './runs.ts';
import { settings } from './settings.ts';
import { teams } from './teams.ts';

/** Every register of the product. Adding one is its file and its line here. */
export const registers: readonly Register[] = [
  settings,
  people,
  teams,
  posts,
  places,
  calendar,
  roster,
  dutySigns,
  leave,
  planTasks,
  routine,
  runs,
  repairs,
  checklists,
  inspections,
  hazards,
  items,
  movements,
];
