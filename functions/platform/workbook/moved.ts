import type { SheetsSchema as sheets_v4 } from '../google/index.ts';
import type { WritableTab } from './append-batch.ts';
import { columnMark, columnMetadataKey } from './frame-columns.ts';

/**
 * Registers whose columns, as the answer to a write shows them, are not where the write put its cells.
 * A column whose metadata is gone counts as moved: where it is has to be read again.
 */
export function layoutMoved(
  answered: sheets_v4.Schema$Spreadsheet | undefined,
  tabs: ReadonlyMap<string, WritableTab>,
): string[] {
  const marks = new Map<string, number>();
  for (const sheet of answered?.sheets ?? [])
    for (const grid of sheet.data ?? [])
      for (const [offset, dimension] of (grid.columnMetadata ?? []).entries())
        for (const { metadataKey, metadataValue } of dimension.developerMetadata ?? [])
          if (metadataKey === columnMetadataKey && metadataValue)
            marks.set(
              `${sheet.properties?.sheetId}:${metadataValue}`,
              (grid.startColumn ?? 0) + offset,
            );
  return [...tabs]
    .filter(([register, { layout }]) =>
      [...layout.columns].some(
        ([column, index]) =>
          marks.get(`${layout.sheetId}:${columnMark(register, column)}`) !== index,
      ),
    )
    .map(([register]) => register);
}
