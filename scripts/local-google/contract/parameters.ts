import { GoogleError } from '../errors.ts';
import type { Call } from '../service.ts';
import type { Parameter } from './discovery.ts';
import type { Match } from './match.ts';
import { readScalar, scalarType } from './scalars.ts';
import type { Violation } from './violations.ts';
import { enumType, invalidValue, snake, violationError } from './violations.ts';

/** Every method of Google takes these. */
const common = new Set([
  '$.xgafv',
  'access_token',
  'alt',
  'callback',
  'fields',
  'key',
  'oauth_token',
  'prettyPrint',
  'quotaUser',
  'upload_id',
  'upload_protocol',
  'uploadType',
  'userIp',
]);

/**
 * Path and query parameters by name, typed as the contract says.
 * Throws 400 for unknown names, values of a wrong type and required ones that are missing.
 */
export function readParameters(match: Match, query: URLSearchParams): Call['params'] {
  const known = match.method.parameters ?? {};
  const violations: Violation[] = [];
  const params: Record<string, Call['params'][string]> = {};
  const take = (name: string, parameter: Parameter, texts: readonly string[]) => {
    const values = texts.map((text) => readParameter(match, name, parameter, text, violations));
    const last = values.at(-1);
    if (parameter.repeated === true) params[name] = values.map(String);
    else if (last !== undefined) params[name] = last;
  };
  for (const [name, text] of Object.entries(match.pathParams)) {
    const parameter = known[name];
    if (parameter !== undefined) take(name, parameter, [text]);
  }
  for (const name of new Set(query.keys())) {
    const parameter = known[name];
    if (parameter?.location === 'query') take(name, parameter, query.getAll(name));
    else if (!common.has(name)) violations.push(unknownParameter(name));
  }
  if (violations.length > 0) throw violationError(violations);
  for (const [name, parameter] of Object.entries(known)) {
    if (parameter.required === true && !(name in params)) throw missing(name);
  }
  return params;
}

function readParameter(
  match: Match,
  name: string,
  parameter: Parameter,
  text: string,
  violations: Violation[],
): string | number | boolean {
  const { type, format } = parameter;
  const json: unknown =
    type === 'boolean' && /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
  const value = readScalar(type, format, json);
  const fits =
    (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') &&
    (parameter.enum?.includes(text) ?? true) &&
    (parameter.pattern === undefined || new RegExp(parameter.pattern).test(text)) &&
    inLimits(parameter, value);
  if (fits) return value;
  const named =
    parameter.enum === undefined ? scalarType(type, format) : enumType(match.api, '', name);
  violations.push(invalidValue(snake(name), named, text));
  return text;
}

function inLimits(parameter: Parameter, value: string | number | boolean): boolean {
  const { minimum, maximum } = parameter;
  if (minimum !== undefined && BigInt(value) < BigInt(minimum)) return false;
  return maximum === undefined || BigInt(value) <= BigInt(maximum);
}

function unknownParameter(name: string): Violation {
  return {
    field: '',
    description: `Invalid JSON payload received. Unknown name ${JSON.stringify(name)}: Cannot bind query parameter. Field '${name}' could not be found in request message.`,
  };
}

function missing(name: string): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', `Required parameter: ${name}`, {
    reason: 'required',
    location: { type: 'parameter', name },
  });
}
