import type { LinkClaims } from '#platform/links/index.ts';
import { allowed, registerOf } from '../access.ts';
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
