import type { Register } from '../register.ts';
import { dutySigns } from './people/duty-signs.ts';
import { leave } from './people/leave.ts';
import { people } from './people/people.ts';
import { posts } from './people/posts.ts';
import { roster } from './people/roster.ts';
import { teams } from './people/teams.ts';
import { planTasks } from './plan/plan-tasks.ts';
import { routine } from './plan/routine.ts';
import { runs } from './plan/runs.ts';
import { checklists } from './safety/checklists.ts';
import { hazards } from './safety/hazards.ts';
import { inspections } from './safety/inspections.ts';
import { calendar } from './school/calendar.ts';
import { places } from './school/places.ts';
import { settings } from './school/settings.ts';
import { repairs } from './service/repairs.ts';
import { items } from './stock/items.ts';
import { movements } from './stock/movements.ts';

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
