import { createHash } from 'node:crypto';

/** The name under which a browser keeps a draft: two codes on two walls keep two, and the token itself is not stored. */
export function draftName(form: string, token: string): string {
  return `${form}-${createHash('sha256').update(token).digest('hex').slice(0, 12)}`;
}
