import { keep, kept } from './store.ts';

const session = () => window.sessionStorage;
const name = 'houqin-last-form';

/** Remembers the form that was just sent, so that its receipt can lead back to it. */
export function rememberForm(): void {
  keep(session, name, window.location.pathname + window.location.search);
}

/** Shows “another one” on a receipt when this tab knows which form it came from. */
export function offerAgain(): void {
  const link = document.querySelector<HTMLAnchorElement>('[data-again]');
  const address = kept(session, name);
  if (!link || address === null || !address.startsWith('/')) return;
  link.href = address;
  link.hidden = false;
}
