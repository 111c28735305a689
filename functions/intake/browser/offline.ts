const shelf = 'houqin-forms-1';

/**
 * Lets the browser open this form without a network, where it can: in-app browsers often cannot. The page and
 * its assets are put on the shelf at once, since the first visit is not seen by the worker.
 */
export async function openOffline(): Promise<void> {
  const address = document.querySelector<HTMLScriptElement>('script[data-worker]')?.dataset.worker;
  if (!address || !('serviceWorker' in navigator)) return;
  try {
    const isWatched = navigator.serviceWorker.controller !== null;
    await navigator.serviceWorker.register(address);
    if (isWatched) return;
    const assets = document.querySelectorAll<HTMLElement>('script[src], link[rel=stylesheet]');
    const addresses = [...assets].map(
      (asset) => asset.getAttribute('src') ?? asset.getAttribute('href') ?? '',
    );
    await (await caches.open(shelf)).addAll([window.location.href, ...addresses]);
  } catch {
    // Without a worker the form works as before, as long as there is a network.
  }
}
