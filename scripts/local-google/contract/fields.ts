import { GoogleError } from '../errors.ts';
import type { Api, Schema } from './discovery.ts';
import { dialectOf } from './discovery.ts';

/** A response mask: what is kept of an object, by name; `*` stands for every name. */
export interface Mask {
  readonly members: ReadonlyMap<string, Mask>;
}

const everything: Mask = { members: new Map() };

/**
 * Reads a `fields` parameter such as `a,b(c,d/e),f/*`; a dot is as good as a slash.
 * Throws 400 for a mask that cannot be read or names what the answer never has.
 */
export function readMask(api: Api, response: string, text: string): Mask {
  const tokens = text.match(/[(),/.]|[^(),/.\s]+/g) ?? [];
  const { mask, next } = readList(tokens, 0, text);
  if (next < tokens.length) throw unreadable(text);
  checkMask(api, { $ref: response }, mask, []);
  return mask;
}

function readList(tokens: readonly string[], from: number, text: string) {
  const members = new Map<string, Mask>();
  let next = from;
  do {
    const item = readItem(tokens, next, text);
    merge(members, item.name, item.mask);
    next = item.next;
  } while (tokens[next] === ',' && ++next);
  return { mask: { members }, next };
}

function readItem(
  tokens: readonly string[],
  from: number,
  text: string,
): { name: string; mask: Mask; next: number } {
  const name = tokens[from];
  if (name === undefined || /^[(),/.]$/.test(name)) throw unreadable(text);
  const after = tokens[from + 1];
  if (after === '/' || after === '.') {
    const inner = readItem(tokens, from + 2, text);
    return { name, mask: { members: new Map([[inner.name, inner.mask]]) }, next: inner.next };
  }
  if (after !== '(') return { name, mask: everything, next: from + 1 };
  const inner = readList(tokens, from + 2, text);
  if (tokens[inner.next] !== ')') throw unreadable(text);
  return { name, mask: inner.mask, next: inner.next + 1 };
}

function merge(members: Map<string, Mask>, name: string, mask: Mask): void {
  const known = members.get(name);
  if (known === undefined) members.set(name, mask);
  else if (known.members.size === 0 || mask.members.size === 0) members.set(name, everything);
  else {
    const both = new Map(known.members);
    for (const [inner, innerMask] of mask.members) merge(both, inner, innerMask);
    members.set(name, { members: both });
  }
}

function checkMask(api: Api, schema: Schema, mask: Mask, path: readonly string[]): void {
  const target = resolve(api, schema);
  const { type, properties, additionalProperties } = target;
  if (type === 'any' || additionalProperties !== undefined) return;
  for (const [name, inner] of mask.members) {
    const here = [...path, name];
    if (name === '*') continue;
    const property = properties?.[name];
    if (property === undefined) throw unknownField(api, here);
    checkMask(api, property, inner, here);
  }
}

function resolve(api: Api, schema: Schema): Schema {
  if (schema.$ref !== undefined) return resolve(api, api.schemas[schema.$ref] ?? {});
  return schema.type === 'array' && schema.items !== undefined
    ? resolve(api, schema.items)
    : schema;
}

/** What the mask keeps of an answer. */
export function applyMask(mask: Mask, value: unknown): unknown {
  if (mask.members.size === 0 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => applyMask(mask, item));
  const star = mask.members.get('*');
  const kept: [string, unknown][] = [];
  for (const [name, member] of Object.entries(value)) {
    const inner = mask.members.get(name) ?? star;
    if (inner !== undefined) kept.push([name, applyMask(inner, member)]);
  }
  return Object.fromEntries(kept);
}

function unreadable(text: string): GoogleError {
  return new GoogleError(400, 'INVALID_ARGUMENT', `Invalid field selection ${text}`, {
    reason: 'invalidParameter',
    location: { type: 'parameter', name: 'fields' },
  });
}

function unknownField(api: Api, path: readonly string[]): GoogleError {
  if (dialectOf(api) === 'reasons') return unreadable(path.join('/'));
  const description = `Error expanding 'fields' parameter. Cannot find matching fields for path '${path.join('.')}'.`;
  return new GoogleError(400, 'INVALID_ARGUMENT', 'Request contains an invalid argument.', {
    details: [
      {
        '@type': 'type.googleapis.com/google.rpc.BadRequest',
        fieldViolations: [{ field: path.join('.'), description }],
      },
    ],
  });
}
