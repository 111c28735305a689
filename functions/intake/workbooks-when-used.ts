import type { Workbooks } from '#platform/workbook/port.ts';
import type { Register } from '#schema/register.ts';

/**
 * The workbooks of an intake that answers its first page before it loads what talks to Google: they are opened by
 * the first read or submission, which wait for that.
 */
export function workbooksWhenUsed(
  registers: readonly Register[],
  open: () => Promise<Workbooks>,
): Workbooks {
  let opened: Promise<Workbooks> | undefined;
  const workbooks = (): Promise<Workbooks> => {
    opened ??= open();
    return opened;
  };
  return {
    registers,
    register: (key) => registers.find((candidate) => candidate.key === key),
    read: async (keys, since) => (await workbooks()).read(keys, since),
    accepted: async () => (await workbooks()).accepted(),
    submit: async (submission) => (await workbooks()).submit(submission),
    amend: async (register, id, decide) => (await workbooks()).amend(register, id, decide),
    close: async () => (await opened)?.close(),
  };
}
