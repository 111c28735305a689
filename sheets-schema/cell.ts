import type { Column } from './columns.ts';
import type { Label } from './language.ts';
import {
  dateOfSerial,
  momentOfSerial,
  serialOfDate,
  serialOfMoment,
  serialOfTime,
  timeOfSerial,
} from './serial.ts';
import { dateFrom, momentFrom, moneyFrom, numberFrom, plain, timeFrom } from './spelling.ts';
import { type Cell, localDate, localDateTime, localTime, rowId, type Value } from './values.ts';

/** The reading of a cell: its value, blank, or why it cannot be read. */
export type Reading =
  | { readonly ok: true; readonly value: Value | undefined }
  | { readonly ok: false; readonly problem: Label };

const yes: Label = { zh: '是', en: 'Yes' };
const no: Label = { zh: '否', en: 'No' };

const read = (value: Value | undefined): Reading => ({ ok: true, value });
const unreadable = (zh: string, en: string): Reading => ({ ok: false, problem: { zh, en } });
const or = (value: Value | undefined, zh: string, en: string): Reading =>
  value === undefined ? unreadable(zh, en) : read(value);

/** The cell that holds a value, to be written RAW; {@link valueOfCell} reads it back exactly. */
export function cellOfValue(column: Column, value: Value | undefined): Cell {
  if (value === undefined) return undefined;
  switch (column.kind) {
    case 'yesNo':
      return value ? yes.zh : no.zh;
    case 'choice':
      return column.choices[String(value)]?.zh ?? String(value);
    case 'date':
      return serialOfDate(localDate.parse(value));
    case 'time':
      return serialOfTime(localTime.parse(value));
    case 'moment':
      return serialOfMoment(localDateTime.parse(value));
    default:
      return value;
  }
}

/**
 * The value that a cell holds, however staff typed it; numbers and days as text are understood.
 * Blank is a cell without a value or with white space only.
 */
export function valueOfCell(column: Column, cell: Cell): Reading {
  if (cell === undefined || (typeof cell === 'string' && cell.trim() === ''))
    return read(undefined);
  switch (column.kind) {
    case 'quantity':
    case 'money':
      return amount(column, cell);
    case 'date':
    case 'time':
    case 'moment':
      return onTheClock(column.kind, cell);
    case 'yesNo':
      return or(yesNoOf(cell), '请填“是”或“否”', 'Enter yes or no');
    case 'choice':
      return or(choiceOf(column, String(cell)), `请从下拉中选择`, 'Choose from the list');
    case 'rowLink': {
      const id = rowId.safeParse(cell);
      return id.success
        ? read(id.data)
        : unreadable('关联编号已损坏，请勿手改', 'The link was damaged');
    }
    default:
      return read(String(cell));
  }
}

function amount(
  column: Column & { readonly kind: 'quantity' | 'money' },
  cell: string | number | boolean,
): Reading {
  if (typeof cell === 'number') return read(cell);
  if (typeof cell === 'boolean') return unreadable('请填数字', 'Enter a number');
  const value = column.kind === 'money' ? moneyFrom(cell) : numberFrom(cell, column.unit?.zh);
  return or(value, '请只填数字', 'Enter a number only');
}

function onTheClock(kind: 'date' | 'time' | 'moment', cell: string | number | boolean): Reading {
  const wrong = {
    date: ['请填日期，如 2026-11-24', 'Enter a date such as 2026-11-24'],
    time: ['请填时间，如 14:30', 'Enter a time such as 14:30'],
    moment: ['请填日期时间，如 2026-11-24 14:30', 'Enter a date and time'],
  } as const;
  const [zh, en] = wrong[kind];
  if (typeof cell === 'boolean') return unreadable(zh, en);
  const ofNumber = { date: dateOfSerial, time: timeOfSerial, moment: momentOfSerial }[kind];
  const ofText = { date: dateFrom, time: timeFrom, moment: momentFrom }[kind];
  return or(typeof cell === 'number' ? ofNumber(cell) : ofText(cell), zh, en);
}

function yesNoOf(cell: string | number | boolean): boolean | undefined {
  if (typeof cell === 'boolean') return cell;
  const word = plain(String(cell)).toLowerCase();
  if (['是', '有', '√', 'yes', 'y', 'true', '1'].includes(word)) return true;
  if (['否', '无', '×', 'no', 'n', 'false', '0'].includes(word)) return false;
  return undefined;
}

function choiceOf(
  column: Column & { readonly kind: 'choice' },
  written: string,
): string | undefined {
  const word = plain(written).toLowerCase();
  const found = Object.entries(column.choices).find(
    ([key, label]) =>
      key.toLowerCase() === word ||
      plain(label.zh).toLowerCase() === word ||
      label.en.toLowerCase() === word,
  );
  return found?.[0];
}

/** A value as people read it in one language. */
export function shown(
  column: Column,
  value: Value | undefined,
  language: 'zh' | 'en' = 'zh',
): string {
  if (value === undefined) return '';
  switch (column.kind) {
    case 'choice':
      return column.choices[String(value)]?.[language] ?? String(value);
    case 'yesNo':
      return (value ? yes : no)[language];
    case 'moment':
      return String(value).replace('T', ' ').slice(0, 16);
    case 'time':
      return String(value).slice(0, 5);
    case 'money':
      return `¥${Number(value).toFixed(2)}`;
    case 'quantity':
      return column.unit ? `${value} ${column.unit[language]}` : String(value);
    default:
      return String(value);
  }
}
