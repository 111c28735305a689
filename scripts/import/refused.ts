/** A file that cannot be imported, with the reason in words for the person who has it. */
export class FileRefused extends Error {
  constructor(zh: string, en: string) {
    super(`${zh}\n${en}`);
    this.name = 'FileRefused';
  }
}
