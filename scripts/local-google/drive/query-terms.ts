const comparisons = ['=', '!=', '<', '<=', '>', '>='] as const;
export type Comparison = (typeof comparisons)[number];

/** Whether a token compares two values. */
export function isComparison(token: string | undefined): token is Comparison {
  return comparisons.some((known) => known === token);
}

/** Compares two texts, times as RFC 3339 in UTC among them. Names are compared without case. */
export function compare(left: string, operator: Comparison, right: string): boolean {
  const [a, b] = [left.toLowerCase(), right.toLowerCase()];
  switch (operator) {
    case '=':
      return a === b;
    case '!=':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}

/**
 * Drive's `name contains`: only the beginning of a word counts. A Chinese character is taken for
 * the beginning of a word, since nothing parts words there.
 */
export function nameContains(name: string, wanted: string): boolean {
  const [text, sought] = [name.toLowerCase(), wanted.toLowerCase()];
  for (let at = text.indexOf(sought); at >= 0; at = text.indexOf(sought, at + 1)) {
    const before = text[at - 1] ?? ' ';
    if (!/[\p{L}\p{N}]/u.test(before) || /^\p{Script=Han}/u.test(text.slice(at))) return true;
    if (/\p{Script=Han}/u.test(before)) return true;
    if (sought === '') return true;
  }
  return false;
}
