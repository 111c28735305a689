import { formatDate, isDatePattern } from './date-format.ts';
import type { CellFormat } from './model.ts';

type NumberFormat = NonNullable<CellFormat['numberFormat']>;

/** What Google shows, in a zh_CN spreadsheet, for a format that names a type and no pattern. */
const defaultPatterns: Readonly<Record<string, string>> = {
  NUMBER: '#,##0.00',
  PERCENT: '0.00%',
  CURRENCY: '"¥"#,##0.00',
  DATE: 'yyyy-mm-dd',
  TIME: 'h:mm:ss',
  DATE_TIME: 'yyyy-mm-dd h:mm:ss',
  SCIENTIFIC: '0.00E+00',
};

/** The pattern by which numbers are shown; undefined for the automatic format and plain text. */
export function patternOf(format: NumberFormat | null | undefined): string | undefined {
  return format?.pattern || defaultPatterns[format?.type ?? ''];
}

/** Whether numbers under this format are dates or times. */
export function isDateFormat(format: NumberFormat | null | undefined): boolean {
  const pattern = patternOf(format);
  return pattern !== undefined && isDatePattern(pattern);
}

/** A number as its cell shows it. */
export function formatNumber(value: number, format: NumberFormat | null | undefined): string {
  const pattern = patternOf(format);
  if (pattern === undefined || pattern === '@' || /^general$/i.test(pattern)) {
    return formatAutomatic(value);
  }
  if (isDatePattern(pattern)) return formatDate(value, pattern);
  const sections = splitSections(pattern);
  const negative = value < 0 && sections[1] !== undefined;
  const zero = value === 0 && sections[2] !== undefined;
  const section = (zero ? sections[2] : negative ? sections[1] : sections[0]) ?? '';
  return formatSection(negative ? -value : value, section);
}

/** The automatic format: as many digits as needed, ten at most behind whole numbers. */
export function formatAutomatic(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 1e15) return String(value);
  if (Math.abs(value) >= 1e15 || (value !== 0 && Math.abs(value) < 1e-5)) {
    return scientific(value, 5).replace(/\.?0+E/, 'E');
  }
  return String(Number(value.toPrecision(10)));
}

function splitSections(pattern: string): string[] {
  return pattern.match(/(?:"[^"]*"|\\.|[^;])+/g) ?? [''];
}

/** Literal text of a pattern, or the one group of digit places in it. */
type Piece = { readonly literal: string } | { readonly digits: string };

function piecesOf(section: string): Piece[] {
  const pieces: Piece[] = [];
  const token =
    /"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].|([0#?][0#?,.]*(?:E[+-]0+)?|\.[0#?]+)|(.)/gs;
  for (const match of section.matchAll(token)) {
    const digits = match[4];
    if (digits !== undefined) pieces.push({ digits });
    else pieces.push({ literal: match[1] ?? match[2] ?? match[3] ?? match[5] ?? '' });
  }
  return pieces;
}

function formatSection(value: number, section: string): string {
  const pieces = piecesOf(section);
  const percent = pieces.some((piece) => 'literal' in piece && piece.literal === '%');
  const scaled = percent ? Number((value * 100).toPrecision(15)) : value;
  const shown = pieces.map((piece) =>
    'literal' in piece ? piece.literal : formatDigits(Math.abs(scaled), piece.digits),
  );
  const sign = scaled < 0 && shown.some((text) => /[1-9]/.test(text)) ? '-' : '';
  return sign + shown.join('');
}

function formatDigits(value: number, digits: string): string {
  const exponent = /E[+-]0+$/.exec(digits);
  const mantissa = digits.slice(0, exponent?.index);
  const [whole = '', fraction = ''] = mantissa.split('.');
  if (exponent) return scientific(value, fraction.length);
  const places = fraction.replaceAll(',', '');
  const required = places.replace(/[^0]+$/, '').length;
  const [integer = '', decimals = ''] = roundTo(value, places.length).split('.');
  const minimum = (whole.match(/0/g) ?? []).length;
  const padded = minimum === 0 && integer === '0' ? '' : integer.padStart(minimum, '0');
  const grouped = /[0#?],[0#?]/.test(whole) ? group(padded) : padded;
  const kept = trimOptional(decimals, required);
  return kept === '' && !mantissa.endsWith('.') ? grouped : `${grouped}.${kept}`;
}

/** Decimal rounding, half away from zero, as spreadsheets do; `toFixed` rounds the binary value. */
function roundTo(value: number, places: number): string {
  const [mantissa = '0', exponent = '0'] = value.toExponential().split('e');
  const rounded = Math.round(Number(`${mantissa}e${Number(exponent) + places}`));
  return Number.isSafeInteger(rounded)
    ? Number(`${rounded}e-${places}`).toFixed(places)
    : value.toFixed(places);
}

function trimOptional(decimals: string, required: number): string {
  let end = decimals.length;
  while (end > required && decimals[end - 1] === '0') end -= 1;
  return decimals.slice(0, end);
}

function group(integer: string): string {
  return integer.replaceAll(/\B(?=(\d{3})+$)/g, ',');
}

function scientific(value: number, places: number): string {
  const [mantissa = '', exponent = '0'] = value.toExponential(places).split('e');
  const power = Number(exponent);
  return `${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}
