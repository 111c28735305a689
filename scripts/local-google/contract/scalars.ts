/** Stands for a value that does not fit; no JSON value can be mistaken for it. */
export const misfit = Symbol('misfit');

/** The least and the most that fit. Beyond 2^53 JSON numbers are inexact, texts are not. */
const limits: Readonly<Record<string, readonly [bigint, bigint]>> = {
  int32: [-(2n ** 31n), 2n ** 31n - 1n],
  uint32: [0n, 2n ** 32n - 1n],
  int64: [-(2n ** 63n), 2n ** 63n - 1n],
  uint64: [0n, 2n ** 64n - 1n],
};

/** Google's name for a scalar type, such as `TYPE_INT32`. */
export function scalarType(type: string, format: string | undefined): string {
  if (format === 'date-time' || format === 'google-datetime') {
    return 'type.googleapis.com/google.protobuf.Timestamp';
  }
  if (format === 'google-fieldmask') return 'type.googleapis.com/google.protobuf.FieldMask';
  if (format === 'google-duration') return 'type.googleapis.com/google.protobuf.Duration';
  if (type === 'boolean') return 'TYPE_BOOL';
  if (format === 'byte') return 'TYPE_BYTES';
  return `TYPE_${(format ?? type).toUpperCase()}`;
}

/**
 * Reads a JSON scalar as protocol buffers do: numbers may come as strings and the other way round.
 * Answers it in its canonical form (32-bit numbers as numbers, 64-bit ones as strings) or `misfit`.
 */
export function readScalar(type: string, format: string | undefined, value: unknown): unknown {
  if (format !== undefined && format in limits) return readInteger(format, value);
  if (type === 'boolean') return typeof value === 'boolean' ? value : misfit;
  if (type === 'number') return readNumber(value);
  if (typeof value !== 'string') return misfit;
  return hasFormat(value, format) ? value : misfit;
}

function readInteger(format: string, value: unknown): unknown {
  const whole = typeof value === 'number' ? Number.isInteger(value) : /^-?\d+$/.test(String(value));
  if (!whole || (typeof value !== 'number' && typeof value !== 'string')) return misfit;
  const [least, most] = limits[format] ?? [0n, 0n];
  const number = BigInt(value);
  if (number < least || number > most) return misfit;
  return format.endsWith('64') ? String(number) : Number(number);
}

function readNumber(value: unknown): unknown {
  if (typeof value === 'number') return value;
  if (typeof value !== 'string' || value.trim() === '') return misfit;
  const number = Number(value);
  return Number.isNaN(number) && value !== 'NaN' ? misfit : number;
}

function hasFormat(value: string, format: string | undefined): boolean {
  switch (format) {
    case 'byte':
      return /^[A-Za-z0-9+/_-]*={0,2}$/.test(value);
    case 'date':
      return /^\d{4}-\d{2}-\d{2}$/.test(value);
    case 'date-time':
    case 'google-datetime':
      return (
        /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/.test(value) &&
        !Number.isNaN(Date.parse(value))
      );
    case 'google-duration':
      return /^-?\d+(\.\d{1,9})?s$/.test(value);
    default:
      return true;
  }
}
