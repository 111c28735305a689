import type { Sheet } from './answers.ts';
import { css } from './look.ts';

/** The tabs at the foot of the page. */
export function showTabs(
  host: HTMLElement,
  sheets: readonly Sheet[],
  current: number,
  actions: { open(sheetId: number): void; rename(sheet: Sheet): void },
): void {
  const buttons = sheets.map((sheet) => {
    const { sheetId = 0, title, hidden = false, tabColorStyle } = sheet.properties;
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = title;
    button.classList.toggle('hidden-tab', hidden);
    if (sheetId === current) button.setAttribute('aria-current', 'page');
    const colour = css(tabColorStyle);
    if (colour !== undefined) button.style.borderTopColor = colour;
    button.title = hidden ? '隐藏的标签页' : '双击改名';
    button.addEventListener('click', () => actions.open(sheetId));
    button.addEventListener('dblclick', () => actions.rename(sheet));
    button.addEventListener('contextmenu', (event) => {
      event.preventDefault();
      event.stopPropagation();
      actions.rename(sheet);
    });
    return button;
  });
  const isSame =
    host.children.length === buttons.length &&
    buttons.every((button, index) => host.children[index]?.isEqualNode(button));
  // The buttons stay where they are alike, or a double click would hit two different ones.
  if (isSame) return;
  host.replaceChildren(...buttons);
  host.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
