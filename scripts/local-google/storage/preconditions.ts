import { numberParam } from '../arguments.ts';
import { conditionNotMet, GoogleError } from '../errors.ts';
import type { Call } from '../service.ts';
import type { ObjectRecord } from '../state.ts';

/**
 * Checks `if[Meta]generation[Not]Match`; generation 0 stands for an object that does not exist.
 * Throws 412 `conditionNotMet`, and 304 for a read whose `NotMatch` fails.
 */
export function checkPreconditions(call: Call, object: ObjectRecord | undefined): void {
  const generation = object?.generation ?? 0;
  const metageneration = object?.metageneration ?? 0;
  const differs = (name: string, actual: number) => {
    const wanted = numberParam(call, name);
    return wanted !== undefined && wanted !== actual;
  };
  const equals = (name: string, actual: number) => numberParam(call, name) === actual;
  if (
    differs('ifGenerationMatch', generation) ||
    differs('ifMetagenerationMatch', metageneration)
  ) {
    throw conditionNotMet();
  }
  if (
    equals('ifGenerationNotMatch', generation) ||
    equals('ifMetagenerationNotMatch', metageneration)
  ) {
    throw call.method.endsWith('.get') ? notModified() : conditionNotMet();
  }
}

function notModified(): GoogleError {
  return new GoogleError(304, 'FAILED_PRECONDITION', 'Not Modified', { reason: 'notModified' });
}
