import { Readable } from 'node:stream';
import type { Caller } from './call.ts';
import { once } from './once.ts';

/** Gmail v1. */
export interface Gmail {
  /** Sends a finished message (RFC 5322) as the account itself. Not repeated when it may have gone. */
  send(rawRfc822: Uint8Array): Promise<void>;
}

const scopes = ['https://www.googleapis.com/auth/gmail.send'];

/** Beyond this a message travels as an upload, which takes up to 35 MB. */
const largestInline = 2_000_000;

/**
 * Gmail over the generated client. The credentials must be those of a mailbox (OAuth, or a service
 * account with domain-wide delegation); a service account has no mailbox of its own.
 */
export function createGmail(caller: Caller): Gmail {
  const client = once(async () => {
    // A bundle gives of a CommonJS module its default export only.
    const { default: module } = await import('googleapis/build/src/apis/gmail/index.js');
    const { auth, gmail } = module;
    return gmail({
      version: 'v1',
      ...(caller.usesDefaultCredentials && { auth: new auth.GoogleAuth({ scopes }) }),
    });
  });

  return {
    async send(rawRfc822) {
      const { users } = await client();
      const raw = Buffer.from(rawRfc822);
      await caller({ what: 'gmail.send', repeat: 'ifNotDone' }, (options) =>
        users.messages.send(
          raw.byteLength <= largestInline
            ? { userId: 'me', requestBody: { raw: raw.toString('base64url') } }
            : { userId: 'me', media: { mimeType: 'message/rfc822', body: Readable.from([raw]) } },
          options,
        ),
      );
    },
  };
}
