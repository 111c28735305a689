import type { Source } from '#platform/documents/index.ts';
import type { RowId } from '#schema/values.ts';

/** Where rows of a register are; handed in, since only the run knows the spreadsheets. */
export type SourceOf = (register: string, rows: readonly RowId[]) => Source | undefined;
