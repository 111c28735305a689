import { forget, keep, kept, keptNames } from './store.ts';

const name = 'houqin-kiosk';
const session = () => window.sessionStorage;
const local = () => window.localStorage;
const forgetsAfter = 60_000;
const warnsBefore = 15_000;
const signsOfLife = ['pointerdown', 'keydown', 'input', 'scroll'] as const;

/**
 * On a device that stands on a desk for everybody, a minute without a touch ends what one person did there: what was
 * typed is forgotten and the blank form comes back. What was submitted and could not be sent yet is still sent.
 *
 * @param leave puts aside what waits to be sent; asked before all else is forgotten
 */
export function startKiosk(leave: () => Promise<void>): void {
  const place = document.querySelector<HTMLElement>('[data-kiosk]');
  if (place) keep(session, name, window.location.href);
  const blankForm = kept(session, name);
  if (blankForm === null) return;
  const said = document.createElement('p');
  said.className = 'ending';
  said.setAttribute('role', 'status');
  said.hidden = true;
  document.body.append(said);
  for (const input of document.querySelectorAll('input')) input.autocomplete = 'off';
  const words = place?.dataset.kiosk ?? kept(session, `${name}-words`) ?? '';
  keep(session, `${name}-words`, words);
  const timers = { warning: 0, end: 0 };

  function wait(): void {
    said.hidden = true;
    clearTimeout(timers.warning);
    clearTimeout(timers.end);
    timers.warning = window.setTimeout(warn, forgetsAfter - warnsBefore);
    timers.end = window.setTimeout(end, forgetsAfter);
  }

  function warn(): void {
    said.textContent = words;
    said.hidden = false;
  }

  async function end(): Promise<void> {
    await leave();
    for (const draft of keptNames(local)) if (draft.startsWith('houqin-')) forget(local, draft);
    window.location.replace(blankForm ?? window.location.href);
  }

  for (const sign of signsOfLife)
    document.addEventListener(sign, wait, { capture: true, passive: true });
  // No way leads back to what the last person saw.
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (!link || link.getAttribute('href')?.startsWith('#')) return;
    event.preventDefault();
    window.location.replace(link.href);
  });
  wait();
}

/** Whether this device forgets whoever used it. */
export function isKiosk(): boolean {
  return kept(session, name) !== null;
}
