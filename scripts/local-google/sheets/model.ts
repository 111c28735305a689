import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';

/**
 * The state of one spreadsheet: plain, structured-cloneable data.
 *
 * Rows and cells are immutable and shared between versions; a change makes a new row. Arrays are
 * replaced, never changed in place, so that a batch can work on a shallow copy and be dropped.
 */
export interface SpreadsheetState {
  readonly spreadsheetId: string;
  readonly properties: SpreadsheetProperties;
  /** In the order of their tabs. */
  readonly sheets: readonly SheetState[];
  readonly namedRanges: readonly NamedRangeState[];
  /** All of the file's, wherever they are attached. */
  readonly developerMetadata: readonly MetadataState[];
  /** Counts the writes that succeeded. */
  readonly revision: number;
}

export interface SpreadsheetProperties {
  readonly title: string;
  readonly locale: string;
  readonly timeZone: string;
  readonly autoRecalc: string;
  readonly defaultFormat?: CellFormat;
  readonly iterativeCalculationSettings?: sheets_v4.Schema$IterativeCalculationSettings;
  readonly spreadsheetTheme?: sheets_v4.Schema$SpreadsheetTheme;
  readonly importFunctionsExternalUrlAccessAllowed?: boolean;
}

export interface SheetState {
  readonly properties: SheetProperties;
  /** Row 0 first; rows behind the last one that holds anything may be missing. */
  readonly rows: readonly Row[];
  /** By row index; sparse, may be shorter than the grid. */
  readonly rowDimensions: readonly (Dimension | undefined)[];
  /** By column index; sparse, may be shorter than the grid. */
  readonly columnDimensions: readonly (Dimension | undefined)[];
  readonly merges: readonly ClosedRange[];
  readonly protectedRanges: readonly ProtectedRangeState[];
  readonly conditionalFormats: readonly ConditionalFormatState[];
  readonly filterViews: readonly FilterViewState[];
  readonly basicFilter?: BasicFilterState | undefined;
  readonly bandedRanges: readonly BandedRangeState[];
  readonly tables: readonly TableState[];
}

export interface SheetProperties {
  readonly sheetId: number;
  readonly title: string;
  readonly index: number;
  readonly sheetType: string;
  readonly gridProperties: GridProperties;
  readonly hidden?: boolean;
  readonly rightToLeft?: boolean;
  readonly tabColor?: sheets_v4.Schema$Color;
  readonly tabColorStyle?: sheets_v4.Schema$ColorStyle;
}

export interface GridProperties {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly frozenRowCount?: number;
  readonly frozenColumnCount?: number;
  readonly hideGridlines?: boolean;
  readonly rowGroupControlAfter?: boolean;
  readonly columnGroupControlAfter?: boolean;
}

/** Cells by column index; sparse, may be shorter than the grid. */
export type Row = readonly (Cell | undefined)[];

export type CellFormat = sheets_v4.Schema$CellFormat;
export type DataValidationRule = sheets_v4.Schema$DataValidationRule;

/** What a person put into a cell. Exactly one member is present. Results of formulas are derived. */
export type EnteredValue =
  | { readonly numberValue: number }
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly formulaValue: string };

/** What a cell shows: an entered constant, or the result of a formula. */
export type EffectiveValue =
  | { readonly numberValue: number }
  | { readonly stringValue: string }
  | { readonly boolValue: boolean }
  | { readonly errorValue: { readonly type: string; readonly message: string } };

export interface Cell {
  readonly value?: EnteredValue;
  readonly format?: CellFormat;
  readonly note?: string;
  readonly validation?: DataValidationRule;
  readonly textFormatRuns?: readonly sheets_v4.Schema$TextFormatRun[];
}

export interface Dimension {
  readonly hiddenByUser?: boolean;
  readonly pixelSize?: number;
}

/** Zero-based, half-open; a missing end is open towards the edge of the grid. */
export interface GridRange {
  readonly sheetId: number;
  readonly startRowIndex?: number;
  readonly endRowIndex?: number;
  readonly startColumnIndex?: number;
  readonly endColumnIndex?: number;
}

/** A range whose four ends are known. */
export interface ClosedRange {
  readonly sheetId: number;
  readonly startRowIndex: number;
  readonly endRowIndex: number;
  readonly startColumnIndex: number;
  readonly endColumnIndex: number;
}

export interface NamedRangeState {
  readonly namedRangeId: string;
  readonly name: string;
  readonly range: GridRange;
}

export type MetadataLocation =
  | { readonly type: 'spreadsheet' }
  | { readonly type: 'sheet'; readonly sheetId: number }
  | { readonly type: 'row' | 'column'; readonly sheetId: number; readonly index: number };

export interface MetadataState {
  readonly metadataId: number;
  readonly metadataKey: string;
  readonly metadataValue?: string;
  readonly visibility: 'DOCUMENT' | 'PROJECT';
  readonly location: MetadataLocation;
}

export interface ProtectedRangeState {
  readonly protectedRangeId: number;
  readonly range: GridRange;
  readonly namedRangeId?: string;
  readonly tableId?: string;
  readonly description?: string;
  readonly warningOnly?: boolean;
  readonly unprotectedRanges?: readonly GridRange[];
  readonly editors?: {
    readonly users?: readonly string[];
    readonly groups?: readonly string[];
    readonly domainUsersCanEdit?: boolean;
  };
}

export interface ConditionalFormatState {
  readonly ranges: readonly GridRange[];
  readonly booleanRule?: sheets_v4.Schema$BooleanRule;
  readonly gradientRule?: sheets_v4.Schema$GradientRule;
}

export interface BasicFilterState {
  readonly range: GridRange;
  readonly tableId?: string;
  readonly sortSpecs?: readonly sheets_v4.Schema$SortSpec[];
  readonly criteria?: Readonly<Record<string, sheets_v4.Schema$FilterCriteria>>;
  readonly filterSpecs?: readonly sheets_v4.Schema$FilterSpec[];
}

export interface FilterViewState extends BasicFilterState {
  readonly filterViewId: number;
  readonly title: string;
  readonly namedRangeId?: string;
}

export interface BandedRangeState {
  readonly bandedRangeId: number;
  readonly range: GridRange;
  readonly rowProperties?: sheets_v4.Schema$BandingProperties;
  readonly columnProperties?: sheets_v4.Schema$BandingProperties;
}

export interface TableState {
  readonly tableId: string;
  readonly name: string;
  /** With the header row, and the footer row if there is one. */
  readonly range: ClosedRange;
  readonly rowsProperties?: sheets_v4.Schema$TableRowsProperties;
  /** One for every column of the range, in order. */
  readonly columnProperties: readonly TableColumnState[];
}

export interface TableColumnState {
  /** Counted from the table's own first column. */
  readonly columnIndex: number;
  readonly columnName: string;
  readonly columnType?: string;
  readonly dataValidationRule?: sheets_v4.Schema$TableColumnDataValidationRule;
}
