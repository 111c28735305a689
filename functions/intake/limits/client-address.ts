import { IncomingMessage } from 'node:http';
import { isIPv4, isIPv6 } from 'node:net';
import type { Context } from 'hono';

/**
 * The network address from which a request came.
 *
 * @param proxies how many proxies of ours stand in front, each of which adds to `X-Forwarded-For` whom it speaks to;
 * what stands further left was written by whoever asks, and may say anything
 */
export function clientAddress(c: Context, proxies: number): string | undefined {
  if (proxies > 0) {
    const hops = (c.req.header('X-Forwarded-For') ?? '').split(',').map((hop) => hop.trim());
    return validAddress(hops.at(-proxies));
  }
  const env: unknown = c.env;
  const incoming =
    typeof env === 'object' && env !== null && 'incoming' in env ? env.incoming : undefined;
  return incoming instanceof IncomingMessage
    ? validAddress(incoming.socket.remoteAddress)
    : undefined;
}

function validAddress(said: string | undefined): string | undefined {
  const address = said?.replace(/^::ffff:(?=\d+\.)/i, '');
  return address !== undefined && (isIPv4(address) || isIPv6(address)) ? address : undefined;
}

/** What an address is counted as: one IPv4 address, or the /64 that a household gets (RFC 6177). */
export function hostOf(address: string): string {
  return isIPv4(address) ? address : groups(address).slice(0, 4).join(':');
}

/** The network around an address: /24 or /48. */
export function networkOf(address: string): string {
  return isIPv4(address)
    ? address.split('.').slice(0, 3).join('.')
    : groups(address).slice(0, 3).join(':');
}

/** The eight groups of an IPv6 address. */
function groups(address: string): readonly string[] {
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? [];
  const before = head === '' ? [] : head.split(':');
  if (tail === undefined) return before;
  const after = tail === '' ? [] : tail.split(':');
  const blank = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0');
  return [...before, ...blank, ...after];
}
