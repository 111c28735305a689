import { invalidArgument } from '../errors.ts';

/** The parts of a message that a field mask names; `everything` for `*` and below a named leaf. */
export type FieldMask = 'everything' | ReadonlyMap<string, FieldMask>;

/**
 * Reads a field mask: `a,b.c`, `a/b`, `a(b,c)`, `*`; camelCase or snake_case names.
 *
 * Throws 400 if it is missing, empty or not a mask.
 */
export function parseFieldMask(text: string | null | undefined): FieldMask {
  if (!text?.trim()) {
    throw invalidArgument(
      "At least one field must be listed in 'fields'. (Use '*' to indicate all fields.)",
    );
  }
  const reader = { text: text.replaceAll(/\s/g, ''), at: 0 };
  const mask = readList(reader);
  if (reader.at < reader.text.length) throw invalidArgument(`Invalid field mask: ${text}`);
  return mask;
}

interface Reader {
  readonly text: string;
  at: number;
}

type Branch = Map<string, FieldMask>;

function readList(reader: Reader): FieldMask {
  let mask: FieldMask = new Map();
  do {
    mask = union(mask, readPath(reader));
  } while (take(reader, ','));
  return mask;
}

function readPath(reader: Reader): FieldMask {
  if (take(reader, '*')) return 'everything';
  const name = /^[A-Za-z0-9_]+/.exec(reader.text.slice(reader.at))?.[0];
  if (name === undefined) throw invalidArgument(`Invalid field mask: ${reader.text}`);
  reader.at += name.length;
  return new Map([[camelCase(name), readRest(reader)]]);
}

function readRest(reader: Reader): FieldMask {
  if (take(reader, '.') || take(reader, '/')) return readPath(reader);
  if (!take(reader, '(')) return 'everything';
  const inner = readList(reader);
  if (!take(reader, ')')) throw invalidArgument(`Invalid field mask: ${reader.text}`);
  return inner;
}

function take(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at += 1;
  return true;
}

function camelCase(name: string): string {
  return name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

function union(one: FieldMask, other: FieldMask): FieldMask {
  if (one === 'everything' || other === 'everything') return 'everything';
  const merged: Branch = new Map(one);
  for (const [name, mask] of other) {
    const before = merged.get(name);
    merged.set(name, before === undefined ? mask : union(before, mask));
  }
  return merged;
}

/** What the mask says about a part; undefined if it does not name it. */
export function under(mask: FieldMask | undefined, name: string): FieldMask | undefined {
  if (mask === undefined || mask === 'everything') return mask;
  return mask.get(name);
}

/** Whether the mask names the part at that path, or something in it. */
export function names(mask: FieldMask | undefined, ...path: readonly string[]): boolean {
  return path.reduce<FieldMask | undefined>(under, mask) !== undefined;
}

/**
 * `target` with the parts that the mask names taken from `source`; what the mask names and
 * `source` lacks is removed. Objects that become empty are removed too.
 */
export function withMasked<T extends object>(
  target: T | undefined,
  source: T | null | undefined,
  mask: FieldMask,
): T | undefined {
  if (mask === 'everything') return source ?? undefined;
  const merged = new Map<string, unknown>(Object.entries(target ?? {}));
  const given = new Map<string, unknown>(Object.entries(source ?? {}));
  for (const [name, inner] of mask) {
    const value = withMaskedMember(merged.get(name), given.get(name), inner);
    if (value === undefined || value === null) merged.delete(name);
    else merged.set(name, value);
  }
  return merged.size === 0 ? undefined : (Object.fromEntries(merged) as T);
}

function withMaskedMember(before: unknown, given: unknown, mask: FieldMask): unknown {
  if (mask === 'everything') return given;
  return withMasked(asObject(before), asObject(given), mask);
}

function asObject(value: unknown): object | undefined {
  return typeof value === 'object' && value !== null ? value : undefined;
}
