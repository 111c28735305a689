import type { Label } from '#schema/language.ts';

/** What one poster says. */
export interface Poster {
  readonly school: string;
  /** What the code is for. */
  readonly title: Label;
  /** One sentence to whoever scans it. */
  readonly intro: Label;
  readonly place: string;
  /** What the code opens. */
  readonly address: string;
  /** The same for whoever types it. */
  readonly shortAddress: string;
}
