import { TZDate } from '@date-fns/tz';
import type { Context } from '../service.ts';
import { requireCellLength, tidy, withValue } from './cell-data.ts';
import { readEntered } from './entered-text.ts';
import type { Cell, SpreadsheetState } from './model.ts';

export type InputOption = 'RAW' | 'USER_ENTERED';

/** A value as the values methods take it; null leaves a cell as it is. */
export type InputValue = string | number | boolean;

/** Makes the cells that values become, by the option and the spreadsheet's own calendar. */
export type Enter = (before: Cell | undefined, value: InputValue) => Cell | undefined;

export function createEnter(
  option: InputOption,
  { properties }: SpreadsheetState,
  { clock }: Context,
): Enter {
  const year = new TZDate(clock.now().getTime(), properties.timeZone).getFullYear();
  return (before, value) => {
    if (typeof value === 'number') return withValue(before, { numberValue: value });
    if (typeof value === 'boolean') return withValue(before, { boolValue: value });
    requireCellLength(value);
    if (option === 'RAW') {
      return withValue(before, value === '' ? undefined : { stringValue: value });
    }
    const entered = readEntered(value, { format: before?.format?.numberFormat, year });
    const cell = withValue(before, entered.value);
    return entered.numberFormat
      ? tidy({ ...cell, format: { ...cell?.format, numberFormat: entered.numberFormat } })
      : cell;
  };
}
