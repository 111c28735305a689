import type { LinkClaims, Links } from '#platform/links/index.ts';
import type { Problem } from '#platform/problem.ts';
import type { Workbooks } from '#platform/workbook/port.ts';
import type { Label } from '#schema/language.ts';
import { isForStrangers } from '#schema/links/listed-link.ts';
import type { Form, Register } from '#schema/register.ts';
import type { Asked } from './lists.ts';
import { problem, switchedOff, unknownForm } from './problems.ts';
import type { WorkbooksInUse } from './switched-on.ts';
import { words } from './words.ts';

/** A register that people fill from a link. */
export type FormRegister = Register & { readonly form: Form };

/** What the token of a request allows. */
export type Access =
  | { readonly ok: true; readonly token: string; readonly claims: LinkClaims }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** What the link opened before it was revoked or came to its end. */
      readonly once?: { readonly token: string; readonly claims: LinkClaims };
    };

/** What a link is asked to open: something of a register, for anyone or for staff. */
export interface Opened {
  readonly register: Pick<Register, 'key'>;
  readonly audience: Form['audience'];
}

/** Reads the token of a link; says 401 when there is none and 403 when it does not hold. */
export function accessOf(links: Links, token: string | undefined): Access {
  if (token === undefined || token === '')
    return { ok: false, problem: problem(401, 'noLink', words.noLink) };
  const verified = links.verify(token);
  if (verified.ok) return { ok: true, token, claims: verified.claims };
  const { claims } = verified;
  return {
    ok: false,
    problem: problem(403, claims ? 'linkExpired' : 'wrongLink', verified.why),
    ...(claims && { once: { token, claims } }),
  };
}

/** Whether a link opens something of a register: a public link and a kiosk's open only what is for anyone. */
export function permits(claims: LinkClaims, { register, audience }: Opened): boolean {
  if (claims.kind === 'track' || claims.kind === 'decide') return false;
  if (isForStrangers(claims.kind) && audience !== 'anyone') return false;
  return claims.registers === undefined || claims.registers.includes(register.key);
}

/** The register of a form, or a problem with 404. */
export function formOf(workbooks: WorkbooksInUse, key: string): FormRegister {
  const register = registerOf(workbooks, key);
  if (!hasForm(register)) throw unknownForm();
  return register;
}

/** A register by its key, or a problem with 404, which says so of one that is switched off. */
export function registerOf(workbooks: WorkbooksInUse, key: string): Register {
  const off = workbooks.switchedOff(key);
  if (off) throw switchedOff(off);
  const register = workbooks.register(key);
  if (!register) throw unknownForm();
  return register;
}

/** Forms that a link opens, in the order of the registers. */
export function formsOf(workbooks: Workbooks, claims: LinkClaims): readonly FormRegister[] {
  return workbooks.registers
    .filter(hasForm)
    .filter((register) => permits(claims, formAccess(register)));
}

/** Who may open the form of a register. */
export function formAccess(register: FormRegister): Opened {
  return { register, audience: register.form.audience };
}

/** What the form of a register asks. */
export function askedBy(register: FormRegister): Asked {
  return { register, asks: register.form.asks };
}

/** The link's claims if it opens this, or a problem with 401 or 403. */
export function allowed(
  access: Access,
  opened: Opened,
): { readonly token: string; readonly claims: LinkClaims } {
  if (!access.ok) throw access.problem;
  if (!permits(access.claims, opened)) throw problem(403, 'notForThisForm', words.notForThisForm);
  return access;
}

/** The link's claims if it opens this for sending; of a link that ended meanwhile it says what becomes of what was typed. */
export function allowedToSend(
  access: Access,
  opened: Opened,
): { readonly token: string; readonly claims: LinkClaims } {
  const ended = endedWhileTyping(access, opened);
  if (ended) throw problem(403, ended.code, ended.label);
  return allowed(access, opened);
}

/** Why a link that opened this takes nothing any more; nothing for one that never did, or still does. */
export function endedWhileTyping(
  access: Access,
  opened: Opened,
): { readonly code: string; readonly label: Label } | undefined {
  if (access.ok || !access.once || !permits(access.once.claims, opened)) return undefined;
  const { code } = access.problem.details;
  return { code, label: code === 'linkRevoked' ? words.linkRevoked : words.linkOver };
}

/** Whether a register has a form. */
export function hasForm(register: Register): register is FormRegister {
  return register.form !== undefined;
}
