/** What keys of the whole page do. */
export interface KeyActions {
  undo(): void;
  clear(): void;
  edit(): void;
  saved(): void;
  isEditing(): boolean;
  hasSelection(): boolean;
}

/** Takes the keys that mean something else here than in the grid library, before it sees them. */
export function listenToKeys(actions: KeyActions): void {
  const take = (event: KeyboardEvent, work: () => void) => {
    event.preventDefault();
    event.stopPropagation();
    work();
  };
  document.addEventListener(
    'keydown',
    (event) => {
      if (isElsewhere(event.target) || actions.isEditing()) return;
      const key = event.key.toLowerCase();
      if (event.ctrlKey || event.metaKey) {
        if (key === 'z') take(event, actions.undo);
        else if (key === 'y') take(event, () => undefined);
        else if (key === 's') take(event, actions.saved);
        // The browser's own copy and cut come as events of their own.
        else if (key === 'c' || key === 'x') event.stopPropagation();
        return;
      }
      if (!actions.hasSelection()) return;
      if (key === 'delete' || key === 'backspace') take(event, actions.clear);
      else if (key === 'enter') take(event, actions.edit);
    },
    { capture: true },
  );
}

/** Fields of the page outside the grid keep their keys. */
function isElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog')) return true;
  return target.closest('input, textarea, select, button, a') !== null && !target.closest('#grid');
}
