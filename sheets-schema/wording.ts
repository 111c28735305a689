/** A text cut to so many characters, the last of them `…` when something was cut. */
export function clip(text: string, characters: number): string {
  const all = [...text.trim()];
  return all.length <= characters ? all.join('') : `${all.slice(0, characters - 1).join('')}…`;
}

/** A day, or the day of a moment, as people say it: `11月8日`. */
export function monthAndDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}

/** A number as people write it: at most three decimals, no trailing zeros. */
export function written(amount: number): string {
  return String(Number(amount.toFixed(3)));
}
