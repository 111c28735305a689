import { columnIndex } from '../a1.ts';

/** A place a formula points to; zero-based. A missing row or column leaves the range open there. */
export interface Reference {
  /** The tab's title; absent for the formula's own tab. */
  readonly sheet?: string;
  readonly start: Corner;
  /** Absent if it is a single cell. */
  readonly end?: Corner;
}

export interface Corner {
  readonly row?: number;
  readonly column?: number;
  readonly rowFixed: boolean;
  readonly columnFixed: boolean;
}

/** A formula cut into what matters here: its calls with their arguments, its references, the rest. */
export type Part =
  | { readonly kind: 'other'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'reference'; readonly reference: Reference }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'call'; readonly name: string; readonly arguments: readonly Parts[] }
  | {
      readonly kind: 'group';
      readonly open: string;
      readonly close: string;
      readonly members: readonly Parts[];
      readonly separators: readonly string[];
    };

export type Parts = readonly Part[];

const corner = String.raw`\$?[A-Za-z]{1,3}\$?[1-9]\d*`;
const column = String.raw`\$?[A-Za-z]{1,3}`;
const row = String.raw`\$?[1-9]\d*`;
const place = `(?:${corner}:${corner}|${corner}:${column}|${corner}:${row}|${column}:${column}|${row}:${row}|${corner})`;
const tab = String.raw`(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!`;

const tokens = new RegExp(
  [
    String.raw`(?<space>\s+)`,
    '(?<text>"(?:[^"]|"")*")',
    String.raw`(?<reference>(?:${tab})?${place}(?![\p{L}\p{N}_.(!]))`,
    String.raw`(?<call>[\p{L}_][\p{L}\p{N}_.]*)\s*\(`,
    String.raw`(?<name>[\p{L}_\\][\p{L}\p{N}_.]*)`,
    String.raw`(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)`,
    String.raw`(?<other>[\s\S])`,
  ].join('|'),
  'guy',
);

const closing: Readonly<Record<string, string>> = { '(': ')', '{': '}' };

/**
 * The parts of a formula, without its leading `=`.
 *
 * @returns undefined if its brackets do not match.
 */
export function parseFormula(formula: string): Parts | undefined {
  const reader = [...formula.slice(1).matchAll(tokens)];
  let at = 0;

  function readMembers(close: string): { members: Parts[]; separators: string[] } | undefined {
    const members: Part[][] = [[]];
    const separators: string[] = [];
    while (at < reader.length) {
      const token = reader[at]?.[0] ?? '';
      if (token === close) {
        at += 1;
        return { members, separators };
      }
      if (token === ',' || token === ';') {
        at += 1;
        separators.push(token);
        members.push([]);
        continue;
      }
      const part = readPart();
      if (!part) return undefined;
      members.at(-1)?.push(part);
    }
    return undefined;
  }

  function readPart(): Part | undefined {
    const match = reader[at];
    at += 1;
    const { text, reference, call, name } = match?.groups ?? {};
    if (text !== undefined) return { kind: 'text', value: text.slice(1, -1).replaceAll('""', '"') };
    if (reference !== undefined) return { kind: 'reference', reference: referenceFrom(reference) };
    if (name !== undefined) return { kind: 'name', name };
    if (call !== undefined) {
      const inside = readMembers(')');
      return (
        inside && { kind: 'call', name: call.toUpperCase(), arguments: argumentsOf(inside.members) }
      );
    }
    const token = match?.[0] ?? '';
    const close = closing[token];
    if (close !== undefined) {
      const inside = readMembers(close);
      return inside && { kind: 'group', open: token, close, ...inside };
    }
    return token === ')' || token === '}' ? undefined : { kind: 'other', text: token };
  }

  const parts: Part[] = [];
  while (at < reader.length) {
    const part = readPart();
    if (!part) return undefined;
    parts.push(part);
  }
  return parts;
}

function argumentsOf(members: readonly Parts[]): readonly Parts[] {
  const trimmed = members.map((member) =>
    member.filter((part) => !(part.kind === 'other' && part.text.trim() === '')),
  );
  return trimmed.length === 1 && trimmed[0]?.length === 0 ? [] : trimmed;
}

/** Reads `'待办'!$A:C`, `B2`, `B2:B`, `2:5`. The text is known to have one of these shapes. */
function referenceFrom(text: string): Reference {
  const bang = text.lastIndexOf('!');
  const [start = '', end] = text.slice(bang + 1).split(':');
  return {
    ...(bang >= 0 && { sheet: titleFrom(text.slice(0, bang)) }),
    start: cornerFrom(start),
    ...(end !== undefined && { end: cornerFrom(end) }),
  };
}

function titleFrom(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : text;
}

function cornerFrom(text: string): Corner {
  const [, columnFixed = '', letters = '', rowFixed = '', digits = ''] =
    /^(\$?)([A-Za-z]*)(\$?)(\d*)$/.exec(text) ?? [];
  const fixed = { columnFixed: columnFixed !== '', rowFixed: rowFixed !== '' };
  if (letters === '') {
    return {
      row: Number(digits) - 1,
      rowFixed: columnFixed !== '' || fixed.rowFixed,
      columnFixed: false,
    };
  }
  return {
    column: columnIndex(letters),
    ...(digits !== '' && { row: Number(digits) - 1 }),
    ...fixed,
  };
}
