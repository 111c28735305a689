import type { LocalDate } from '#schema/values.ts';

/** Where a figure comes from, so that the director can follow it to its rows. */
export interface Source {
  /** The register's title, as on its tab. */
  readonly register: string;
  /** How many rows stand behind the figure. */
  readonly rows: number;
  /** The last day that the figure counts. */
  readonly until: LocalDate;
  /** Opens the rows in the spreadsheet. */
  readonly url?: string;
}

/** A stretch of text within a paragraph or cell. */
export type Run =
  | { readonly kind: 'text'; readonly text: string; readonly bold?: boolean }
  /** A figure with its unit. The review copy links it to its rows. */
  | {
      readonly kind: 'figure';
      /** What is counted, as the appendix of sources calls it. */
      readonly name: string;
      readonly text: string;
      readonly source: Source;
    }
  /** What only the director knows: 【请补充：…】, a blank line in the clean copy. */
  | { readonly kind: 'ask'; readonly what: string }
  /** What the office proposes and the director decides: the text, then 【请定】. */
  | { readonly kind: 'choose'; readonly text: string };

export type Align = 'left' | 'centre' | 'right';

export interface TableColumn {
  readonly title: string;
  /** Its share of the table's width, relative to the other columns. */
  readonly width: number;
  readonly align?: Align;
}

export type TableLine =
  | { readonly kind: 'cells'; readonly cells: readonly (readonly Run[])[] }
  /** A heading across the whole table: “（一）安全与门卫”. */
  | { readonly kind: 'group'; readonly text: string };

export interface PaperTable {
  readonly kind: 'table';
  /** “表1 上月工作完成情况”, printed above. */
  readonly caption: string;
  readonly columns: readonly TableColumn[];
  readonly lines: readonly TableLine[];
  /** Set small and tight, to stay on one page: a wall sheet. */
  readonly dense?: boolean;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly runs: readonly Run[]; readonly place?: 'body' | 'flush' }
  | PaperTable
  /** Who signs and when, at the right; then lines to be filled by hand, at the left. */
  | {
      readonly kind: 'signature';
      readonly signed: readonly string[];
      readonly lines: readonly string[];
    }
  | { readonly kind: 'pageBreak' }
  /** Blocks that only one of the two copies shows. */
  | { readonly kind: 'only'; readonly copy: Copy; readonly blocks: readonly Block[] };

/** A stretch of pages of one orientation. */
export interface Part {
  readonly orientation: 'portrait' | 'landscape';
  readonly blocks: readonly Block[];
}

/** 送审稿, with marks and links for the director; 打印稿, clean. */
export type Copy = 'review' | 'clean';

/** One of the two papers, as data: what it says, not how it looks. */
export interface Paper {
  readonly title: string;
  /** The title as it is broken over lines where it is too long for one: each line whole in its sense. */
  readonly titleLines?: readonly string[];
  /** Who answers for it: the document's author. */
  readonly author: string;
  readonly parts: readonly Part[];
  /** Said in the review copy's first line, after the number of marks. */
  readonly reviewNote?: string;
}

/** Plain text. */
export function text(words: string): Run {
  return { kind: 'text', text: words };
}

/** A body paragraph of plain words or runs. */
export function paragraph(...runs: readonly (Run | string)[]): Block {
  return {
    kind: 'paragraph',
    runs: runs.map((run) => (typeof run === 'string' ? text(run) : run)),
  };
}

/** A heading of level 1 “一、”, 2 “（一）” or 3 “1.”. */
export function heading(level: 1 | 2 | 3, words: string): Block {
  return { kind: 'heading', level, text: words };
}

/** A table line of plain cells; a cell may also be runs. */
export function cells(...values: readonly (string | number | readonly Run[])[]): TableLine {
  return {
    kind: 'cells',
    cells: values.map((value) =>
      typeof value === 'string' || typeof value === 'number' ? [text(String(value))] : value,
    ),
  };
}
