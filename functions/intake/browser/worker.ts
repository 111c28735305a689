/**
 * Opens forms without a network: what was seen last is kept, and answers when the network does not. Only pages
 * of forms and their assets are kept; receipts, lists and what people send never are.
 */
const shelf = 'houqin-forms-1';

/** The parts of a service worker that are used here; the library for pages does not know them. */
interface Worker {
  addEventListener(type: 'install' | 'activate', listener: (event: Lifetime) => void): void;
  addEventListener(type: 'fetch', listener: (event: Asking) => void): void;
  skipWaiting(): Promise<void>;
  readonly clients: { claim(): Promise<void> };
}
interface Lifetime {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Lifetime {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
declare const self: Worker;

export {};

const isForm = ({ method, url }: Request) =>
  method === 'GET' &&
  /\/intake\/(?:form\/[^/]+|batch\/[^/]+\/[^/]+|copy-in\/[^/]+)$/.test(new URL(url).pathname);
const isAsset = ({ method, url }: Request) =>
  method === 'GET' && new URL(url).pathname.includes('/intake/assets/');

async function keep(request: Request, answer: Response): Promise<Response> {
  if (answer.ok) await (await caches.open(shelf)).put(request, answer.clone());
  return answer;
}

/** The newest page; the last one seen when there is no network. */
async function fresh(request: Request): Promise<Response> {
  try {
    return await keep(request, await fetch(request));
  } catch (failure) {
    // A page in the other language is better than none.
    const kept = await caches.match(request, { ignoreVary: true });
    if (kept) return kept;
    throw failure;
  }
}

/** The kept file: its name changes with its content. */
async function lasting(request: Request): Promise<Response> {
  return (await caches.match(request)) ?? keep(request, await fetch(request));
}

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  if (isForm(event.request)) event.respondWith(fresh(event.request));
  else if (isAsset(event.request)) event.respondWith(lasting(event.request));
});
