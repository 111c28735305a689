import type { LocalDate } from '../values.ts';

/** The name of a paper, as `YS-1124-3 抽纸 200抽`. */
export function paper(kind: 'LY' | 'YS', day: LocalDate, number: number, item: string): string {
  return `${kind}-${day.slice(5).replace('-', '')}-${number} ${item}`;
}
