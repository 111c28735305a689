/**
 * The button that prints. Browsers may put the page's address on the paper, and that opens more than the paper, so it
 * is short while it prints.
 */
export function offerPrint(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-print]');
  if (!button) return;
  const address = window.location.href;
  window.addEventListener('beforeprint', () =>
    window.history.replaceState(null, '', window.location.pathname),
  );
  window.addEventListener('afterprint', () => window.history.replaceState(null, '', address));
  button.addEventListener('click', () => window.print());
  button.hidden = false;
}
