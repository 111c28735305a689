import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { Server } from 'node:http';
import type { HttpFunction } from '../serve.ts';

/** Node publishes each request here, with its server, before the server's own listeners get it. */
const requestChannel = 'http.server.request.start';

const ours = Symbol('houqin serves this server');

/**
 * Replaces the request handling of the framework's server by ours, before its first request is
 * handled. Any other HTTP server of the process is left alone. Throws when two apps are served in
 * one process, for one of them would never be reached.
 */
export function takeOverFramework({
  listener,
  onTaken,
}: {
  listener: HttpFunction;
  onTaken: (server: Server) => void;
}): void {
  const mine = Object.assign((...request: Parameters<HttpFunction>) => listener(...request), {
    [ours]: true,
  });

  function onRequest(message: unknown): void {
    const server = serverOf(message);
    const [current] = server?.listeners('request') ?? [];
    if (!server || !current || current === mine) return;
    if (ours in current) {
      throw new Error('Two apps are served in one process: join them with app.route() first');
    }
    if (!isExpress(current)) return;
    server.removeAllListeners('request');
    server.on('request', mine);
    unsubscribe(requestChannel, onRequest);
    onTaken(server);
  }

  subscribe(requestChannel, onRequest);
}

function serverOf(message: unknown): Server | undefined {
  if (typeof message !== 'object' || message === null || !('server' in message)) return undefined;
  return message.server instanceof Server ? message.server : undefined;
}

/** The framework's listener is an Express application: a function with these properties. */
function isExpress(listener: object): boolean {
  return 'handle' in listener && 'settings' in listener && 'mountpath' in listener;
}
