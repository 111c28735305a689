import type { AuditLine } from '#platform/audit/index.ts';
import { isCarried } from '#platform/workbook/carried-ledger.ts';
import type { Mend } from '#platform/workbook/mend-tab.ts';
import type { TabRead } from '#platform/workbook/read-tabs.ts';
import { sealedColumns } from '#platform/workbook/row-content.ts';
import type { Identified, SheetRow } from '#platform/workbook/sheet-rows.ts';
import { missingNumbers } from '#schema/row-number.ts';
import { dayOf, type LocalDateTime, rowId } from '#schema/values.ts';
import type { Difference } from './differences.ts';

/** The line of something about a tab that was put right. */
export function mendLine({ register, column, words }: Mend, seen: LocalDateTime): AuditLine {
  return {
    seen,
    register,
    row: '',
    label: '',
    what: 'mended',
    column,
    month: '',
    before: '',
    after: words,
    by: '',
    how: '系统',
  };
}

/**
 * The line of a change.
 *
 * @param actor who did it through a page of ours
 * @param by whoever Drive says wrote last; told of changes by hand only
 */
export function lineOf(
  difference: Difference,
  tab: TabRead | undefined,
  seen: LocalDateTime,
  actor: string | undefined,
  by: string,
): AuditLine {
  const how = actor === undefined ? wayOf(difference, tab, seen) : '系统';
  return {
    ...difference,
    seen,
    label: tab ? labelOf(tab, difference.row) : '',
    by: actor ?? (how === '表格' ? by : ''),
    how,
  };
}

/** What a row is called in other registers, unless that is personal. */
function labelOf({ register, identified }: TabRead, id: string): string {
  const { label } = register;
  if (label === undefined || sealedColumns(register).has(label)) return '';
  return String(rowsOf(identified).get(id)?.values[label] ?? '');
}

/** How a change came in, as far as the row itself tells. */
function wayOf(difference: Difference, tab: TabRead | undefined, seen: LocalDateTime): string {
  const { what, row, column } = difference;
  const standing = tab && rowsOf(tab.identified).get(row);
  if (standing && isCarried(standing)) return '系统';
  if (what === 'changed')
    return tab?.register.columns[column]?.filledByCode ||
      tab?.register.writtenByCode ||
      isNumberGiven(difference, tab, standing, seen)
      ? '系统'
      : '表格';
  if (what === 'deleted' || !tab) return '表格';
  if (tab.register.writtenByCode) return '系统';
  return standing?.sent === undefined ? '表格' : '表单';
}

/** A row that waited for its number has got the one that follows from its id. */
function isNumberGiven(
  { column, before, after, row }: Difference,
  tab: TabRead | undefined,
  standing: SheetRow | undefined,
  seen: LocalDateTime,
): boolean {
  if (!tab || !standing || before !== '') return false;
  const id = rowId.parse(row);
  const { [column]: _number, ...values } = standing.values;
  const given = missingNumbers(tab.register, { id, values }, { today: dayOf(seen) });
  return given[column] !== undefined && JSON.stringify(given[column]) === after;
}

function rowsOf({ numbered }: Identified): ReadonlyMap<string, SheetRow> {
  return numbered;
}

/** Whether a change came by the sheet itself. */
export function isByHand(
  { tab, ...difference }: Difference & { readonly tab: TabRead | undefined },
  seen: LocalDateTime,
): boolean {
  return wayOf(difference, tab, seen) === '表格';
}
