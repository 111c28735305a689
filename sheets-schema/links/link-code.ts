import type { RowId } from '../values.ts';

/** Crockford's base 32: no I, L, O and U, which are misread on paper. */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 8;

/**
 * The code of a link that stands in 链接: eight letters and digits that follow from the id of its row, so that whoever
 * makes the link and whoever writes the row come to the same.
 *
 * @example
 * linkCode(rowId.parse('0b8e1f0e-5d7c-4a53-9f55-0123456789ab')); // '4D2PF2DB'
 */
export function linkCode(row: RowId): string {
  let rest = BigInt(`0x${row.replaceAll('-', '').slice(-10)}`);
  const code = Array.from({ length: codeLength }, () => {
    const letter = letters[Number(rest % 32n)];
    rest /= 32n;
    return letter;
  });
  return code.toReversed().join('');
}

/** A code as somebody typed it from a poster: in small letters, with I and L for 1 and O for 0. */
export function typedCode(typed: string): string {
  return typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s-]/g, '')
    .replaceAll(/[IL]/g, '1')
    .replaceAll('O', '0');
}
