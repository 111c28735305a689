import { v5 as uuidV5 } from 'uuid';
import type { Submission, Workbooks } from '#platform/workbook/index.ts';
import type { Columns } from '#schema/columns.ts';
import { linkCode } from '#schema/links/link-code.ts';
import type { Register } from '#schema/register.ts';
import type { Values } from '#schema/row.ts';
import { type LocalDateTime, type RowId, rowId } from '#schema/values.ts';
import { writtenSurely } from './written-surely.ts';

/** Namespace of the ids of links that we issue; never changed, or codes on walls would lose their lines. */
const issuedLinks = '5d0c1a8e-2f4b-4d3a-b6c7-91e2a4f08c13';
const allForms = 'all';
const desk = 'desk';

/** The id of the line of a link that we issue: for a form, for all that staff may open, or for a form at a place. */
function issuedRowId(what: string): RowId {
  return rowId.parse(uuidV5(what, issuedLinks));
}

/** The code of the link to a register's form. */
export function formCode(register: string): string {
  return linkCode(issuedRowId(`form/${register}`));
}

/** The code of the link to all that staff may open. */
export function staffCode(): string {
  return linkCode(issuedRowId(allForms));
}

/** The line of a code that hangs at a place. */
export function placeLink(
  { key, title }: Register,
  place: string,
  issued: LocalDateTime,
): Submission {
  return line(`place/${key}/${place}`, {
    name: `${place} ${title.zh}码`,
    kind: 'public',
    registers: title.zh,
    place,
    issued,
  });
}

/** The lines that 链接 begins with: one for each form, one for all that staff may open, and one for a device on a desk. */
function startingLinks(registers: readonly Register[], issued: LocalDateTime): Submission[] {
  const forms = registers.flatMap(({ key, title, form }) => {
    if (!form) return [];
    const kind = form.audience === 'anyone' ? 'public' : 'post';
    return [line(`form/${key}`, { name: `${title.zh}表单`, kind, registers: title.zh, issued })];
  });
  return [
    line(allForms, { name: '后勤人员全部表', kind: 'post', issued }),
    line(desk, { name: '前台公用机', kind: 'kiosk', issued }),
    ...forms,
  ];
}

function line(what: string, values: Values<Columns>): Submission {
  return { register: 'links', id: issuedRowId(what), values: { ...values, state: 'on' } };
}

/**
 * Writes the lines of 链接 that are not there yet; what stands there is left as it is, so that what was revoked stays
 * revoked.
 *
 * @returns how many were written
 * @throws WorkbookFailure when 链接 cannot be read
 */
export async function seedLinks(
  workbooks: Workbooks,
  registers: readonly Register[],
  now: LocalDateTime,
): Promise<number> {
  if (!workbooks.register('links')) return 0;
  const read = (await workbooks.read(['links'])).get('links')?.rows ?? [];
  const ids = new Set(read.map(({ id }) => id));
  const missing = startingLinks(registers, now).filter(({ id }) => !ids.has(id));
  await Promise.all(missing.map((submission) => writtenSurely(workbooks, submission)));
  return missing.length;
}
