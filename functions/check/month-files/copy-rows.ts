import { createWorkbooks } from '#platform/workbook/index.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import type { Columns } from '#schema/columns.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Values } from '#schema/row.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import type { MonthFilePorts } from './ports.ts';

/** Rows of a tab that are to stand in another file as well. */
export interface CopiedRows {
  readonly tab: TabRead;
  readonly rows: readonly Row[];
}

/**
 * Copies rows into another file of their workbook with their ids, their places in the order of events and the
 * fingerprints of what was first sent. Done again it copies nothing twice.
 *
 * @param values what of a row is copied
 * @throws when a row could not be written
 */
export async function copyRows(
  ports: MonthFilePorts,
  workbook: WorkbookKey,
  into: string,
  copied: readonly CopiedRows[],
  values: (register: Register, row: Row) => Values<Columns> = (_, row) => row.values,
): Promise<number> {
  const { google, workbooks, clock, random, log, rowPage } = ports;
  const { editors } = await ports.directory();
  const target = createWorkbooks({
    google,
    directory: () => Promise.resolve({ editors, spreadsheets: { [workbook]: into } }),
    registers: workbooks.registers,
    clock,
    random,
    log,
    ...(rowPage && { rowPage }),
  });
  const outcomes = await Promise.all(
    copied.flatMap(({ tab, rows }) =>
      rows.map((row) => {
        const sent = tab.identified.numbered.get(row.id)?.sent;
        return target.submit({
          register: tab.register.key,
          id: row.id,
          values: values(tab.register, row),
          sequence: row.sequence,
          retry: true,
          ...(sent !== undefined && { fingerprint: sent, origin: { how: 'form' as const } }),
        });
      }),
    ),
  );
  await target.close();
  const failed = outcomes.find(({ outcome }) => outcome === 'unavailable' || outcome === 'refused');
  if (failed) throw new Error(`a row was not copied into ${into}: ${JSON.stringify(failed)}`);
  return outcomes.filter(({ outcome }) => outcome === 'written').length;
}
