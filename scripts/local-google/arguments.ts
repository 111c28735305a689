import { z } from 'zod';
import { GoogleError, invalidArgument } from './errors.ts';
import type { Call } from './service.ts';

/** A text parameter; undefined if it was not given. */
export function textParam(call: Call, name: string): string | undefined {
  const value = call.params[name];
  return typeof value === 'string' ? value : undefined;
}

/** A text parameter that the contract requires. */
export function requiredText(call: Call, name: string): string {
  const value = textParam(call, name);
  if (value === undefined) throw new Error(`${call.method}: the contract let ${name} be missing`);
  return value;
}

/** A yes/no parameter; no if it was not given. */
export function flagParam(call: Call, name: string): boolean {
  return call.params[name] === true;
}

/** A whole number; undefined if it was not given. Numbers of 64 bits come as text. */
export function numberParam(call: Call, name: string): number | undefined {
  const value = call.params[name];
  return typeof value === 'number' || typeof value === 'string' ? Number(value) : undefined;
}

/**
 * Reads what a handler keeps of a body. What Google would keep and the stand-in would not is
 * refused with 501, never dropped; `ignored` are the members Google itself takes no notice of.
 */
export function readBody<T extends z.ZodRawShape>(
  call: Call,
  shape: T,
  ignored: readonly string[] = [],
): z.output<z.ZodObject<T>> {
  for (const name of Object.keys(call.body)) {
    if (name in shape || ignored.includes(name) || name === 'kind') continue;
    throw new GoogleError(
      501,
      'UNIMPLEMENTED',
      `The embedded stand-in for Google does not keep "${name}" in ${call.method}.`,
    );
  }
  const read = z.object(shape).safeParse(call.body);
  if (!read.success) throw invalidArgument(z.prettifyError(read.error));
  return read.data;
}
