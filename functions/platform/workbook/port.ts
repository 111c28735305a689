import type { Columns } from '#schema/columns.ts';
import type { Label } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { Row, Values } from '#schema/row.ts';
import type { LocalDate, RowId, Sequence } from '#schema/values.ts';

/** Where a register's tab is. */
export interface TabAddress {
  readonly spreadsheetId: string;
  readonly sheetId: number;
  /** The tab's name as it is now; staff may have renamed it. */
  readonly title: string;
  /** Opens the tab in a browser. */
  readonly url: string;
}

/** What was read of one register. */
export interface RegisterRows {
  readonly register: Register;
  readonly address: TabAddress;
  /** In sequence order; a submission written twice stands here once. */
  readonly rows: readonly Row[];
  /** Row number as shown (the header is row 1), by id, at the moment of reading: good for links, never for writes. */
  readonly rowNumbers: ReadonlyMap<RowId, number>;
}

/** The page about a row, for registers whose rows come from others or lead to others. */
export type RowPage = (register: Register, id: RowId) => string | undefined;

/** How a row came in: through a form, or copied in from paper, perhaps with the address of a picture of the page. */
export type Origin =
  | { readonly how: 'form' }
  | { readonly how: 'paper'; readonly page?: string | undefined };

/** A row to be written once, whoever repeats it. */
export interface Submission {
  readonly register: string;
  readonly id: RowId;
  readonly values: Values<Columns>;
  /**
   * What the sender sent, compared when the id comes again: without the time of receipt, names not yet made those of
   * a list. The values themselves when absent.
   */
  readonly sent?: Readonly<Record<string, unknown>>;
  /** The sender says that it may have sent this before: its id is looked up first. */
  readonly retry?: boolean;
  /** The fingerprint of what was first sent, for a row that comes from another file. */
  readonly fingerprint?: string;
  /** Its place in the order of events, for a row that is put back; else it is the next. */
  readonly sequence?: Sequence;
  /** Stands beside the row; blank for rows that nobody entered. */
  readonly origin?: Origin;
}

/** What became of a submission. */
export type Submitted =
  | { readonly outcome: 'written' }
  /** A row with this id and these values is there already. */
  | { readonly outcome: 'already' }
  /** A row with this id is there, first sent with other values; it stands. */
  | { readonly outcome: 'different' }
  /** Google refused this row, and no other; the message says why. */
  | { readonly outcome: 'refused'; readonly message: Label }
  /**
   * It cannot be written now; nothing is lost if the sender tries again with the same id. Google cannot be reached,
   * unless it is because too many wait here already, or because this process is about to end.
   */
  | {
      readonly outcome: 'unavailable';
      readonly retryAfterSeconds: number;
      readonly because?: 'full' | 'ending';
    };

/** From which day on closed rows of a register are wanted; none when nothing is said. */
export type Since = (register: Register) => LocalDate | undefined;

/** What became of cells that were to be written into a row that is there. */
export type Amended =
  /** The row as it stands afterwards. */
  | { readonly outcome: 'written'; readonly row: Row }
  /** Nothing was to be written: the row as it stands. */
  | { readonly outcome: 'left'; readonly row: Row }
  | { readonly outcome: 'gone' };

/** Typed rows over Google Sheets: all that intake, plan and report know of the spreadsheets. */
export interface Workbooks {
  /** The registers that are switched on, in their order. */
  readonly registers: readonly Register[];
  register(key: string): Register | undefined;
  /**
   * Reads registers, one call a workbook. Throws `WorkbookFailure` with words for a person.
   *
   * @param since of a register, with its rows that were closed with the month of this day or later, and those in files of
   * past months; else live ones alone
   */
  read(keys: readonly string[], since?: Since): Promise<ReadonlyMap<string, RegisterRows>>;
  /** Findings that people have accepted with a reason (待办), by `findingKey`, one call a workbook. */
  accepted(): Promise<ReadonlySet<string>>;
  /** Writes one row; many at once share a write (group commit). Resolves after the commit. */
  submit(submission: Submission): Promise<Submitted>;
  /**
   * Writes cells of one row that is there, found by its id and read back afterwards. What this instance amends in a
   * spreadsheet it amends one after the other.
   *
   * @param decide sees the row as it stands and says what to write; nothing to leave it as it is
   * @throws WorkbookFailure when its tab or columns cannot be found; GoogleFailure when Google cannot be reached
   */
  amend(
    register: string,
    id: RowId,
    decide: (row: Row) => Values<Columns> | undefined,
  ): Promise<Amended>;
  /** Finishes what was taken; refuses the rest. */
  close(): Promise<void>;
}

/** Something about a workbook that a person can act on: where, what, what to do. */
export class WorkbookFailure extends Error {
  readonly label: Label;
  constructor(label: Label, options?: ErrorOptions) {
    super(label.en, options);
    this.name = 'WorkbookFailure';
    this.label = label;
  }
}
