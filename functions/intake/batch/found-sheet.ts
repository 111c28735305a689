import type { LinkClaims } from '#platform/links/index.ts';
import type { Label } from '#schema/language.ts';
import { allowed, endedWhileTyping, registerOf } from '../access.ts';
import type { Desk, IntakeContext } from '../desk.ts';
import { unknownForm } from '../problems.ts';
import { type Sheet, sheetNamed } from './sheet.ts';

/** The sheet of a request and the link that opens it; a problem with 401, 403 or 404 when there is none. */
export function foundSheet(
  { workbooks }: Pick<Desk, 'workbooks'>,
  c: IntakeContext,
  registerKey: string,
  key: string,
): { readonly sheet: Sheet; readonly token: string; readonly claims: LinkClaims } {
  const sheet = sheetNamed(registerOf(workbooks, registerKey), key);
  if (!sheet) throw unknownForm();
  return { sheet, ...allowed(c.get('access'), sheet) };
}

/** The same for what is sent: of a link that ended meanwhile, what it opened, and why nothing is taken. */
export function foundForSending(
  desk: Pick<Desk, 'workbooks'>,
  c: IntakeContext,
  registerKey: string,
  key: string,
): ReturnType<typeof foundSheet> & { readonly ended?: { code: string; label: Label } } {
  const access = c.get('access');
  const sheet = sheetNamed(registerOf(desk.workbooks, registerKey), key);
  const ended = sheet && endedWhileTyping(access, sheet);
  if (access.ok || !access.once || !ended) return foundSheet(desk, c, registerKey, key);
  return { sheet, ...access.once, ended };
}
