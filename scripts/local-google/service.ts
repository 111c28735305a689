import type { Clock } from '#platform/clock.ts';
import type { Random } from '#platform/random.ts';
import type { GoogleState } from './state.ts';

/** Who calls: a service account owns no Drive storage; a user does and may edit everything. */
export interface Principal {
  readonly kind: 'service' | 'user';
  readonly email: string;
}

/** One request, already matched to a method of Google's contract and checked against it. */
export interface Call {
  /** For example `sheets.spreadsheets.values.batchGet`: API, resources, method. */
  readonly method: string;
  /** Path and query parameters by their contract names, `fields` among them; repeated ones are arrays. */
  readonly params: Readonly<Record<string, string | number | boolean | readonly string[]>>;
  /** The JSON body, checked against the contract's request schema; nulls dropped, numbers as numbers. */
  readonly body: Readonly<Record<string, unknown>>;
  readonly principal: Principal;
  /** The media part of an upload. */
  readonly media?: { readonly contentType: string; readonly bytes: Uint8Array };
}

/** What a handler answers; JSON is checked against the contract's response schema, then cut by `fields`. */
export type Answer =
  | { readonly json: object }
  | {
      readonly media: Uint8Array;
      readonly contentType: string;
      readonly headers?: Readonly<Record<string, string>>;
    }
  | { readonly empty: true };

/** What handlers stand on. Handlers are synchronous and touch nothing else. */
export interface Context {
  readonly state: GoogleState;
  readonly clock: Clock;
  readonly random: Random;
}

export type Handler = (call: Call, context: Context) => Answer;

/** The methods one Google service serves; a method without a handler is refused with 501. */
export type Handlers = Readonly<Record<string, Handler>>;
