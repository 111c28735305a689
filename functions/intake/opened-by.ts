import type { LinkClaims } from '#platform/links/index.ts';
import type { Language } from '#schema/language.ts';
import { formsOf, permits } from './access.ts';
import { batchSheets, copyInSheet } from './batch/sheet.ts';
import type { Desk } from './desk.ts';
import type { OpensByKind } from './pages/plain.ts';

/** Everything that a link opens, in the order of the registers. */
export function openedBy(
  { workbooks, addresses }: Pick<Desk, 'workbooks' | 'addresses'>,
  { token, claims }: { readonly token: string; readonly claims: LinkClaims },
  asked: Language | undefined,
): OpensByKind {
  const { registers } = workbooks;
  const sheets = registers.flatMap(batchSheets).filter((sheet) => permits(claims, sheet));
  const forStaff = registers.filter((register) => permits(claims, { register, audience: 'staff' }));
  return {
    forms: formsOf(workbooks, claims).map(({ key, title, purpose }) => ({
      title,
      about: purpose,
      href: addresses.form(key, token, asked),
    })),
    batches: sheets.map((sheet) => ({
      title: sheet.title,
      about: sheet.intro,
      href: addresses.sheet(sheet, token, asked),
    })),
    copyIns: forStaff.flatMap((register) => {
      const sheet = copyInSheet(register);
      const { title } = register;
      return sheet ? [{ title, href: addresses.sheet(sheet, token, asked) }] : [];
    }),
    papers: forStaff.map(({ key, title }) => ({
      title,
      href: addresses.print(key, token, undefined, asked),
    })),
  };
}
