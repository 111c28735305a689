import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import { invalidArgument } from '../errors.ts';

export type Condition = sheets_v4.Schema$BooleanCondition;

/** How many values a condition takes; those that are not here take none. */
const valueCounts: Readonly<Record<string, readonly [number, number]>> = {
  NUMBER_GREATER: [1, 1],
  NUMBER_GREATER_THAN_EQ: [1, 1],
  NUMBER_LESS: [1, 1],
  NUMBER_LESS_THAN_EQ: [1, 1],
  NUMBER_EQ: [1, 1],
  NUMBER_NOT_EQ: [1, 1],
  NUMBER_BETWEEN: [2, 2],
  NUMBER_NOT_BETWEEN: [2, 2],
  TEXT_CONTAINS: [1, 1],
  TEXT_NOT_CONTAINS: [1, 1],
  TEXT_STARTS_WITH: [1, 1],
  TEXT_ENDS_WITH: [1, 1],
  TEXT_EQ: [1, 1],
  TEXT_NOT_EQ: [1, 1],
  TEXT_IS_EMAIL: [0, 0],
  TEXT_IS_URL: [0, 0],
  DATE_EQ: [1, 1],
  DATE_NOT_EQ: [1, 1],
  DATE_BEFORE: [1, 1],
  DATE_AFTER: [1, 1],
  DATE_ON_OR_BEFORE: [1, 1],
  DATE_ON_OR_AFTER: [1, 1],
  DATE_BETWEEN: [2, 2],
  DATE_NOT_BETWEEN: [2, 2],
  DATE_IS_VALID: [0, 0],
  ONE_OF_RANGE: [1, 1],
  ONE_OF_LIST: [1, Number.POSITIVE_INFINITY],
  BLANK: [0, 0],
  NOT_BLANK: [0, 0],
  CUSTOM_FORMULA: [1, 1],
  BOOLEAN: [0, 2],
};

const onlyInValidation = [
  'ONE_OF_RANGE',
  'ONE_OF_LIST',
  'BOOLEAN',
  'TEXT_IS_EMAIL',
  'TEXT_IS_URL',
  'DATE_IS_VALID',
];
const onlyInFormats = ['BLANK', 'NOT_BLANK'];
const takesRelativeDate = ['DATE_BEFORE', 'DATE_AFTER', 'DATE_ON_OR_BEFORE', 'DATE_ON_OR_AFTER'];

/** Throws 400 unless the condition has a type that belongs there and as many values as it takes. */
export function requireCondition(
  condition: Condition | null | undefined,
  use: 'validation' | 'format',
): void {
  const type = condition?.type ?? '';
  const counts = valueCounts[type];
  const elsewhere = use === 'validation' ? onlyInFormats : onlyInValidation;
  if (!counts || elsewhere.includes(type)) {
    throw invalidArgument(`Invalid condition type for ${wordsFor[use]}: ${type}`);
  }
  const values = condition?.values ?? [];
  const [least, most] = counts;
  if (values.length < least || values.length > most) {
    throw invalidArgument(
      `${type} conditions must have ${least === most ? least : `at least ${least}`} ConditionValues.`,
    );
  }
  for (const { userEnteredValue, relativeDate } of values) {
    if (relativeDate && (use === 'validation' || !takesRelativeDate.includes(type))) {
      throw invalidArgument(`Relative dates are not supported for ${type} in ${wordsFor[use]}.`);
    }
    if (!relativeDate && (userEnteredValue === undefined || userEnteredValue === null)) {
      throw invalidArgument('ConditionValue.userEnteredValue is required.');
    }
  }
}

const wordsFor = { validation: 'data validation', format: 'conditional formatting' } as const;

/** The values of a condition as they were entered. */
export function valuesOf(condition: Condition): string[] {
  return (condition.values ?? []).map((value) => value.userEnteredValue ?? '');
}
