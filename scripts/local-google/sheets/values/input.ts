import { invalidArgument } from '../../errors.ts';
import type { InputOption, InputValue } from '../entering.ts';

/** Rows of values to write; null leaves a cell as it is. */
export type InputRows = readonly (readonly (InputValue | null)[])[];

/** The option of a request. Throws 400 if it says none. */
export function inputOptionFrom(option: unknown): InputOption {
  if (option === 'RAW' || option === 'USER_ENTERED') return option;
  throw invalidArgument("'valueInputOption' is required but not specified");
}

/** The values of a request as rows. Throws 400 for anything but texts, numbers, booleans and null. */
export function inputRowsFrom(values: unknown, majorDimension: unknown): InputRows {
  const lines = Array.isArray(values) ? values.map(lineFrom) : [];
  if (majorDimension !== 'COLUMNS') return lines;
  const height = widthOf(lines);
  return Array.from({ length: height }, (_, row) => lines.map((line) => line[row] ?? null));
}

/** The longest row. */
export function widthOf(rows: InputRows): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0);
}

function lineFrom(line: unknown, index: number): (InputValue | null)[] {
  if (!Array.isArray(line)) {
    throw invalidArgument(
      `Invalid value at 'data.values[${index}]' (type.googleapis.com/google.protobuf.ListValue), ${JSON.stringify(line)}`,
    );
  }
  return line.map((value, at) => valueFrom(value, index, at));
}

function valueFrom(value: unknown, row: number, column: number): InputValue | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }
  const kind = Array.isArray(value) ? 'list_value' : 'struct_value';
  throw invalidArgument(`Invalid values[${row}][${column}]: ${kind} ${JSON.stringify(value)}`);
}
