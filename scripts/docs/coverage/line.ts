import type { Label } from '#schema/language.ts';

/** Something that the office needs: one line of its work, and what must not slip through in it. */
export interface WorkLine {
  /** As the office's work is numbered: `A2`, `C6b`. */
  readonly id: string;
  readonly title: Label;
  /** Keys of the registers that record it. */
  readonly registers: readonly string[];
  readonly catches: readonly Catch[];
}

/** One thing that must be noticed: by rules (`register.rule`), or by a part of the product with a test of its own. */
export interface Catch {
  readonly says: Label;
  readonly rules?: readonly string[];
  readonly part?: Part;
}

/** A part of the product that is no rule: where it is and what holds it, both relative to the project. */
export interface Part {
  readonly file: string;
  readonly test: string;
  /** Words of the test's name or of its code, which must stand there. */
  readonly shows: string;
}

/** A catch that one or more rules answer. */
export function caught(zh: string, en: string, ...rules: readonly string[]): Catch {
  return { says: { zh, en }, rules };
}

/** A need that a part of the product answers. */
export function done(zh: string, en: string, { file, test, shows }: Part): Catch {
  return { says: { zh, en }, part: { file, test, shows } };
}
