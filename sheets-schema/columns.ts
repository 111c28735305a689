import type { Label } from './language.ts';
import type { LocalDate, LocalDateTime, LocalTime, RowId } from './values.ts';

/** What every column may say, whatever its kind. */
export interface ColumnOptions {
  /** A row without it is incomplete: a form refuses it, a sheet row gets a finding. */
  readonly required?: boolean;
  /** One sentence that a storekeeper understands; shown in the form and on the header. */
  readonly help?: Label;
  /** Headers this column had in earlier versions; they still find it. */
  readonly formerly?: readonly string[];
  /** Width in pixels; each kind has a default. */
  readonly width?: number;
  /** Not shown to staff (ids, hashes, derived links). */
  readonly hidden?: boolean;
  /** Personal data: masked in logs and reports, deleted by the register's retention. */
  readonly personal?: boolean;
  /** Whoever reads it gets in somewhere: outside its sheet it is only kept sealed. */
  readonly secret?: boolean;
  /** Filled by the functions alone: never asked in a form, never expected from staff. */
  readonly filledByCode?: boolean;
}

/** A number that code gives to a row that has none: `SG-1124-0382 抽纸`. What a person typed stays. */
export interface Numbering {
  /** What the number begins with, before month and day. */
  readonly prefix: string;
  /** The column that is said behind the number, so that a list of them can be read. */
  readonly names?: string;
}

interface Titled<Kind extends string> extends ColumnOptions {
  readonly kind: Kind;
  readonly title: Label;
}

export type TextColumn = Titled<'text'> & {
  readonly long?: boolean;
  readonly numbered?: Numbering;
};
export type CodeColumn = Titled<'code'> & {
  readonly pattern?: string;
  readonly numbered?: Numbering;
};
export type PhoneColumn = Titled<'phone'>;
export type EmailColumn = Titled<'email'>;
export type LinkColumn = Titled<'link'>;
export type PhotoColumn = Titled<'photo'>;
export type YesNoColumn = Titled<'yesNo'>;
export type DateColumn = Titled<'date'>;
export type TimeColumn = Titled<'time'>;
/** `stamped`: a form's row gets the moment of sending unless the form asked for it. */
export type MomentColumn = Titled<'moment'> & { readonly stamped?: boolean };
export type QuantityColumn = Titled<'quantity'> & {
  readonly unit?: Label;
  readonly min?: number;
  readonly max?: number;
  readonly whole?: boolean;
};
/** Yuan, at most two decimals. */
export type MoneyColumn = Titled<'money'> & { readonly min?: number; readonly max?: number };
export type Choices = Readonly<Record<string, Label>>;
export type ChoiceColumn<C extends Choices = Choices> = Titled<'choice'> & { readonly choices: C };
/** Holds the label text (`register.label`) of a row of another register. */
export type ReferenceColumn = Titled<'reference'> & { readonly to: string };
/** Holds the id of the row this one comes from; always hidden, made by code. */
export type RowLinkColumn = Titled<'rowLink'> & { readonly to: string };

export type Column =
  | TextColumn
  | CodeColumn
  | PhoneColumn
  | EmailColumn
  | LinkColumn
  | PhotoColumn
  | YesNoColumn
  | DateColumn
  | TimeColumn
  | MomentColumn
  | QuantityColumn
  | MoneyColumn
  | ChoiceColumn
  | ReferenceColumn
  | RowLinkColumn;

export type ColumnKind = Column['kind'];
export type Columns = Readonly<Record<string, Column>>;

/** The type of a column's value, inferred from its declaration. */
export type ValueOf<C extends Column> = C extends {
  readonly kind: 'choice';
  readonly choices: infer Keys;
}
  ? keyof Keys & string
  : C extends { readonly kind: 'quantity' | 'money' }
    ? number
    : C extends { readonly kind: 'yesNo' }
      ? boolean
      : C extends { readonly kind: 'date' }
        ? LocalDate
        : C extends { readonly kind: 'time' }
          ? LocalTime
          : C extends { readonly kind: 'moment' }
            ? LocalDateTime
            : C extends { readonly kind: 'rowLink' }
              ? RowId
              : string;

type Own<C extends Column> = Omit<C, 'kind' | 'title'>;

/** Free text, kept exactly as typed. */
export const text = (title: Label, options: Own<TextColumn> = {}): TextColumn => ({
  kind: 'text',
  title,
  ...options,
});

/** A short identifier: item code, asset number, plate. Compared without case and width. */
export const code = (title: Label, options: Own<CodeColumn> = {}): CodeColumn => ({
  kind: 'code',
  title,
  ...options,
});

/** A telephone number, mobile or landline. */
export const phone = (title: Label, options: Own<PhoneColumn> = {}): PhoneColumn => ({
  kind: 'phone',
  title,
  personal: true,
  ...options,
});

/** An e-mail address. */
export const email = (title: Label, options: Own<EmailColumn> = {}): EmailColumn => ({
  kind: 'email',
  title,
  ...options,
});

/** An http(s) address. */
export const link = (title: Label, options: Own<LinkColumn> = {}): LinkColumn => ({
  kind: 'link',
  title,
  ...options,
});

/** Links to photos in Drive, one a line. */
export const photo = (title: Label, options: Own<PhotoColumn> = {}): PhotoColumn => ({
  kind: 'photo',
  title,
  ...options,
});

/** 是 or 否: a drop-down, never a checkbox, which would fill FALSE into blank rows. */
export const yesNo = (title: Label, options: Own<YesNoColumn> = {}): YesNoColumn => ({
  kind: 'yesNo',
  title,
  ...options,
});

/** A day. */
export const date = (title: Label, options: Own<DateColumn> = {}): DateColumn => ({
  kind: 'date',
  title,
  ...options,
});

/** A time of day. */
export const time = (title: Label, options: Own<TimeColumn> = {}): TimeColumn => ({
  kind: 'time',
  title,
  ...options,
});

/** A day and time on the school's clock. */
export const moment = (title: Label, options: Own<MomentColumn> = {}): MomentColumn => ({
  kind: 'moment',
  title,
  ...options,
});

/** A number with its unit. */
export const quantity = (title: Label, options: Own<QuantityColumn> = {}): QuantityColumn => ({
  kind: 'quantity',
  title,
  ...options,
});

/** An amount in yuan. */
export const money = (title: Label, options: Own<MoneyColumn> = {}): MoneyColumn => ({
  kind: 'money',
  title,
  ...options,
});

/** One of a few words; the value is the key, the cell shows the Chinese word. */
export const choice = <const C extends Choices>(
  title: Label,
  choices: C,
  options: Omit<Own<ChoiceColumn<C>>, 'choices'> = {},
): ChoiceColumn<C> => ({ kind: 'choice', title, choices, ...options });

/** The label of a row in another register: a person, place, item, post. */
export const reference = (
  to: string,
  title: Label,
  options: Omit<Own<ReferenceColumn>, 'to'> = {},
): ReferenceColumn => ({
  kind: 'reference',
  title,
  to,
  ...options,
});

/** The id of the row that this one comes from. */
export const rowLink = (
  to: string,
  title: Label,
  options: Omit<Own<RowLinkColumn>, 'to'> = {},
): RowLinkColumn => ({
  kind: 'rowLink',
  title,
  to,
  hidden: true,
  filledByCode: true,
  ...options,
});
