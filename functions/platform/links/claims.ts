import * as z from 'zod/mini';
import type { Language } from '#schema/language.ts';

export type LinkKind = 'public' | 'kiosk' | 'post' | 'personal' | 'track' | 'decide';

/** What a link grants. It holds keys and ids, never a person's name, number or words. */
export interface LinkClaims {
  /** `public`: anyone with the link; `kiosk`: the same on a device that forgets each of them; `post`: a duty post's tablet; `personal`: one member of staff; `track`: one submission; `decide`: one person's decision about one row. */
  readonly kind: LinkKind;
  /** Keys of the registers it opens; all that suit its kind when absent. */
  readonly registers?: readonly string[];
  /** The id of the one row it is about. */
  readonly row?: string;
  /** The code of its line in 链接, by which it can be revoked; none for those that the functions make by themselves. */
  readonly listed?: string;
  /** The id in 人员 of whoever is asked to decide. */
  readonly person?: string;
  /** Fields filled in beforehand, for example `{ place: 'A-203' }` on a wall code. */
  readonly prefill?: Readonly<Record<string, string>>;
  /** The instant (ISO 8601, UTC) from which it no longer opens. */
  readonly expires?: string;
  readonly language?: Language;
}

const kinds = {
  u: 'public',
  k: 'kiosk',
  o: 'post',
  e: 'personal',
  t: 'track',
  d: 'decide',
} as const;
const letters = {
  public: 'u',
  kiosk: 'k',
  post: 'o',
  personal: 'e',
  track: 't',
  decide: 'd',
} as const;

const short = z.string().check(z.minLength(1), z.maxLength(64));

/** The claims as they stand in the token: one letter a name, seconds for the instant, so that a wall code stays coarse. */
const packed = z.strictObject({
  k: z.enum(['u', 'k', 'o', 'e', 't', 'd']),
  r: z.optional(z.array(short).check(z.minLength(1), z.maxLength(20))),
  i: z.optional(short),
  n: z.optional(short),
  w: z.optional(short),
  p: z.optional(z.record(short, z.string().check(z.maxLength(64)))),
  x: z.optional(z.int().check(z.positive())),
  l: z.optional(z.enum(['zh', 'en'])),
});

/** The claims as compact JSON. Throws when they do not fit a link: that is the maker's error. */
export function packClaims(claims: LinkClaims): string {
  const { kind, registers, row, listed, person, prefill, expires, language } = claims;
  return JSON.stringify(
    packed.parse({
      k: letters[kind],
      ...(registers && { r: registers }),
      ...(row && { i: row }),
      ...(listed && { n: listed }),
      ...(person && { w: person }),
      ...(prefill && Object.keys(prefill).length > 0 && { p: prefill }),
      ...(expires && { x: secondsOf(expires) }),
      ...(language && { l: language }),
    }),
  );
}

/** The claims out of compact JSON, or nothing if it is not of our making. */
export function unpackClaims(json: string): LinkClaims | undefined {
  // A token is short: compiling the schema would take longer than the first page may.
  const { success, data } = packed.safeParse(parsed(json), { jitless: true });
  if (!success) return undefined;
  return {
    kind: kinds[data.k],
    ...(data.r && { registers: data.r }),
    ...(data.i && { row: data.i }),
    ...(data.n && { listed: data.n }),
    ...(data.w && { person: data.w }),
    ...(data.p && { prefill: data.p }),
    ...(data.x && { expires: new Date(data.x * 1000).toISOString() }),
    ...(data.l && { language: data.l }),
  };
}

function secondsOf(instant: string): number {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) {
    throw new RangeError(`A link's "expires" must be an instant such as 2026-12-31T16:00:00Z`);
  }
  return Math.floor(milliseconds / 1000);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}
