import { forget, keep } from './store.ts';

/** Browsers inside chat programs: some keep nothing, open nothing without a network, and show no camera. */
const insideProgram = /MicroMessenger|DingTalk|wxwork|\bQQ\/|AlipayClient|Lark|Feishu/i;

const local = () => window.localStorage;
const trial = 'houqin-trial';

/** Says in plain words when the telephone's own browser can do more, with the link to take there. */
export function offerElsewhere(): void {
  const place = document.querySelector<HTMLElement>('[data-elsewhere]');
  const link = place?.querySelector('textarea');
  if (!place || !link) return;
  const isKeeping = keep(local, trial, '1');
  forget(local, trial);
  const isLimited = insideProgram.test(navigator.userAgent) || !isKeeping;
  if (!isLimited && 'serviceWorker' in navigator) return;
  link.value = window.location.href;
  place.hidden = false;
}
