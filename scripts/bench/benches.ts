import type { Bench } from './bench.ts';
import { check } from './check.ts';
import { closing } from './closing.ts';
import { coldStart } from './cold-start.ts';
import { intake } from './intake.ts';
import { page } from './page.ts';
import { rules } from './rules.ts';

/** Every bench; adding one is its file and its line here. */
export const benches: readonly Bench[] = [check, closing, coldStart, intake, page, rules];
