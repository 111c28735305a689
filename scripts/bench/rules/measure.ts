import { chineseHolidays } from '#platform/holidays.ts';
import { registers } from '#schema/registers/index.ts';
import { frameRules } from '#schema/rules/frame.ts';
import { worldOf } from '#schema/world.ts';
import { benchNow, manyYears } from './years.ts';

// Runs in a process of its own, so that the peak of memory is that of this number of rows.
const rows = manyYears(registers, Number(process.argv[2] ?? '10000'));
const world = worldOf({ registers, rows, now: benchNow, publicHolidays: chineseHolidays });
for (const { key } of registers) world.rows(key);
const count = [...rows.values()].reduce((sum, some) => sum + some.length, 0);
const began = performance.now();
const slowest = new Map<string, number>();
let findings = 0;
for (const register of registers)
  for (const rule of [...frameRules(register), ...register.rules]) {
    const start = performance.now();
    findings += rule.check(register, world.rows(register.key), world).length;
    slowest.set(`${register.key}.${rule.key}`, performance.now() - start);
  }
const seconds = (performance.now() - began) / 1000;
const [slow] = [...slowest].toSorted((a, b) => b[1] - a[1]);
console.log(
  JSON.stringify({
    rows: count,
    seconds,
    findings,
    peakMb: process.resourceUsage().maxRSS / 1024,
    slowest: slow ? `${slow[0]} ${(slow[1] / 1000).toFixed(2)} s` : '',
  }),
);
