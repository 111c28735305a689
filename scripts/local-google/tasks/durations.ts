/** Milliseconds in a duration as Google writes it, such as `3.5s`. */
export function readDuration(text: string): number {
  return Math.round(Number(text.slice(0, -1)) * 1000);
}

/** A duration of so many milliseconds as Google writes it. */
export function writeDuration(milliseconds: number): string {
  return `${milliseconds / 1000}s`;
}
