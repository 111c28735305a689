import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Label } from '#schema/language.ts';
import type { Clock } from '../clock.ts';
import { type LinkClaims, packClaims, unpackClaims } from './claims.ts';

export type { LinkClaims, LinkKind } from './claims.ts';

/** A key that signs links. Its id stands in each token, so that keys can be changed while old links still open. */
export interface LinkKey {
  /** One to eight letters or digits. */
  readonly id: string;
  /** At least 32 bytes. */
  readonly secret: Uint8Array;
}

export type LinkVerdict =
  | { readonly ok: true; readonly claims: LinkClaims }
  | {
      readonly ok: false;
      readonly why: Label;
      /** What it granted, when nothing but its end is the reason. */
      readonly claims?: LinkClaims;
    };

/** Signed links: they open without an account and cannot be made up or altered. */
export interface Links {
  /** A token of letters, digits, `-`, `_` and `.`, fit for a path. Throws on claims that do not fit. */
  sign(claims: LinkClaims): string;
  /** The claims of a token, or why it does not open, in words for the person who holds it. */
  verify(token: string): LinkVerdict;
}

export interface LinksOptions {
  /** The first signs; all of them verify. */
  keys: readonly [LinkKey, ...LinkKey[]];
  clock: Clock;
}

/** Half of the hash is what RFC 2104 §5 calls the least; it keeps a printed code small. */
const signatureBytes = 16;
const longestToken = 2000;

const broken: Label = {
  zh: '链接不完整或被改动，请重新扫码或向后勤处索取',
  en: 'This link is incomplete or altered. Scan the code again or ask the logistics office.',
};
const retired: Label = {
  zh: '此链接已停用，请向后勤处索取新链接',
  en: 'This link is no longer in use. Ask the logistics office for a new one.',
};
const expired: Label = {
  zh: '此链接已过期，请向后勤处索取新链接',
  en: 'This link has expired. Ask the logistics office for a new one.',
};

/**
 * Signs and verifies links: `<key id>.<claims, base64url>.<HMAC-SHA256, first 16 bytes, base64url>`.
 *
 * @example
 * const links = createLinks({ keys: [{ id: 'k1', secret }], clock: systemClock });
 * const token = links.sign({ kind: 'public', registers: ['repairs'], prefill: { place: 'A-203' } });
 * links.verify(token); // { ok: true, claims: { kind: 'public', … } }
 */
export function createLinks({ keys, clock }: LinksOptions): Links {
  for (const key of keys) checkKey(key);
  const signer = keys[0];

  return {
    sign(claims) {
      const payload = Buffer.from(packClaims(claims)).toString('base64url');
      const head = `${signer.id}.${payload}`;
      const token = `${head}.${signature(signer, head).toString('base64url')}`;
      if (token.length > longestToken) {
        throw new RangeError(`A link of ${token.length} characters is too long; prefill less`);
      }
      return token;
    },

    verify(token) {
      const [id, payload, given, ...rest] = token.split('.');
      if (!id || !payload || !given || rest.length > 0 || token.length > longestToken) {
        return { ok: false, why: broken };
      }
      const key = keys.find((candidate) => candidate.id === id);
      if (!key) return { ok: false, why: retired };
      const expected = signature(key, `${id}.${payload}`).toString('base64url');
      if (!sameText(given, expected)) return { ok: false, why: broken };
      const claims = unpackClaims(Buffer.from(payload, 'base64url').toString('utf8'));
      if (!claims) return { ok: false, why: broken };
      if (claims.expires && Date.parse(claims.expires) <= clock.now().getTime()) {
        return { ok: false, why: expired, claims };
      }
      return { ok: true, claims };
    },
  };
}

function signature(key: LinkKey, head: string): Buffer {
  return createHmac('sha256', key.secret).update(head).digest().subarray(0, signatureBytes);
}

/** Compares as text, so that each token has one spelling only, and takes as long whatever differs. */
function sameText(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

function checkKey({ id, secret }: LinkKey): void {
  if (!/^[A-Za-z0-9]{1,8}$/.test(id)) {
    throw new RangeError('A link key is named by one to eight letters or digits');
  }
  if (secret.byteLength < 32) throw new RangeError(`Link key ${id} is shorter than 32 bytes`);
}
