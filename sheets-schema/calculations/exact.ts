/**
 * An amount without the hair that binary fractions leave: 0.3 − 0.1 − 0.2 is nothing. Quantities and meter
 * readings have at most three decimals, money two.
 */
export function exact(amount: number): number {
  return Math.round(amount * 1000) / 1000;
}
