import { answeredByColumn, unfinishedMark } from '#schema/open-rows.ts';
import type { Register } from '#schema/register.ts';
import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { findingColumn } from '../frame-columns.ts';
import { matterColumn, matterColumns } from '../matter-lines.ts';
import { severityWords } from '../open-matters.ts';
import { columnLetters, openMattersTab, sheetIdOf } from '../tabs.ts';

type Request = sheets_v4.Schema$Request;
type FilterSpec = sheets_v4.Schema$FilterSpec;

/**
 * 只看我的, 未完成 and 本周 of a register: they hide and sort for whoever opens them, and disturb nobody. A register
 * without somebody responsible or without a day has not all of them.
 *
 * Google's views do not know who looks: 只看我的 stands in the order of names, and one picks one's own there.
 *
 * @param columns where the columns of the register stand
 */
export function registerViews(
  register: Register,
  columns: ReadonlyMap<string, number>,
): readonly sheets_v4.Schema$FilterView[] {
  const at = (key: string | undefined): number | undefined =>
    key === undefined ? undefined : columns.get(key);
  const sheetId = sheetIdOf(register.key);
  const range = { sheetId, startRowIndex: 0, startColumnIndex: 0, endColumnIndex: columns.size };
  const view = (title: string, filterSpecs: FilterSpec[], sortBy?: number) => ({
    filterViewId: sheetIdOf(`${register.key}/${title}`),
    title,
    range,
    filterSpecs,
    ...(sortBy !== undefined && {
      sortSpecs: [{ dimensionIndex: sortBy, sortOrder: 'ASCENDING' }],
    }),
  });
  const owner = at(answeredByColumn(register));
  const happened = at(register.happened);
  return [
    ...(owner === undefined ? [] : [view('只看我的', [notBlank(owner)], owner)]),
    view('未完成', unfinished(register, at)),
    ...(happened === undefined
      ? []
      : [view('本周', [filter(happened, 'CUSTOM_FORMULA', thisWeek(happened))])]),
  ];
}

/** Views of 待办: what nobody accepted, by whom it is to be done, and what has stood for more than a week. */
export function openMattersViews(): readonly sheets_v4.Schema$FilterView[] {
  const sheetId = sheetIdOf(openMattersTab.key);
  const range = {
    sheetId,
    startRowIndex: 0,
    startColumnIndex: 0,
    endColumnIndex: matterColumns.length,
  };
  const view = (title: string, rest: FilterSpec[], sortBy: 'owner' | 'found') => ({
    filterViewId: sheetIdOf(`${openMattersTab.key}/${title}`),
    title,
    range,
    filterSpecs: [filter(matterColumn('severity'), 'TEXT_NOT_EQ', severityWords.accepted), ...rest],
    sortSpecs: [{ dimensionIndex: matterColumn(sortBy), sortOrder: 'ASCENDING' }],
  });
  return [
    view('只看我的', [notBlank(matterColumn('owner'))], 'owner'),
    view('未完成', [], 'found'),
    view('一周以上', [longAgo(matterColumn('found'))], 'found'),
  ];
}

/** Requests for the views that a spreadsheet does not have yet. */
export function missingViews(
  views: readonly sheets_v4.Schema$FilterView[],
  present: ReadonlySet<number>,
): Request[] {
  return views
    .filter(({ filterViewId }) => !present.has(filterViewId ?? 0))
    .map((filter) => ({ addFilterView: { filter } }));
}

/** Rows whose state is not an end, or whose end is blank; where neither is known, those with something to mend. */
function unfinished(register: Register, at: (key: string) => number | undefined): FilterSpec[] {
  const mark = unfinishedMark(register);
  const column = mark && at(mark.column);
  if (mark && column !== undefined) {
    if ('ends' in mark)
      return [{ columnIndex: column, filterCriteria: { hiddenValues: [...mark.ends] } }];
    const happened = register.happened === undefined ? undefined : at(register.happened);
    return [filter(column, 'BLANK'), ...(happened === undefined ? [] : [notBlank(happened)])];
  }
  const finding = at(findingColumn);
  return finding === undefined ? [] : [filter(finding, 'TEXT_CONTAINS', '：')];
}

const notBlank = (columnIndex: number): FilterSpec => filter(columnIndex, 'NOT_BLANK');

function longAgo(columnIndex: number): FilterSpec {
  return {
    columnIndex,
    filterCriteria: {
      condition: { type: 'DATE_BEFORE', values: [{ relativeDate: 'PAST_WEEK' }] },
    },
  };
}

function filter(columnIndex: number, type: string, userEnteredValue?: string): FilterSpec {
  return {
    columnIndex,
    filterCriteria: {
      condition: {
        type,
        ...(userEnteredValue !== undefined && { values: [{ userEnteredValue }] }),
      },
    },
  };
}

/** Monday to Sunday, of the week in which somebody looks. */
function thisWeek(columnIndex: number): string {
  const cell = `$${columnLetters(columnIndex)}2`;
  const monday = 'TODAY()-WEEKDAY(TODAY(),2)+1';
  return `=AND(${cell}>=${monday},${cell}<${monday}+7)`;
}
