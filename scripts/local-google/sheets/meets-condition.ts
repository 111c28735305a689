import { parseRange } from './a1.ts';
import { type Condition, valuesOf } from './conditions.ts';
import { readEntered } from './entered-text.ts';
import type { EffectiveValue, SpreadsheetState } from './model.ts';
import { formatAutomatic } from './number-format.ts';
import { clipRange } from './ranges.ts';

/** What a condition may need to know beyond the value it is asked about. */
export interface ConditionContext {
  readonly spreadsheet: SpreadsheetState;
  /** The present day as a serial number, in the spreadsheet's time zone. */
  readonly today: number;
  /** The year for days entered without one. */
  readonly year: number;
  /** What a formula of the condition gives for the cell that is asked about. */
  readonly formula: (text: string) => EffectiveValue;
  /** What another cell shows. */
  readonly shownIn: (sheetId: number, row: number, column: number) => EffectiveValue;
}

/** Whether a value meets a condition; `undefined` is an empty cell. Text is compared without case. */
export function meetsCondition(
  condition: Condition,
  value: EffectiveValue | undefined,
  context: ConditionContext,
): boolean {
  const type = condition.type ?? '';
  if (type === 'CUSTOM_FORMULA') return isTrue(context.formula(valuesOf(condition)[0] ?? ''));
  if (type === 'BLANK') return textOf(value) === '';
  if (type === 'NOT_BLANK') return textOf(value) !== '';
  if (type === 'ONE_OF_RANGE') return isInRange(valuesOf(condition)[0] ?? '', value, context);
  if (type === 'ONE_OF_LIST') return valuesOf(condition).includes(textOf(value));
  if (type === 'BOOLEAN') return isBoolean(valuesOf(condition), value);
  const operands = operandsOf(condition, context);
  if (type.startsWith('TEXT_')) return meetsText(type, textOf(value), operands);
  return meetsNumber(type, value, operands);
}

function operandsOf(condition: Condition, context: ConditionContext): EffectiveValue[] {
  return (condition.values ?? []).map(({ userEnteredValue, relativeDate }) => {
    if (relativeDate) return { numberValue: context.today + (relativeDays[relativeDate] ?? 0) };
    const { value } = readEntered(userEnteredValue ?? '', {
      format: undefined,
      year: context.year,
    });
    if (!value) return { stringValue: '' };
    return 'formulaValue' in value ? context.formula(value.formulaValue) : value;
  });
}

const relativeDays: Readonly<Record<string, number>> = {
  PAST_YEAR: -365,
  PAST_MONTH: -30,
  PAST_WEEK: -7,
  YESTERDAY: -1,
  TODAY: 0,
  TOMORROW: 1,
};

function meetsText(type: string, text: string, operands: readonly EffectiveValue[]): boolean {
  const shown = text.toLowerCase();
  const wanted = textOf(operands[0]).toLowerCase();
  switch (type) {
    case 'TEXT_CONTAINS':
      return shown.includes(wanted);
    case 'TEXT_NOT_CONTAINS':
      return !shown.includes(wanted);
    case 'TEXT_STARTS_WITH':
      return shown.startsWith(wanted);
    case 'TEXT_ENDS_WITH':
      return shown.endsWith(wanted);
    case 'TEXT_EQ':
      return shown === wanted;
    case 'TEXT_NOT_EQ':
      return shown !== wanted;
    case 'TEXT_IS_EMAIL':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(shown);
    default:
      return (
        type === 'TEXT_IS_URL' && URL.canParse(shown.includes('://') ? shown : `https://${shown}`)
      );
  }
}

function meetsNumber(
  type: string,
  value: EffectiveValue | undefined,
  operands: readonly EffectiveValue[],
): boolean {
  if (!value || !('numberValue' in value)) return false;
  const number =
    type.startsWith('DATE_') && type !== 'DATE_IS_VALID'
      ? Math.floor(value.numberValue)
      : value.numberValue;
  const [first = Number.NaN, second = Number.NaN] = operands.map((operand) =>
    'numberValue' in operand ? operand.numberValue : Number.NaN,
  );
  switch (type.replace(/^(NUMBER|DATE)_/, '')) {
    case 'GREATER':
    case 'AFTER':
      return number > first;
    case 'GREATER_THAN_EQ':
    case 'ON_OR_AFTER':
      return number >= first;
    case 'LESS':
    case 'BEFORE':
      return number < first;
    case 'LESS_THAN_EQ':
    case 'ON_OR_BEFORE':
      return number <= first;
    case 'EQ':
      return number === first;
    case 'NOT_EQ':
      return number !== first;
    case 'BETWEEN':
      return number >= first && number <= second;
    case 'NOT_BETWEEN':
      return number < first || number > second;
    default:
      return type === 'DATE_IS_VALID';
  }
}

function isInRange(
  text: string,
  value: EffectiveValue | undefined,
  { spreadsheet, shownIn }: ConditionContext,
): boolean {
  const { sheetId, ...ends } = parseRange(spreadsheet, text.replace(/^[=+]/, ''));
  const sheet = spreadsheet.sheets.find((one) => one.properties.sheetId === sheetId);
  const range = sheet && clipRange({ sheetId, ...ends }, sheet);
  if (!sheet || !range) return false;
  const lastRow = Math.min(range.endRowIndex, sheet.rows.length);
  for (let row = range.startRowIndex; row < lastRow; row += 1) {
    for (let column = range.startColumnIndex; column < range.endColumnIndex; column += 1) {
      const listed = textOf(shownIn(sheetId, row, column));
      if (listed !== '' && listed === textOf(value)) return true;
    }
  }
  return false;
}

/** A checkbox holds TRUE or FALSE, or the values it was given for them. */
function isBoolean(values: readonly string[], value: EffectiveValue | undefined): boolean {
  if (values.length > 0) return values.includes(textOf(value));
  return value !== undefined && 'boolValue' in value;
}

function isTrue(value: EffectiveValue): boolean {
  if ('boolValue' in value) return value.boolValue;
  return 'numberValue' in value && value.numberValue !== 0;
}

function textOf(value: EffectiveValue | undefined): string {
  if (!value) return '';
  if ('stringValue' in value) return value.stringValue;
  if ('numberValue' in value) return formatAutomatic(value.numberValue);
  return 'boolValue' in value ? String(value.boolValue).toUpperCase() : '#ERROR!';
}
