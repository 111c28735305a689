import type { WorksheetInstance } from 'jspreadsheet-ce';
import type { View } from './view.ts';

/**
 * Makes frozen rows and columns stay while the rest scrolls. On a narrow screen columns are not
 * frozen if they would leave no room for the others.
 */
export function freeze(
  host: HTMLElement,
  worksheet: WorksheetInstance,
  view: View,
  rowHeadWidth: number,
): void {
  const widths = view.widths.slice(0, view.frozenColumns);
  const wanted = widths.reduce((sum, width) => sum + width, rowHeadWidth);
  let left = rowHeadWidth;
  if (wanted <= host.clientWidth * 0.6) {
    for (const [x, width] of widths.entries()) {
      const cells = [worksheet.headers[x], ...worksheet.records.map((row) => row[x]?.element)];
      for (const cell of cells) {
        cell?.classList.add('frozen-column');
        if (cell) cell.style.left = `${left}px`;
      }
      left += width;
    }
  }
  const rows = worksheet.rows.slice(0, view.frozenRows).map(({ element }) => element);
  let top = worksheet.headerContainer.offsetHeight;
  for (const row of rows) {
    row.classList.add('frozen-row');
    for (const cell of row.children) if (cell instanceof HTMLElement) cell.style.top = `${top}px`;
    top += row.offsetHeight;
  }
  host.style.setProperty('--frozen-left', `${left}px`);
  host.style.setProperty('--frozen-top', `${top}px`);
}
