import { isInChain } from '#schema/calculations/row-chain.ts';
import type { Register } from '#schema/register.ts';
import type { Links } from './links/index.ts';
import type { RowPage } from './workbook/port.ts';

/**
 * The page about a row, for the registers whose rows come from others or lead to others.
 *
 * @param url where people reach the functions
 */
export function createRowPage({
  links,
  url,
  registers,
}: {
  readonly links: Links;
  readonly url: string;
  readonly registers: readonly Register[];
}): RowPage {
  const chained = new Set(
    registers.filter((one) => isInChain(one, registers)).map(({ key }) => key),
  );
  return ({ key }, id) => {
    if (!chained.has(key)) return undefined;
    const token = links.sign({ kind: 'post', registers: [key], row: id });
    return `${url}/intake/row/${key}/${id}?t=${token}`;
  };
}
