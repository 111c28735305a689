/** A mobile or landline number, an identity card number: none may stand in a paper. */
const numbers = /(?<!\d)(?:\d{17}[\dXx]|(?:\+?86[- ]?)?1[3-9]\d{9}|0\d{2,3}-?\d{7,8})(?!\d)/g;

/** Takes phone and document numbers out of what a person wrote. */
export function withoutNumbers(words: string): string {
  return words.replace(numbers, '（号码略）');
}

/** 对事不对人: takes the names of staff out as well, for shortcomings and what was not done. */
export function withoutNames(words: string, names: readonly string[]): string {
  return names
    .filter((name) => name.length > 1)
    .toSorted((a, b) => b.length - a.length)
    .reduce((left, name) => left.replaceAll(name, '有关人员'), withoutNumbers(words));
}
