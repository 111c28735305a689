import { createServer } from 'node:http';
import { getRequestListener } from '@hono/node-server';
import type { LocalGoogle } from './create-local-google.ts';
import { ConnectionReset } from './faults.ts';

export interface LocalGoogleServer {
  readonly port: number;
  /** Ends with a slash, as `rootUrl` of the Google clients must. */
  readonly url: string;
  /** Drops all connections. */
  close(): Promise<void>;
}

/**
 * Listens on loopback; port 0 takes any that is free.
 * Rejects with the error of `listen`, for example `EADDRINUSE`.
 */
export async function listen(
  google: Pick<LocalGoogle, 'fetch'>,
  port: number,
): Promise<LocalGoogleServer> {
  const listener = getRequestListener(
    async (request, { incoming }) => {
      try {
        return await google.fetch(request);
      } catch (error) {
        incoming.socket.destroy();
        const expected = error instanceof ConnectionReset || incoming.destroyed;
        if (!expected) console.error(error);
        return new Response(null, { status: 500 });
      }
    },
    { overrideGlobalObjects: false },
  );
  const server = createServer((request, response) => void listener(request, response));
  // Node would end an upload or a stalled request after five minutes.
  server.requestTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no TCP address');
  return {
    port: address.port,
    url: `http://127.0.0.1:${address.port}/`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
