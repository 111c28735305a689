import * as z from 'zod/mini';
import { valueOfCell } from './cell.ts';
import type { Column, Columns } from './columns.ts';
import type { Label } from './language.ts';
import { photoLinks } from './photo-links.ts';
import type { Register } from './register.ts';
import type { Values } from './row.ts';
import { plain } from './spelling.ts';
import type { Value } from './values.ts';
import { clip } from './wording.ts';

/** What is wrong with one field of a submission. */
export interface Issue {
  readonly column: string;
  readonly message: Label;
}

export type Entry =
  | { readonly ok: true; readonly values: Values<Columns> }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** A cell of Sheets holds 50,000 characters (Google Workspace, “Files you can store in Google Drive”). */
const longestText = 50_000;

const emailShape = z.email();
const webAddress = z.url({ protocol: /^https?$/ });
const field = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const phoneShape = /^\+?\d[\d -]+\d$/;
/** A short number inside the school has three digits, the longest in the world fifteen (E.164) and an extension. */
const phoneDigits = { least: 3, most: 17 } as const;

/**
 * Reads what a form or program sent for a register.
 *
 * Only columns that the form asks are accepted; text stays exactly as sent. `isKnown` tells whether a reference
 * names an existing row (`undefined` when that cannot be told here).
 */
export function entryFrom(
  register: Register,
  sent: Readonly<Record<string, unknown>>,
  isKnown: (to: string, name: string) => boolean | undefined = () => undefined,
): Entry {
  return entryOf(register, { asks: register.form?.asks ?? [], sent, isKnown });
}

/**
 * Reads what was sent for some columns of a register: those of its form, of a batch, or of a page copied from paper.
 *
 * @param isRequired whether a column may not be blank; as the register says when absent
 */
export function entryOf(
  register: Register,
  {
    asks,
    sent,
    isKnown = () => undefined,
    isRequired = (name) => register.columns[name]?.required === true,
  }: {
    readonly asks: readonly string[];
    readonly sent: Readonly<Record<string, unknown>>;
    readonly isKnown?: (to: string, name: string) => boolean | undefined;
    readonly isRequired?: (name: string) => boolean;
  },
): Entry {
  const issues: Issue[] = Object.keys(sent)
    .filter((column) => !asks.includes(column))
    .map((column) => ({
      column,
      message: { zh: '表单没有这一栏', en: 'The form has no such field' },
    }));
  const values: Record<string, Value> = {};
  for (const name of asks) {
    const column = register.columns[name];
    if (!column)
      throw new Error(`register ${register.key}: form asks for the unknown column ${name}`);
    const reading = readField({ ...column, required: isRequired(name) }, sent[name], isKnown);
    if ('message' in reading) issues.push({ column: name, message: reading.message });
    else if (reading.value !== undefined) values[name] = reading.value;
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, values };
}

export type Field = { readonly value: Value | undefined } | { readonly message: Label };

function readField(
  column: Column,
  sent: unknown,
  isKnown: (to: string, name: string) => boolean | undefined,
): Field {
  const parsed = field.safeParse(sent ?? null);
  if (!parsed.success) return wrong('这一栏的格式不对', 'This field has the wrong type');
  if (parsed.data === null || (typeof parsed.data === 'string' && parsed.data.trim() === ''))
    return column.required
      ? wrong(`请填写${column.title.zh}`, `Please fill in: ${column.title.en}`)
      : { value: undefined };
  const said = parsed.data;
  if (typeof said === 'string' && said.length > longestText)
    return wrong('文字太长，最多 50000 字', 'Too long: at most 50,000 characters');
  if (typeof said === 'string' && !said.isWellFormed())
    return wrong('含有损坏的字符，请重新输入', 'Contains a broken character');
  if (isWords(column.kind) && typeof said !== 'string') return wrong('请填文字', 'Enter text');
  // A bare number is a serial in a cell, but in a form it cannot be a day.
  if (isClock(column.kind) && typeof said !== 'string')
    return wrong('请填日期或时间', 'Enter a date or time');
  const reading = valueOfCell(column, said);
  if (!reading.ok) return { message: reading.problem };
  return checkedValue(column, reading.value, isKnown);
}

/**
 * A value that was read, in its plain spelling, or why it will not do: bounds, whole numbers, the shape of
 * telephone numbers, addresses and names on a list. Forms and sheets are held to the same.
 */
export function checkedValue(
  column: Column,
  value: Value | undefined,
  isKnown: (to: string, name: string) => boolean | undefined,
): Field {
  if (value === undefined) return { value };
  switch (column.kind) {
    case 'quantity':
    case 'money': {
      const number = Number(value);
      if (!Number.isFinite(number) || Math.abs(number) > 1e12)
        return wrong(
          '数字太大，请核对单位和位数',
          'The number is too large: check unit and digits',
        );
      if (column.kind === 'quantity' && column.whole && !Number.isInteger(number))
        return wrong('请填整数', 'Enter a whole number');
      if (column.kind === 'money' && Number(number.toFixed(2)) !== number)
        return wrong('金额最多两位小数', 'At most two decimals');
      if (column.min !== undefined && number < column.min)
        return wrong(`不能小于 ${column.min}`, `At least ${column.min}`);
      if (column.max !== undefined && number > column.max)
        return wrong(`不能大于 ${column.max}`, `At most ${column.max}`);
      return { value: number };
    }
    case 'phone':
      return isPhone(plain(String(value)))
        ? { value: plain(String(value)) }
        : wrong('请填正确的电话号码', 'Enter a telephone number');
    case 'email':
      return emailShape.safeParse(plain(String(value))).success
        ? { value: plain(String(value)) }
        : wrong('请填正确的邮箱', 'Enter an e-mail address');
    case 'link':
      return webAddress.safeParse(value).success
        ? { value }
        : wrong('请填以 http 开头的网址', 'Enter a web address');
    case 'photo': {
      const links = photoLinks(String(value));
      return links.every((link) => webAddress.safeParse(link).success)
        ? { value: links.join('\n') }
        : wrong('请填以 http 开头的网址，一行一个', 'Enter web addresses, one a line');
    }
    case 'code':
      return plain(String(value)).length <= 64
        ? { value: plain(String(value)) }
        : wrong('编号太长，最多 64 个字符', 'The code is too long: at most 64 characters');
    case 'reference':
      return isKnown(column.to, String(value)) === false
        ? wrong(
            `名单里没有“${clip(String(value), 14)}”，请从名单中选`,
            'Not on the list: choose a name from it',
          )
        : { value };
    default:
      return { value };
  }
}

function isPhone(said: string): boolean {
  const digits = said.replaceAll(/\D/g, '').length;
  return phoneShape.test(said) && digits >= phoneDigits.least && digits <= phoneDigits.most;
}

function isWords(kind: Column['kind']): boolean {
  return [
    'text',
    'code',
    'phone',
    'email',
    'link',
    'photo',
    'reference',
    'choice',
    'rowLink',
  ].includes(kind);
}

function isClock(kind: Column['kind']): boolean {
  return kind === 'date' || kind === 'time' || kind === 'moment';
}

function wrong(zh: string, en: string): { readonly message: Label } {
  return { message: { zh, en } };
}
