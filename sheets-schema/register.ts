import { type Approval, approvalColumns } from './approval.ts';
import type { Column, Columns } from './columns.ts';
import type { DemoSchool } from './demo/school.ts';
import type { Breakdown, Figure } from './figure.ts';
import { type FollowUp, followUpColumns } from './follow-up.ts';
import type { Label } from './language.ts';
import type { PlanShare } from './plan.ts';
import type { Print, PrintSheet } from './print.ts';
import { figuresIn, type ReportShare } from './report.ts';
import type { Row, Values } from './row.ts';
import type { Rule, World } from './rule.ts';
import type { SettingsOf } from './settings.ts';
import type { LocalDate, LocalDateTime } from './values.ts';
import type { WorkbookKey } from './workbooks.ts';

/** A form that people fill from a link. */
export interface Form<C extends Columns = Columns> {
  /** `anyone`: a code on the wall, no account; `staff`: a personal or post link. */
  readonly audience: 'anyone' | 'staff';
  /** What the form asks, in order; required columns that it leaves out must be stamped, started or filled by code. */
  readonly asks: readonly (keyof C & string)[];
  /** One sentence above the form. */
  readonly intro: Label;
  /** Values that every row of this form starts with, such as its state. */
  readonly starts?: Values<C>;
  /** People come one after the other: what was received is said above the next blank form, not on a page of its own. */
  readonly queue?: boolean;
  /** The receipt links a page that tells what happens to it. */
  readonly tracks?: readonly (keyof C & string)[];
  /** One submission that the demo school accepts. */
  readonly example: Values<C>;
}

/**
 * One sheet for many rows: what is asked once, and a grid. Prefilled is not done: a value stands grey until it is
 * touched, and a row that nobody touched is left out, or kept and marked as copied.
 */
export interface BatchForm<C extends Columns = Columns> {
  /** Names this sheet among those of the register; part of its address. */
  readonly key: string;
  readonly title: Label;
  readonly audience: 'anyone' | 'staff';
  readonly intro: Label;
  /** Asked once, first: which meal, which floor, who signs. Written into each row. */
  readonly shared: readonly (keyof C & string)[];
  /** Asked in each row of the grid. */
  readonly each: readonly (keyof C & string)[];
  /** Rows of the grid to begin with, once the shared values are known; more can be added unless `closed`. */
  readonly rows: (world: World, shared: Values<Columns>) => readonly Values<C>[];
  readonly closed?: boolean;
  /** Columns that each row of this sheet must say, though the register lets them be blank. */
  readonly needs?: readonly (keyof C & string)[];
  readonly untouched: 'leftOut' | 'kept';
  /** yes/no column that says a row was kept as it was prefilled. */
  readonly copied?: keyof C & string;
  /** Rows drawn by chance in which a column, such as a photo, must be filled; how many of them. */
  readonly drawn?: {
    readonly rows: number;
    readonly column: keyof C & string;
    /** With it none is left out for long: the last day on which each was drawn, by its name, and how many days at most. */
    readonly history?: DrawHistory;
  };
  readonly starts?: Values<C>;
  readonly example: { readonly shared: Values<C>; readonly rows: readonly Values<C>[] };
}

/**
 * What people on a post are called to now, at times that a secret draws: its page shows none that has not come, so
 * nobody can know them beforehand.
 */
export interface Calls<C extends Columns = Columns> {
  /** @param secret known to the program alone */
  readonly now: (world: World, secret: string) => readonly Call<C>[];
}

/** One thing to do now. */
export interface Call<C extends Columns = Columns> {
  readonly since: LocalDateTime;
  readonly what: Label;
  /** What the form is filled with for it. */
  readonly fills: { readonly [K in keyof C]?: string };
}

/** What a draw must know of earlier ones. */
export interface DrawHistory {
  readonly last: (rows: readonly Row[]) => ReadonlyMap<string, LocalDate>;
  readonly mostDays: (world: World) => number;
}

/** A row that the check creates in another register from one of this one (hard point 5d). */
export interface Opening {
  readonly into: string;
  /** `part` tells several rows of one source apart; the id is derived from source, register and part. */
  readonly from: (
    row: Row,
    world: World,
  ) => readonly { readonly part: string; readonly values: Values<Columns> }[];
}

/**
 * Months after which the personal cells of a row are deleted, by column. `days` names a number setting of the
 * register, in days, that a school may make shorter or longer; the months are then only its usual length.
 */
export type Retention<C extends Columns = Columns> = {
  readonly [K in keyof C]?: { readonly months: number; readonly days?: string };
};

/** What a register is, whatever its columns. */
interface Described {
  /** English, camelCase; part of addresses and ids, never changed. */
  readonly key: string;
  readonly title: Label;
  /** One sentence: what it is for and who fills it. */
  readonly purpose: Label;
  readonly workbook: WorkbookKey;
  readonly opens?: readonly Opening[];
  readonly settings?: SettingsOf;
  readonly breakdowns?: Readonly<Record<string, Breakdown>>;
  readonly plan?: PlanShare;
  /** Tells of a row that its state calls open whether it is over: an order that came whole, a leave that has ended. */
  readonly isOver?: (world: World) => (row: Row) => boolean;
  /** Registers of which its rules need closed rows as well, and the first day of them: those of a term or a year. */
  readonly needs?: (world: World) => ReadonlyMap<string, LocalDate>;
  /**
   * Of a register whose workbook is a file a month: whether a row goes on into the next month's file, such as a visit
   * that has not ended. Without it lists go on whole, and of what happened nothing does.
   */
  readonly goesOn?: (world: World) => (row: Row) => boolean;
  /** Lists and records that others stand on: it cannot be switched off in 设置. */
  readonly alwaysOn?: boolean;
  /** On in a school that has just begun: one of the six that it begins with, or what they stand on. */
  readonly startsOn?: boolean;
  /** Only the functions write it: the whole tab is protected. */
  readonly writtenByCode?: boolean;
  /** The tab is protected but for the columns that staff fill: what the functions fill in decides who gets in. */
  readonly codeProtected?: boolean;
}

/** A register 登记簿: a tab that staff know, declared in one file. */
export interface Register extends Described {
  readonly columns: Columns;
  /** The column whose text names a row in other registers. */
  readonly label?: string;
  /** The column that says when a row happened: its month, deadlines and period go by it. */
  readonly happened?: string;
  /** Columns that together name a thing or person; its newest row says how it stands, and stays when its month is closed. */
  readonly standing?: readonly string[];
  /** Days over which rules hold later rows against a row: so long it stays when its month is closed. */
  readonly looksBack?: number;
  readonly form?: Form;
  /** What the tracking page of its form tells and takes beside the columns that it tracks. */
  readonly followUp?: FollowUp;
  readonly approval?: Approval;
  readonly batches?: readonly BatchForm[];
  readonly calls?: Calls;
  readonly print?: Print;
  readonly rules: readonly Rule[];
  readonly figures: Readonly<Record<string, Figure>>;
  readonly report?: ReportShare;
  readonly retention?: Retention;
  /** Believable rows of the demo school, in the order in which they happened. */
  readonly demo: (school: DemoSchool) => readonly Values<Columns>[];
}

/** What a register file says: its parts may only name columns `C` and figures `F` that it has. */
export interface RegisterDeclaration<C extends Columns, F extends string> extends Described {
  readonly columns: C;
  readonly label?: NoInfer<keyof C & string>;
  readonly happened?: NoInfer<keyof C & string>;
  readonly standing?: readonly NoInfer<keyof C & string>[];
  readonly looksBack?: number;
  readonly form?: Form<NoInfer<C>>;
  readonly followUp?: FollowUp<NoInfer<C>>;
  readonly approval?: Approval<NoInfer<keyof C & string>>;
  readonly batches?: readonly BatchForm<NoInfer<C>>[];
  readonly calls?: Calls<NoInfer<C>>;
  readonly print?: Print<NoInfer<keyof C & string>>;
  readonly rules: readonly Rule<NoInfer<keyof C & string>>[];
  readonly figures: Readonly<Record<F, Figure>>;
  readonly report?: ReportShare<NoInfer<F>>;
  readonly retention?: Retention<NoInfer<C>>;
  readonly demo: (school: DemoSchool) => readonly Values<NoInfer<C>>[];
}

/**
 * Declares a register. Everything else follows from it: tab, form, checks, plan, report, reference page.
 *
 * @throws when the declaration contradicts itself (a form that forgets a required column, a sentence with a
 * figure that nobody measures).
 */
export function defineRegister<const C extends Columns, F extends string>(
  declaration: RegisterDeclaration<C, F>,
): Register {
  const register: Register = declaration;
  const mistakes = [...misnamed(register), ...forgotten(register), ...unmeasured(register)];
  if (mistakes.length > 0) throw new Error(`register ${register.key}: ${mistakes.join('; ')}`);
  return register;
}

function misnamed({
  columns,
  label,
  happened,
  standing,
  form,
  followUp,
  approval,
  batches,
  print,
  rules,
  retention,
}: Register): string[] {
  const named = [
    label,
    happened,
    ...(standing ?? []),
    ...(form?.asks ?? []),
    ...(form?.tracks ?? []),
    ...(followUp ? [followUp.owner, ...followUpColumns(followUp)] : []),
    ...(approval ? [approval.asker, ...approval.tells, ...approvalColumns(approval)] : []),
    ...Object.keys({ ...form?.starts, ...form?.example, ...retention }),
    ...(batches ?? []).flatMap((batch) => [
      ...batch.shared,
      ...batch.each,
      ...(batch.needs ?? []),
      batch.copied,
    ]),
    ...(print?.columns ?? []),
    ...(print?.slips ?? []).flatMap((slip) => slip.columns),
    ...(print?.sheets ?? []).flatMap(columnsPrinted),
    ...rules.flatMap((rule) => rule.columns),
    ...Object.values(columns).map(namedBehindNumber),
  ];
  return [...new Set(named)]
    .filter((column) => column !== undefined && !Object.hasOwn(columns, column))
    .map((column) => `no column ${column}`);
}

function namedBehindNumber(column: Column): string | undefined {
  return 'numbered' in column ? column.numbered?.names : undefined;
}

function columnsPrinted(sheet: PrintSheet): readonly string[] {
  if (sheet.kind === 'totals') return [];
  return sheet.kind === 'wall'
    ? [sheet.day, sheet.across, sheet.shows]
    : [sheet.groupBy, ...sheet.orderBy, ...sheet.columns];
}

function forgotten({ columns, form }: Register): string[] {
  if (!form) return [];
  const given = new Set<string>([...form.asks, ...Object.keys(form.starts ?? {})]);
  return Object.entries(columns)
    .filter(
      ([name, column]) =>
        column.required &&
        !column.filledByCode &&
        !given.has(name) &&
        !(column.kind === 'moment' && column.stamped),
    )
    .map(([name]) => `its form forgets ${name}`);
}

function unmeasured({ figures, report }: Register): string[] {
  return (report?.sentences ?? [])
    .flatMap((sentence) => figuresIn(sentence))
    .filter((name) => !Object.hasOwn(figures, name))
    .map((name) => `nobody measures ${name}`);
}
