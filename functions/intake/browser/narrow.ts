import type { Lines } from './lines.ts';
import type { SpokenWords } from './words.ts';

/** Fewer rows than this are seen at a glance. */
const manyLines = 12;

/** Shows rows again that are left out of sight, such as those with a problem. */
export interface Narrowing {
  /** The rows of the grid are other ones now. */
  renew(): void;
  showAll(): void;
}

/** Above a long list of prefilled rows a field finds some by a few letters, such as the tail of a number plate. */
export function startNarrowing(form: HTMLFormElement, words: SpokenWords, lines: Lines): Narrowing {
  const input = document.createElement('input');
  input.type = 'search';
  input.className = 'narrow';
  input.autocomplete = 'off';
  input.enterKeyHint = 'search';
  input.placeholder = words.searchList;
  input.setAttribute('aria-label', words.searchList);
  form.querySelector('[data-lines]')?.before(input);

  function renew(): void {
    const prefilled = lines.all().filter((line) => lines.state(line).was);
    input.hidden = prefilled.length < manyLines;
    input.value = '';
    narrow();
  }

  function narrow(): void {
    const parts = plain(input.value).split(/\s+/);
    for (const line of lines.all()) {
      const text = plain(line.querySelector('.line-head')?.textContent ?? '');
      const isFound = parts.every((part) => text.includes(part));
      line.classList.toggle('out-of-sight', !isFound);
    }
  }

  input.addEventListener('input', (event) => {
    event.stopPropagation();
    narrow();
  });
  input.addEventListener('keydown', (event) => {
    // Enter would send the sheet.
    if (event.key === 'Enter') event.preventDefault();
  });
  return {
    renew,
    showAll() {
      input.value = '';
      narrow();
    },
  };
}

const plain = (text: string) => text.normalize('NFKC').trim().toLowerCase();
