import { createHash } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { secureHeaders } from 'hono/secure-headers';

/** The only inline script of the pages: the grid library puts it on the corner of a selection. */
const cornerHandler = 'return false';

/** Headers of every page: it may talk to this server and to nobody else, and stands in no frame. */
export function createSecurity(): MiddlewareHandler {
  const hash = createHash('sha256').update(cornerHandler).digest('base64');
  return secureHeaders({
    xFrameOptions: 'DENY',
    referrerPolicy: 'no-referrer',
    strictTransportSecurity: false,
    contentSecurityPolicy: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'self'"],
      scriptSrcAttr: ["'unsafe-hashes'", `'sha256-${hash}'`],
      styleSrc: ["'self'"],
      imgSrc: ["'self'", 'data:'],
      connectSrc: ["'self'"],
      formAction: ["'none'"],
      baseUri: ["'none'"],
      frameAncestors: ["'none'"],
    },
  });
}
