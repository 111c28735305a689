import type { EffectiveValue } from '../model.ts';

interface ErrorKind {
  /** What a cell shows. */
  readonly shown: string;
  /** The contract's `ErrorValue.type`. */
  readonly type: string;
  readonly message: string;
  /** A formula that gives the error. */
  readonly formula: string;
}

const kinds: readonly ErrorKind[] = [
  {
    shown: '#DIV/0!',
    type: 'DIVIDE_BY_ZERO',
    message: 'Function DIVIDE parameter 2 cannot be zero.',
    formula: '1/0',
  },
  {
    shown: '#VALUE!',
    type: 'VALUE',
    message: 'A parameter of the formula is of a type it cannot work with.',
    formula: '#VALUE!',
  },
  { shown: '#REF!', type: 'REF', message: 'Reference does not exist.', formula: '#REF!' },
  { shown: '#NAME?', type: 'NAME', message: 'Unknown function or name.', formula: '#NAME?' },
  {
    shown: '#NUM!',
    type: 'NUM',
    message: 'A parameter of the formula is a number it cannot work with.',
    formula: '#NUM!',
  },
  {
    shown: '#N/A',
    type: 'N_A',
    message: 'Did not find value in lookup evaluation.',
    formula: 'NA()',
  },
  {
    shown: '#NULL!',
    type: 'NULL_VALUE',
    message: 'The ranges have nothing in common.',
    formula: '#NULL!',
  },
  { shown: '#ERROR!', type: 'ERROR', message: 'Formula parse error.', formula: '#ERROR!' },
];

/** What Google shows where the engine has an error Google does not know. */
const byEngineOnly: Readonly<Record<string, { shown: string; message: string }>> = {
  '#CIRC!': {
    shown: '#REF!',
    message:
      'Circular dependency detected. To resolve with iterative calculation, see File > Settings.',
  },
  '#SPILL!': {
    shown: '#REF!',
    message: 'Array result was not expanded because it would overwrite data.',
  },
  '#CALC!': { shown: '#N/A', message: 'No matches are found in FILTER evaluation.' },
  '#N/IMPL': { shown: '#NAME?', message: 'Unknown function.' },
};

/** The effective value of a cell in which the engine shows this error. */
export function effectiveError(shown: string, message?: string): EffectiveValue {
  const translated = byEngineOnly[shown] ?? byEngineOnly[shown.replace(/!$/, '')];
  const kind = kinds.find((one) => one.shown === (translated?.shown ?? shown));
  return {
    errorValue: {
      type: kind?.type ?? 'ERROR',
      message: message ?? translated?.message ?? kind?.message ?? 'Formula parse error.',
    },
  };
}

/** What a cell with an error of this type shows: `#N/A` for `N_A`. */
export function shownError(type: string): string {
  return kinds.find((kind) => kind.type === type)?.shown ?? '#ERROR!';
}

/** A formula, without its `=`, that gives an error of this type. */
export function errorFormula(type: string): string {
  return kinds.find((kind) => kind.type === type)?.formula ?? '#ERROR!';
}
