import type { EffectiveValue } from '../model.ts';
import { type Parts, parseFormula } from './parse.ts';

/** What was parsed and computed before, so that a new version of a spreadsheet costs only its changes. */
export interface Memory {
  /** The parts of a formula; undefined if it cannot be read. */
  parse(formula: string): Parts | undefined;
  recall(key: string): EffectiveValue | undefined;
  keep(key: string, value: EffectiveValue): void;
}

const mostEntries = 100_000;

/** A memory that forgets everything when it has grown too large. */
export function createMemory(): Memory {
  const parsed = new Map<string, Parts | undefined>();
  const results = new Map<string, EffectiveValue>();
  return {
    parse: (formula) => {
      if (!parsed.has(formula)) {
        if (parsed.size >= mostEntries) parsed.clear();
        parsed.set(formula, parseFormula(formula));
      }
      return parsed.get(formula);
    },
    recall: (key) => results.get(key),
    keep: (key, value) => {
      if (results.size >= mostEntries) results.clear();
      results.set(key, value);
    },
  };
}
