import { type AuditLine, chained, chainStart, lineFrom } from '#platform/audit/line.ts';
import { findSpreadsheet } from '../local-google/sheets/kept.ts';
import { lastRowWithData } from '../local-google/sheets/last-row.ts';
import type { GoogleState } from '../local-google/state.ts';

/** One workbook's audit as it stands. */
export interface AuditTab {
  readonly workbook: string;
  readonly lines: readonly AuditLine[];
  /** Whether each line follows from the one before it. */
  readonly isChained: boolean;
}

/** The audit as Google holds it; a simulation lies within one month, so it is one spreadsheet. */
export function auditOf(state: GoogleState, driveId: string | undefined): readonly AuditTab[] {
  const files = [...state.files.values()].filter(
    (file) => file.driveId === driveId && state.spreadsheets.has(file.id),
  );
  return files.flatMap(({ id }) =>
    (findSpreadsheet(state, id)?.sheets ?? []).flatMap(({ rows, ...sheet }) => {
      const { sheetId, title } = sheet.properties;
      const last = lastRowWithData({ rows, ...sheet }, { sheetId });
      if (last < 1) return [];
      const cells = rows.slice(1, last + 1).map((row) =>
        Array.from({ length: 12 }, (_, at) => {
          const value = row[at]?.value;
          return value && 'stringValue' in value ? value.stringValue : '';
        }),
      );
      return [
        {
          workbook: title,
          lines: cells.flatMap((row) => lineFrom(row) ?? []),
          isChained: isChained(cells),
        },
      ];
    }),
  );
}

function isChained(cells: readonly (readonly string[])[]): boolean {
  let hash = chainStart;
  for (const row of cells) {
    hash = chained(hash, row.slice(0, -1));
    if (row.at(-1) !== hash) return false;
  }
  return true;
}
