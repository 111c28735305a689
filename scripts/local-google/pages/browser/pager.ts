import type { Sheet } from './answers.ts';
import { pagesOf, rowsOfPage } from './read-tab.ts';

const addedRows = 20;

/** How many rows there are, the way to other pages of a long tab, and to more rows. */
export function showPager(
  host: HTMLElement,
  sheet: Sheet,
  page: number,
  actions: { turn(page: number): void; addRows(count: number): void },
): void {
  const { rowCount } = sheet.properties.gridProperties;
  const pages = pagesOf(sheet);
  const turn = (text: string, to: number, label: string) => {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = text;
    button.disabled = to < 0 || to >= pages;
    button.setAttribute('aria-label', label);
    button.addEventListener('click', () => actions.turn(to));
    return button;
  };
  const add = document.createElement('button');
  add.type = 'button';
  add.textContent = `＋${addedRows} 行`;
  add.title = `在最下面增加 ${addedRows} 行`;
  add.addEventListener('click', () => actions.addRows(addedRows));
  const start = page * rowsOfPage;
  const shown =
    pages === 1
      ? `${rowCount} 行`
      : `${start + 1}–${Math.min(rowCount, start + rowsOfPage)} / ${rowCount} 行`;
  const about = document.createElement('span');
  about.textContent = shown;
  host.replaceChildren(
    ...(pages === 1
      ? [about]
      : [turn('‹', page - 1, '上一页'), about, turn('›', page + 1, '下一页')]),
    add,
  );
}
