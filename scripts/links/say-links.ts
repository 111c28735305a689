import type { Links } from '#platform/links/index.ts';
import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import type { RegisterRows } from '#platform/workbook/port.ts';
import { listedLink } from '#schema/links/listed-link.ts';
import type { Register } from '#schema/register.ts';
import { links as linksRegister } from '#schema/registers/school/links.ts';
import { textAt } from '#schema/row.ts';
import { frameSettings } from '#schema/settings.ts';

/** The lines of 链接 as a person reads them: purpose, kind, end, state, address. */
export function sayLinks(
  read: ReadonlyMap<string, Pick<RegisterRows, 'rows'>>,
  {
    links,
    url,
    registers,
  }: { readonly links: Links; readonly url: string; readonly registers: readonly Register[] },
): string {
  const kinds = linksRegister.columns.kind;
  const known = new Set(registers.map(({ key }) => key));
  const opensForm = (key: string) => registers.some((one) => one.key === key && one.form);
  const lines = (read.get('links')?.rows ?? []).flatMap((row) => {
    const found = listedLink(row, registers);
    if (!('link' in found)) return [];
    const { link } = found;
    if (link.registers && !link.registers.some((key) => known.has(key))) return [];
    const kind = kinds?.kind === 'choice' ? (kinds.choices[link.kind]?.zh ?? '') : '';
    const end = link.until === undefined ? '' : ` 至 ${link.until}`;
    const person = (read.get('people')?.rows ?? []).find(
      (one) => textAt(one, 'name') === link.person,
    );
    if (link.kind === 'personal' && !person) return [];
    const claims = listedClaims(link, {
      timeZone: frameSettings.timeZone.default,
      personId: person?.id,
    });
    const address = linkAddress(links, url, claims, opensForm);
    return [
      `${textAt(row, 'name')}（${kind}${end}${link.isOn ? '' : '，已停用 off'}）\n  ${address}`,
    ];
  });
  return lines.join('\n');
}
