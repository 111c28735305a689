import type { Area } from './a1.ts';
import type { Block, Cell, Condition, GridRange, Sheet, Table } from './answers.ts';
import { enteredText } from './entered-text.ts';
import { type Look, lookOf } from './look.ts';

/** What a cell's drop-down offers. */
export type Choices =
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'range'; readonly range: string };

/** A cell as the page shows it. */
export interface ViewCell {
  readonly text: string;
  /** What its editor starts with. */
  readonly entered: string;
  readonly isFormula: boolean;
  readonly look: Look;
  readonly note?: string;
  readonly link?: string;
  /** The address is computed: it is asked for when somebody follows it. */
  readonly hasComputedLink: boolean;
  readonly choices?: Choices;
  /** Its text may run over the blank cell beside it. */
  readonly spills: boolean;
  /** The same for two cells that look alike and edit alike. */
  readonly signature: string;
}

/** One page of a tab, without the rows and columns that are hidden. */
export interface View {
  readonly sheetId: number;
  /** Rows and columns of the tab in the order shown. */
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly widths: readonly number[];
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly hidesLines: boolean;
  readonly merges: readonly Area[];
  /** Any cell of the tab's rows on this page, shown or hidden. */
  cellAt(row: number, column: number): ViewCell;
  /** Columns of the tab, hidden ones too. */
  readonly columnCount: number;
  /** Views of the same shape differ in their cells only. */
  readonly shape: string;
}

/** Makes the view of a page from Google's answers. */
export function viewOf(
  sheet: Sheet,
  blocks: readonly Block[],
  { showsHidden }: { readonly showsHidden: boolean },
): View {
  const { sheetId = 0, gridProperties } = sheet.properties;
  const { columnCount, frozenRowCount = 0, frozenColumnCount = 0 } = gridProperties;
  const cells = new Map<number, readonly Cell[]>();
  const rows: number[] = [];
  for (const { startRow = 0, rowData = [], rowMetadata = [] } of blocks) {
    for (const [offset, { hiddenByUser = false }] of rowMetadata.entries()) {
      if (showsHidden || !hiddenByUser) rows.push(startRow + offset);
      cells.set(startRow + offset, rowData[offset]?.values ?? []);
    }
  }
  const dimensions = blocks[0]?.columnMetadata ?? [];
  const columns = Array.from({ length: columnCount }, (_, column) => column).filter(
    (column) => showsHidden || dimensions[column]?.hiddenByUser !== true,
  );
  const widths = columns.map((column) => dimensions[column]?.pixelSize ?? 100);
  const merges = (sheet.merges ?? []).map(areaOf);
  const made = new Map<number, (ViewCell | undefined)[]>();
  const tables = sheet.tables ?? [];
  const nextShown = new Map(columns.map((column, x) => [column, columns[x + 1]]));
  const cellAt = (row: number, column: number): ViewCell => {
    const known = made.get(row) ?? [];
    made.set(row, known);
    const isFree =
      column >= frozenColumnCount && isBlank(cells.get(row)?.[nextShown.get(column) ?? -1]);
    const cell =
      known[column] ?? viewCell(cells.get(row)?.[column], { tables, row, column, isFree });
    known[column] = cell;
    return cell;
  };
  const axes = {
    sheetId,
    rows,
    columns,
    widths,
    frozenRows: rows.filter((row) => row < frozenRowCount).length,
    frozenColumns: columns.filter((column) => column < frozenColumnCount).length,
    hidesLines: gridProperties.hideGridlines ?? false,
    merges,
    columnCount,
  };
  return { ...axes, cellAt, shape: JSON.stringify(axes) };
}

function isBlank(cell: Cell | undefined): boolean {
  return (cell?.formattedValue ?? '') === '';
}

function viewCell(
  cell: Cell | undefined,
  place: {
    readonly tables: readonly Table[];
    readonly row: number;
    readonly column: number;
    /** Whether the cell on its right is blank. */
    readonly isFree: boolean;
  },
): ViewCell {
  const { tables, row, column, isFree } = place;
  const text = cell?.formattedValue ?? '';
  const entered = enteredText(cell);
  const look = lookOf(cell);
  const choices =
    tableChoices(tables, row, column) ?? choicesOf(cell?.dataValidation?.condition ?? undefined);
  const formula = cell?.userEnteredValue?.formulaValue ?? '';
  const { note, hyperlink: link } = cell ?? {};
  const isLine = !text.includes('\n') && look.align === 'left' && look.wraps === 'free';
  const spills = isFree && isLine && text !== '' && !choices;
  const hasComputedLink = link === undefined && text !== '' && /\bHYPERLINK\s*\(/i.test(formula);
  return {
    text,
    entered,
    isFormula: formula !== '',
    look,
    ...(note !== undefined && { note }),
    ...(link !== undefined && { link }),
    hasComputedLink,
    ...(choices && { choices }),
    spills,
    signature: JSON.stringify([text, entered, look, note, link, hasComputedLink, choices, spills]),
  };
}

function choicesOf(condition: Condition | undefined): Choices | undefined {
  const words = (condition?.values ?? []).map(({ userEnteredValue = '' }) => userEnteredValue);
  if (condition?.type === 'ONE_OF_LIST') return { kind: 'list', items: words };
  if (condition?.type === 'ONE_OF_RANGE') {
    return { kind: 'range', range: (words[0] ?? '').replace(/^=/, '') };
  }
  if (condition?.type === 'BOOLEAN') {
    return { kind: 'list', items: words.length > 0 ? words : ['TRUE', 'FALSE'] };
  }
  return undefined;
}

function tableChoices(tables: readonly Table[], row: number, column: number): Choices | undefined {
  for (const { range, columnProperties = [] } of tables) {
    const { top, bottom, left } = areaOf(range);
    if (row <= top || row >= bottom) continue;
    const found = columnProperties.find(({ columnIndex = 0 }) => columnIndex === column - left);
    const choices = choicesOf(found?.dataValidationRule?.condition);
    if (choices) return choices;
  }
  return undefined;
}

/** A range of the API as an area; an open end reaches to infinity. */
export function areaOf(range: GridRange): Area {
  return {
    top: range.startRowIndex ?? 0,
    bottom: range.endRowIndex ?? Number.POSITIVE_INFINITY,
    left: range.startColumnIndex ?? 0,
    right: range.endColumnIndex ?? Number.POSITIVE_INFINITY,
  };
}

/** The shown rows and columns of an area. */
export function shownWithin(
  { rows, columns }: View,
  { top, bottom, left, right }: Area,
): { rows: number[]; columns: number[] } {
  return {
    rows: rows.filter((row) => row >= top && row < bottom),
    columns: columns.filter((column) => column >= left && column < right),
  };
}
