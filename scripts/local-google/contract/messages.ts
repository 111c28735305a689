import type { Api, Schema } from './discovery.ts';
import { misfit, readScalar, scalarType } from './scalars.ts';
import type { Violation } from './violations.ts';
import {
  enumType,
  invalidValue,
  messageType,
  notRepeating,
  snake,
  unknownName,
} from './violations.ts';

/** The way from the root of a message to a value; written out only where something is wrong. */
interface Path {
  readonly up: Path | undefined;
  readonly step: string | number;
}

/** One reading of one message. */
interface Run {
  readonly api: Api;
  readonly violations: Violation[];
}

export interface Reading {
  /** The message in canonical form: no nulls, numbers as numbers, 64-bit numbers as strings. */
  readonly value: Readonly<Record<string, unknown>>;
  readonly violations: readonly Violation[];
}

/**
 * Reads a JSON message against a schema of the contract and lists all that does not fit.
 * `at` is the field of Google's own request that takes the message, if it is not the whole.
 */
export function readMessage(api: Api, name: string, json: unknown, at?: string): Reading {
  const violations: Violation[] = [];
  const path = at === undefined ? undefined : { up: undefined, step: at };
  const value = readValue({ api, violations }, { $ref: name }, json, name, path);
  return { value: isObject(value) ? value : {}, violations };
}

/** `owner` is the message the value belongs to: with the field's name it names an enum. */
function readValue(
  run: Run,
  schema: Schema,
  value: unknown,
  owner: string,
  path: Path | undefined,
): unknown {
  const { $ref, type = 'string', format } = schema;
  if ($ref !== undefined) {
    const target = run.api.schemas[$ref];
    if (target === undefined) throw new Error(`contract: no schema ${$ref} in ${run.api.api}`);
    return readValue(run, target, value, $ref, path);
  }
  if (type === 'any') return value;
  if (type === 'array') return readArray(run, schema.items ?? {}, value, owner, path);
  if (type === 'object') return readObject(run, schema, value, owner, path);
  if (schema.enum !== undefined) {
    if (typeof value === 'string' && schema.enum.includes(value)) return value;
    return refuse(run, path, enumType(run.api, owner, fieldOf(path)), value);
  }
  const read = readScalar(type, format, value);
  return read === misfit ? refuse(run, path, scalarType(type, format), value) : read;
}

function readArray(
  run: Run,
  items: Schema,
  value: unknown,
  owner: string,
  path: Path | undefined,
): unknown {
  if (!Array.isArray(value)) return refuse(run, path, typeOfItems(run.api, items), value);
  if (items.type === 'any') return value;
  return value.map((item: unknown, step) => {
    const here = { up: path, step };
    if (items.type !== 'array' || Array.isArray(item)) {
      return readValue(run, items, item, owner, here);
    }
    return refuse(run, here, 'type.googleapis.com/google.protobuf.ListValue', item);
  });
}

function readObject(
  run: Run,
  schema: Schema,
  value: unknown,
  owner: string,
  path: Path | undefined,
): unknown {
  if (!isObject(value)) return refuse(run, path, messageType(run.api, owner), value);
  const { properties = {}, additionalProperties } = schema;
  const read: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    const known = property ?? additionalProperties;
    if (known === undefined) {
      run.violations.push(unknownName(name, written(path)));
    } else if (Array.isArray(member) && isSingular(run.api, known)) {
      run.violations.push(notRepeating(name, written(path)));
    } else if (member === null) {
      // Null takes an entry out of a map of Drive or Cloud Storage; elsewhere it says nothing.
      if (property === undefined) read[name] = null;
    } else {
      read[name] = readValue(run, known, member, owner, { up: path, step: name });
    }
  }
  return read;
}

function refuse(run: Run, path: Path | undefined, type: string, value: unknown): undefined {
  run.violations.push(invalidValue(written(path), type, value));
}

function written(path: Path | undefined): string {
  if (path === undefined) return '';
  const before = written(path.up);
  if (typeof path.step === 'number') return `${before}[${path.step}]`;
  return before === '' ? snake(path.step) : `${before}.${snake(path.step)}`;
}

function fieldOf(path: Path | undefined): string {
  if (path === undefined) return '';
  return typeof path.step === 'number' ? fieldOf(path.up) : path.step;
}

function typeOfItems(api: Api, items: Schema): string {
  return items.$ref === undefined
    ? scalarType(items.type ?? 'string', items.format)
    : messageType(api, items.$ref);
}

function isSingular(api: Api, schema: Schema): boolean {
  const target = schema.$ref === undefined ? schema : api.schemas[schema.$ref];
  return target?.type !== 'array' && target?.type !== 'any';
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
