import { systemClock } from '#platform/clock.ts';
import { createGoogle } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { systemRandom } from '#platform/random.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import type { Register } from '#schema/register.ts';
import { switchedOff } from '#schema/switches.ts';

/**
 * The registers that a school on this machine uses: those that its 设置 does not switch off.
 *
 * @throws WorkbookFailure or GoogleFailure when the school cannot be read
 */
export async function registersInUse(
  registers: readonly Register[],
  school: { readonly googleRoot: string; readonly spreadsheets: Readonly<Record<string, string>> },
): Promise<readonly Register[]> {
  const ports = { clock: systemClock, random: systemRandom, log: createLog({ write: () => {} }) };
  const workbooks = createWorkbooks({
    ...ports,
    google: createGoogle({ ...ports, root: school.googleRoot, token: 'owner' }),
    directory: () => Promise.resolve({ editors: [], spreadsheets: { ...school.spreadsheets } }),
    registers,
  });
  const rows = (await workbooks.read(['settings'])).get('settings')?.rows ?? [];
  const off = switchedOff(registers, rows);
  return registers.filter(({ key }) => !off.has(key));
}
