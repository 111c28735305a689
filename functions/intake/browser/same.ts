import { fill } from './fields.ts';
import { fold } from './fold.ts';
import { inRow, type Lines, placeOf, textsOf } from './lines.ts';

/** What a page of paper repeats from row to row; remarks and pictures are of one row alone. */
const ownKinds = '.cell:has(textarea), .cell.photo, .cell.link';

/** Fills the blank cells of a row with what stands in the row above it. */
export function startSame(line: HTMLElement, lines: Lines, word: string, filled: () => void): void {
  const marks = line.querySelector('.marks');
  if (!marks) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'same';
  button.textContent = word;
  button.addEventListener('click', () => {
    const all = lines.all();
    const above = all[all.indexOf(line) - 1];
    if (!above) return;
    const own = new Set(
      [...above.querySelectorAll<HTMLElement>(ownKinds)].map(({ dataset }) => dataset.column),
    );
    const repeated = Object.entries(textsOf(above)).filter(([name]) => !own.has(name));
    fill(line, inRow(placeOf(line), { ...Object.fromEntries(repeated), ...textsOf(line) }));
    fold(line, false);
    lines.dress(line);
    filled();
  });
  marks.append(button);
}
