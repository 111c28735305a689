/**
 * What became of a call to Google that did not succeed.
 * - `refused`: Google understood and will not do it; repeating changes nothing.
 * - `busy`: surely not done (a quota, or nobody listened); the same call may succeed later.
 * - `unclear`: done or not done, nobody knows (no answer, a broken one, an error within Google).
 * - `missing`: what the call names is not there.
 * - `forbidden`: these credentials may not do it.
 */
export type GoogleFailureKind = 'refused' | 'busy' | 'unclear' | 'missing' | 'forbidden';

export interface GoogleFailureDetails {
  readonly kind: GoogleFailureKind;
  /** Google's own words, or what the network said. */
  readonly message: string;
  /** The HTTP status, where Google answered at all. */
  readonly status?: number;
  /** How long Google asked to wait before the next try. */
  readonly retryAfterSeconds?: number;
}

/**
 * The one error that leaves `platform/google`. It carries Google's own words and nothing of the
 * request, so that neither a token nor a person's entry travels with it.
 */
export class GoogleFailure extends Error {
  readonly kind: GoogleFailureKind;
  readonly status?: number;
  readonly retryAfterSeconds?: number;

  constructor({ kind, message, status, retryAfterSeconds }: GoogleFailureDetails) {
    super(message);
    this.name = 'GoogleFailure';
    this.kind = kind;
    if (status !== undefined) this.status = status;
    if (retryAfterSeconds !== undefined) this.retryAfterSeconds = retryAfterSeconds;
  }
}
