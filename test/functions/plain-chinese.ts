import { registers } from '#schema/registers/index.ts';

/** Names of columns, figures and registers as the program calls them: `doneOn`, `planTasks`. */
const programWords = new Set(
  registers.flatMap(({ key, columns, figures }) => [
    key,
    ...Object.keys(columns),
    ...Object.keys(figures),
  ]),
);

/** What must not stand in a paper (papers.md, “Left out”): phone numbers, English words, column keys. */
export function leftOut(words: string): readonly string[] {
  const phones = words.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? [];
  const english = words.match(/[A-Za-z]{2,}/g) ?? [];
  // Sizes and models that staff write are no English: LED, T8, 16W, PVC.
  const spoken = english.filter((word) => word !== word.toUpperCase() || programWords.has(word));
  const leftovers = words.match(/undefined|NaN|\[object|\{\w+(?:\|\w+)?\}/g) ?? [];
  return [
    ...phones,
    ...spoken.filter((word) => !/^(?:ml|kg|mm|cm|min|kWh)$/.test(word)),
    ...leftovers,
  ];
}
