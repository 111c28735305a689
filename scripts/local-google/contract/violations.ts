import { GoogleError } from '../errors.ts';
import type { Api } from './discovery.ts';

/** One thing wrong with a request: where, and in Google's words what. */
export interface Violation {
  readonly field: string;
  readonly description: string;
}

/** `addSheet` is written `add_sheet` where Google names a place in a request. */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** A name the contract does not have, at `path` (empty for the root). */
export function unknownName(name: string, path: string): Violation {
  return badName(name, path, 'Cannot find field.');
}

/** A list where the contract has one value. */
export function notRepeating(name: string, path: string): Violation {
  return badName(name, path, 'Proto field is not repeating, cannot start list.');
}

function badName(name: string, path: string, why: string): Violation {
  const where = path === '' ? '' : ` at '${path}'`;
  return {
    field: path,
    description: `Invalid JSON payload received. Unknown name ${JSON.stringify(name)}${where}: ${why}`,
  };
}

/** A value that does not fit its type, such as `TYPE_INT32`. */
export function invalidValue(path: string, type: string, value: unknown): Violation {
  return {
    field: path,
    description: `Invalid value at '${path}' (${type}), ${shown(value)}`,
  };
}

function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'null';
  return text.length > 1000 ? `${text.slice(0, 1000)}…` : text;
}

/** Google's 400 for a request that does not fit its contract. */
export function violationError(violations: readonly Violation[]): GoogleError {
  return new GoogleError(
    400,
    'INVALID_ARGUMENT',
    violations.map(({ description }) => description).join('\n'),
    {
      details: [
        { '@type': 'type.googleapis.com/google.rpc.BadRequest', fieldViolations: violations },
      ],
    },
  );
}

const wellKnownEnums = [
  'Dimension',
  'ValueInputOption',
  'ValueRenderOption',
  'DateTimeRenderOption',
];

/** The full name of an enum; discovery documents do not carry it, so it follows from where it is used. */
export function enumType(api: Api, owner: string, property: string): string {
  const name = property.replace(/^./, (letter) => letter.toUpperCase());
  const known = wellKnownEnums.find((well) => name.endsWith(well));
  return messageType(api, known ?? (owner === '' ? name : `${owner}.${name}`));
}

/** The full name of a message. */
export function messageType(api: Api, name: string): string {
  const place =
    api.api === 'sheets' ? 'apps.sheets' : api.api === 'cloudtasks' ? 'cloud.tasks' : api.api;
  return `type.googleapis.com/google.${place}.${api.version}.${name}`;
}
