/** A request was about to leave for a host that the configuration does not name: a fault of ours, never repeated. */
export class ForeignHost extends Error {
  constructor(host: string, allowed: string) {
    super(`Refused to call ${host}: with GOOGLE_API_ROOT set, Google is at ${allowed} only`);
    this.name = 'ForeignHost';
  }
}

/** The same `fetch` for one host; every other is refused before anything is sent, a redirect included. */
export function onlyHostOf(root: string, fetchImplementation: typeof fetch): typeof fetch {
  const allowed = new URL(root).origin;
  return async (input, init) => {
    const { origin } = new URL(input instanceof Request ? input.url : input);
    if (origin !== allowed) throw new ForeignHost(origin, allowed);
    return fetchImplementation(input, { ...init, redirect: 'error' });
  };
}
