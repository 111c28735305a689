import * as z from 'zod/mini';
import type { RowId } from '#schema/values.ts';
import { trapName } from '../pages/trap.ts';
import { idIn } from '../submission-body.ts';
import { isBlankText, type SentRow } from './entry.ts';
import type { Sheet } from './sheet.ts';

/** What the button of a page without JavaScript asked for: the grid, its first step again, more rows, to send. */
export type Doing = 'grid' | 'shared' | 'more' | 'send';
const doings: readonly Doing[] = ['grid', 'shared', 'more', 'send'];

/** A row of a page, as its fields say. */
export interface TypedRow {
  readonly index: number;
  readonly typed: Readonly<Record<string, string>>;
  /** What it was prefilled with; absent for a row that was added. */
  readonly was: Readonly<Record<string, string>> | undefined;
  readonly isSeen: boolean;
  readonly isGone: boolean;
}

/** What a page without JavaScript sends. */
export interface TypedSheet {
  readonly id: RowId | undefined;
  readonly doing: Doing;
  readonly shared: Readonly<Record<string, string>>;
  readonly rows: readonly TypedRow[];
  readonly page: string;
  /** The field that nobody sees was filled in. */
  readonly isTrapped: boolean;
}

const rowField = /^r(\d{1,3})\.(.+)$/;
const prefilled = z.record(z.string(), z.string());

/** The column of a field of a sheet's page, which is called by its row too: `r3.photo`. */
export function columnInSheet(field: string): string {
  return rowField.exec(field)?.[2] ?? field;
}

/** The place of the row of a field; none for what is asked once. */
export function rowOfField(field: string): number | undefined {
  const place = rowField.exec(field)?.[1];
  return place === undefined ? undefined : Number(place);
}

/** Reads the fields of a sheet's page. */
export function typedSheet(fields: ReadonlyMap<string, string>): TypedSheet {
  const shared: Record<string, string> = {};
  const rows = new Map<number, Record<string, string>>();
  for (const [name, value] of fields) {
    const [, place, column] = rowField.exec(name) ?? [];
    if (place !== undefined && column !== undefined) {
      const index = Number(place);
      rows.set(index, { ...rows.get(index), [column]: value });
    } else if (!name.startsWith('_')) shared[name] = value;
  }
  return {
    id: idIn(fields),
    doing: doings.find((known) => known === fields.get('_do')) ?? 'grid',
    shared,
    rows: [...rows]
      .toSorted(([a], [b]) => a - b)
      .map(([index, all]) => ({
        index,
        typed: Object.fromEntries(Object.entries(all).filter(([name]) => !name.startsWith('_'))),
        was: wasOf(all._was),
        isSeen: all._seen === 'yes',
        isGone: all._gone === 'yes',
      })),
    page: fields.get('_page') ?? '',
    isTrapped: (fields.get(trapName) ?? '') !== '',
  };
}

function wasOf(written: string | undefined): Readonly<Record<string, string>> | undefined {
  if (written === undefined) return undefined;
  try {
    return prefilled.safeParse(JSON.parse(written)).data;
  } catch {
    return undefined;
  }
}

/**
 * What the rows of a page come to: a row that nobody touched is left out, or kept and marked as copied; one that
 * was added and stayed blank is left out. Each keeps its place, so that sending again means the same rows.
 */
export function rowsSent(sheet: Sheet, rows: readonly TypedRow[]): readonly SentRow[] {
  const last = Math.max(-1, ...rows.map(({ index }) => index));
  const sent: SentRow[] = Array.from({ length: last + 1 }, () => null);
  for (const row of rows) sent[row.index] = rowSent(sheet, row);
  return sent;
}

function rowSent({ each, untouched, copied }: Sheet, row: TypedRow): SentRow {
  const { typed, was, isGone } = row;
  if (isGone || each.every((name) => isBlankText(typed[name]))) return null;
  if (was === undefined || isTouched(row)) return { values: typed };
  if (untouched === 'leftOut') return null;
  return { values: copied === undefined ? typed : { ...typed, [copied]: 'yes' } };
}

/** Whether somebody ticked a prefilled row or changed something in it. */
export function isTouched({ typed, was, isSeen }: TypedRow): boolean {
  const names = new Set([...Object.keys(typed), ...Object.keys(was ?? {})]);
  return isSeen || [...names].some((name) => (typed[name] ?? '') !== (was?.[name] ?? ''));
}
