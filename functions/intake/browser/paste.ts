import type { Lines } from './lines.ts';

/**
 * Spreads a block copied from a spreadsheet over the grid, from the cell into which it is pasted; where its first
 * line holds the grid's own titles, by those. Rows are added as needed.
 */
export function startPaste(form: HTMLFormElement, lines: Lines, mostRows: number): void {
  form.addEventListener('paste', (event) => {
    const cell = event.target instanceof Element ? event.target.closest('[data-column]') : null;
    const line = cell?.closest<HTMLElement>('[data-line]');
    const block = blockOf(event.clipboardData?.getData('text/plain') ?? '');
    if (!line || !(cell instanceof HTMLElement) || !block) return;
    event.preventDefault();
    const columns = [...line.querySelectorAll<HTMLElement>('[data-column]')];
    const byTitle = titlesIn(block[0] ?? [], columns);
    const from = columns.indexOf(cell);
    const places =
      byTitle ?? (block[0] ?? []).map((_, offset) => columns[from + offset]?.dataset.column);
    const rows = byTitle ? block.slice(1) : block;
    const first = lines.all().indexOf(line);
    for (const [offset, row] of rows.slice(0, mostRows - first).entries()) {
      const target = lines.all()[first + offset] ?? lines.add();
      for (const [place, text] of row.entries()) put(target, places[place], text);
      lines.dress(target);
    }
    form.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

/** Cells of a pasted text, if it is more than one. A cell with line breaks comes in quotes. */
function blockOf(text: string): string[][] | undefined {
  const plain = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  if (!/[\t\n]/.test(plain)) return undefined;
  const rows: string[][] = [[]];
  const cells = /(?:"((?:[^"]|"")*)"|([^\t\n]*))(\t|\n|$)/gy;
  for (;;) {
    const [whole, quoted, bare = '', end] = cells.exec(plain) ?? [];
    if (whole === undefined) return rows;
    rows[rows.length - 1]?.push((quoted?.replace(/""/g, '"') ?? bare).trim());
    if (end === '') return rows;
    if (end === '\n') rows.push([]);
  }
}

/** Columns by the titles of a first line, when it holds at least two of them. */
function titlesIn(
  first: readonly string[],
  columns: readonly HTMLElement[],
): (string | undefined)[] | undefined {
  const titled = first.map(
    (title) => columns.find((column) => title !== '' && titleOf(column) === title)?.dataset.column,
  );
  return titled.filter((name) => name !== undefined).length >= 2 ? titled : undefined;
}

function titleOf(cell: HTMLElement): string {
  return (cell.querySelector('.label')?.textContent ?? '').replace(/（.*）$/, '').trim();
}

function put(line: HTMLElement, column: string | undefined, text: string): void {
  if (column === undefined) return;
  const cell = line.querySelector(`[data-column="${CSS.escape(column)}"]`);
  for (const option of cell?.querySelectorAll('option, .pill') ?? [])
    if (option.textContent?.trim() === text) choose(option);
  const input = cell?.querySelector<HTMLInputElement>(
    'input:not([type=radio], [type=file]), textarea',
  );
  if (input && !input.readOnly) input.value = text;
}

function choose(option: Element): void {
  if (option instanceof HTMLOptionElement) option.selected = true;
  const radio = option.querySelector('input');
  if (radio) radio.checked = true;
}
