import type { Seals } from '#platform/seals/index.ts';
import { createArchives } from '#platform/workbook/archives.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import type { FencedSheets } from '#platform/workbook/fence.ts';
import { isMonthly } from '#schema/workbooks.ts';
import type { CheckOptions } from '../create-check.ts';
import { type Closing, type ClosingPorts, createClosing } from './create-closing.ts';

/** The closing of one holder of the lease. */
export async function openClosing(
  options: CheckOptions & Pick<ClosingPorts, 'record'>,
  sheets: FencedSheets,
  prolong: () => Promise<void>,
  seals: Seals,
): Promise<Closing> {
  const { google, bucket, workbooks } = options;
  const { storage } = google;
  const { driveId, editors, spreadsheets } = await options.directory();
  return createClosing({
    ...options,
    sheets,
    prolong,
    registers: workbooks.registers,
    editors,
    seals,
    closedIds: createClosedIds({ storage, bucket }),
    archives: createArchives({ sheets, drive: google.drive, driveId, editors }),
    spreadsheetUrl: options.spreadsheetUrl ?? googleUrl,
    spreadsheets: new Map(
      Object.entries(spreadsheets)
        // A file a month is protected as it ends instead.
        .filter(([workbook]) => !isMonthly(workbook))
        .map(([workbook, id]) => [
          id,
          workbooks.registers.filter((register) => register.workbook === workbook),
        ]),
    ),
  });
}

function googleUrl(spreadsheetId: string): string {
  return `https://docs.google.com/spreadsheets/d/${encodeURIComponent(spreadsheetId)}/edit`;
}
