import type { ViewCell } from './view.ts';

/** Shows a cell in its `td`. Texts are set as texts: nothing in a cell is ever read as HTML. */
export function paint(td: HTMLTableCellElement, cell: ViewCell): void {
  const { look, text, note } = cell;
  const { style, classList } = td;
  style.backgroundColor = look.background ?? '';
  style.color = look.ink ?? '';
  style.fontWeight = look.bold ? '600' : '';
  style.fontStyle = look.italic ? 'italic' : '';
  style.fontSize = look.size === undefined ? '' : `${look.size}pt`;
  classList.toggle('has-note', note !== undefined);
  classList.toggle('has-choices', cell.choices !== undefined);
  classList.toggle('spills', cell.spills);
  if (note === undefined) td.removeAttribute('title');
  else td.title = note;
  td.replaceChildren(...(text === '' ? [] : [contentOf(cell)]));
}

/** Texts that can be broken where words end; numbers and identifiers are cut off instead. */
const breakable = /[\s\u2e80-\u9fff]/;

function contentOf({ look, text, link, hasComputedLink, spills }: ViewCell): HTMLElement {
  const box = document.createElement('div');
  const wraps = look.wraps === 'free' && !breakable.test(text) ? 'clip' : look.wraps;
  // No style here: the grid library writes this back as HTML, where the page's policy forbids styles.
  box.className = `text ${spills ? 'spill' : wraps} ${look.align} ${look.line ?? ''}`;
  if (link === undefined && !hasComputedLink) {
    box.textContent = text;
    return box;
  }
  const anchor = document.createElement('a');
  anchor.textContent = text;
  anchor.className = 'cell-link';
  if (link !== undefined && /^(?:https?:|mailto:|tel:|#)/i.test(link)) anchor.href = link;
  else anchor.setAttribute('role', 'link');
  anchor.rel = 'noopener noreferrer';
  box.append(anchor);
  return box;
}
