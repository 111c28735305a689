import type { Context } from 'hono';
import type { Clock } from '#platform/clock.ts';
import type { Links } from '#platform/links/index.ts';
import type { Photos } from '#platform/photos/index.ts';
import type { ProblemBody } from '#platform/problem.ts';
import type { Random } from '#platform/random.ts';
import type { Label, Language } from '#schema/language.ts';
import type { Register } from '#schema/register.ts';
import type { RowId } from '#schema/values.ts';
import type { Access } from './access.ts';
import type { Addresses } from './addresses.ts';
import type { Draws } from './batch/drawn.ts';
import type { SendSheet } from './batch/sheet-sender.ts';
import type { Limited } from './limits/limit.ts';
import type { Lists } from './lists.ts';
import type { OwnRows } from './own-rows.ts';
import type { Html } from './pages/layout.ts';
import type { FormPhotos } from './photos/form-photos.ts';
import type { ReadWorld } from './read-world.ts';
import type { Sending, Sent } from './sender.ts';
import type { WorkbooksInUse } from './switched-on.ts';

/** What is known of a request before its route runs. */
export interface IntakeEnv {
  Variables: {
    access: Access;
    /** The language of the answer. */
    language: Language;
    /** The language that the address itself asks for. */
    asked: Language | undefined;
    /** Set where more came than is taken: the page comes back with what was typed. */
    limited: Limited | undefined;
  };
}

export type IntakeContext = Context<IntakeEnv>;

/** What the routes of one instance share. */
export interface Desk {
  readonly workbooks: WorkbooksInUse;
  readonly links: Links;
  readonly clock: Clock;
  readonly random: Random;
  readonly addresses: Addresses;
  readonly lists: Lists;
  readonly ownRows: OwnRows;
  readonly timeZone: string;
  readonly readWorld: ReadWorld;
  readonly draws: Draws;
  readonly formPhotos: FormPhotos;
  /** Where photos are kept; none where none can be. */
  readonly photos: Photos | undefined;
  /** Where a row stands now: the address that opens it in its sheet; none when it is not there. */
  rowPlaces(register: string, row: RowId): Promise<string | undefined>;
  /** Has registers read anew when they are needed next: one of them was just written. */
  forget(registers: readonly string[]): void;
  /** Tells the check that a register changed. Nobody waits for it. */
  tell(register: Register): void;
  send(sending: Sending): Promise<Sent>;
  readonly sendSheet: SendSheet;
  /** Addresses of what a printed page needs. */
  readonly paperAssets: { readonly style: string; readonly script: string };
  /** Answers with a whole page around its main part. */
  page(
    c: IntakeContext,
    status: PageStatus,
    title: Label,
    main: Html,
    otherLanguage?: string,
    look?: PageLook,
  ): Response | Promise<Response>;
  /** Answers a program with problem details (RFC 9457). */
  problemJson(
    c: IntakeContext,
    body: Omit<ProblemBody, 'type' | 'issues'> & { readonly issues?: readonly object[] },
    status: PageStatus,
  ): Response;
}

/** A form in a narrow column, a sheet for many rows as wide as the screen, or the page about the endpoints. */
export type PageLook = 'form' | 'sheet' | 'api';

export type PageStatus =
  | 200
  | 202
  | 400
  | 401
  | 403
  | 404
  | 405
  | 409
  | 413
  | 415
  | 422
  | 429
  | 500
  | 503;
