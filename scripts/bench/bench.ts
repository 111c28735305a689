/** What a bench found. */
export interface BenchResult {
  /** For programs, in one line of JSON; a name ends with its unit where there is one: `ours_ms`. */
  readonly figures: Readonly<Record<string, unknown>>;
  /** For people: rows of cells, the headings first. */
  readonly table: readonly (readonly string[])[];
  /** What a reader must know to judge the table, a sentence each. */
  readonly notes?: readonly string[];
}

/** A measurement that anyone can repeat: `npm run bench -- NAME`. */
export interface Bench {
  readonly name: string;
  /** One line: what is measured, and against what. */
  readonly about: string;
  run(): Promise<BenchResult>;
}
