import type { Register } from '#schema/register.ts';
import { formAccess, hasForm, type Opened } from '../access.ts';
import { batchSheets, copyInSheet } from '../batch/sheet.ts';

/** What of a register takes photos: its form, its sheets for many rows, its pages copied from paper. */
export function takesPhotos(register: Register): readonly Opened[] {
  const asksPhotos = (names: readonly string[]): boolean =>
    names.some((name) => register.columns[name]?.kind === 'photo');
  const copied = copyInSheet(register);
  return [
    ...(hasForm(register) && asksPhotos(register.form.asks) ? [formAccess(register)] : []),
    ...[...batchSheets(register), ...(copied ? [copied] : [])].filter(({ shared, each }) =>
      asksPhotos([...shared, ...each]),
    ),
  ];
}
