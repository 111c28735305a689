import { days } from './days.ts';
import type { WorkLine } from './line.ts';
import { lists } from './lists.ts';
import { papers } from './papers.ts';
import { people } from './people.ts';
import { safetyAndCanteen } from './safety-and-canteen.ts';
import { serviceAndGate } from './service-and-gate.ts';
import { stockAndProperty } from './stock-and-property.ts';

/** All that a logistics office must be able to do, line by line. */
export const workLines: readonly WorkLine[] = [
  ...stockAndProperty,
  ...people,
  ...safetyAndCanteen,
  ...serviceAndGate,
  papers,
  lists,
  days,
];
