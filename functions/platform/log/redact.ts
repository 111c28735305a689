import type { LogFields } from './index.ts';

/** Names under which secrets and personal data travel; their values never reach a log. */
const secretName =
  /token|secret|passw|authori[sz]ation|cookie|credential|signature|apikey|api_key|privatekey|private_key|linkkeys|^keys$|^body$|^rawbody$|^values$|^prefill$|phone|^mail$|email|^to$|^address(es)?$/i;

const hidden = '[hidden]';
const deepest = 6;

/** The same fields with everything hidden that a log must not hold. */
export function redact(fields: LogFields): Record<string, unknown> {
  return redactObject(fields, 0, []);
}

function redactObject(
  object: object,
  depth: number,
  above: readonly object[],
): Record<string, unknown> {
  const path = [...above, object];
  return Object.fromEntries(
    Object.entries(object).map(([name, value]) => [
      name,
      secretName.test(name) ? hidden : redactValue(value, depth + 1, path),
    ]),
  );
}

function redactValue(value: unknown, depth: number, above: readonly object[]): unknown {
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return value;
  if (above.includes(value)) return '[circular]';
  if (depth > deepest) return '[deep]';
  if (value instanceof Date) return value.toISOString();
  if (value instanceof Error) return redactError(value, depth, above);
  if (value instanceof Uint8Array || value instanceof ArrayBuffer) {
    return `[${value.byteLength} bytes]`;
  }
  if (value instanceof Map) return redactObject(Object.fromEntries(value), depth, above);
  if (Array.isArray(value) || value instanceof Set) {
    return Array.from(value, (item) => redactValue(item, depth + 1, [...above, value]));
  }
  return redactObject(value, depth, above);
}

function redactError(
  error: Error,
  depth: number,
  above: readonly object[],
): Record<string, unknown> {
  return {
    ...redactObject(error, depth, above),
    name: error.name,
    message: error.message,
    stack: error.stack,
    ...(error.cause === undefined
      ? {}
      : { cause: redactValue(error.cause, depth + 1, [...above, error]) }),
  };
}
