/** Width in pixels of the arrow at the right of a column's letter, and of the edge behind it that resizes. */
const arrow = { width: 22, edge: 6 };

/** Opens the menu of a column by the arrow beside its letter, as a right click does. */
export function openMenuByArrow(host: HTMLElement): void {
  host.addEventListener('click', (event) => {
    const { target } = event;
    if (!(target instanceof HTMLTableCellElement) || !target.closest('thead')) return;
    const { right } = target.getBoundingClientRect();
    const distance = right - event.clientX;
    if (target.dataset.x === undefined || distance > arrow.width || distance < arrow.edge) return;
    const { clientX, clientY } = event;
    target.dispatchEvent(
      new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }),
    );
  });
}
