import type { Sheets } from '#platform/google/index.ts';
import type { WorkbookRead } from '#platform/workbook/read-tabs.ts';
import { writeCells } from '#platform/workbook/write-cells.ts';
import type { Columns } from '#schema/columns.ts';
import { type ListedLink, listedLink } from '#schema/links/listed-link.ts';
import { mayIssueLinks } from '#schema/links/who-issues.ts';
import type { Register } from '#schema/register.ts';
import { links } from '#schema/registers/school/links.ts';
import { type Row, textAt, type Values } from '#schema/row.ts';
import type { World } from '#schema/rule.ts';
import { plain } from '#schema/spelling.ts';
import type { RowId } from '#schema/values.ts';

/**
 * The address of a link that stands in 链接.
 *
 * @param personId the id in 人员 of whoever a personal link belongs to
 */
export type AddressOfLink = (link: ListedLink, personId: string | undefined) => string;

/**
 * Fills in the links of lines that leaders typed, and again where a line or the signing key changed. A personal link
 * of somebody with a mail address is not written down: it is mailed.
 *
 * @returns the spreadsheet that was written, as it is then; nothing when all is filled in
 */
export async function issueLinks(
  { sheets, addressOf }: { readonly sheets: Sheets; readonly addressOf: AddressOfLink },
  reads: ReadonlyMap<string, WorkbookRead>,
  only: string | undefined,
  registers: readonly Register[],
  world: World,
): Promise<readonly [string, WorkbookRead] | undefined> {
  const [found] = [...reads].filter(([, { tabs }]) => tabs.has(links.key));
  const tab = found?.[1].tabs.get(links.key);
  if (!found || !tab || tab.resolved.missing.length > 0) return undefined;
  const [spreadsheetId, read] = found;
  if (only !== undefined && only !== spreadsheetId) return undefined;
  const wanted = new Map<RowId, Values<Columns>>();
  for (const row of tab.identified.rows) {
    const filled = filledIn(row, registers, world, addressOf);
    const isNew = Object.entries(filled).some(([name, value]) => row.values[name] !== value);
    if (isNew) wanted.set(row.id, filled);
  }
  if (wanted.size === 0) return undefined;
  const written = await writeCells(sheets, spreadsheetId, tab, wanted);
  return [spreadsheetId, { ...read, tabs: new Map(read.tabs).set(links.key, written) }];
}

/** What the functions fill in of a line; nothing where no link can be made of it. */
function filledIn(
  row: Row,
  registers: readonly Register[],
  world: World,
  addressOf: AddressOfLink,
): Values<Columns> {
  const found = listedLink(row, registers);
  if ('mistake' in found || !mayIssueLinks(row, world)) return {};
  const { link } = found;
  const person =
    link.person === undefined
      ? undefined
      : world.rows('people').find((one) => plain(textAt(one, 'name')) === plain(link.person ?? ''));
  if (link.kind === 'personal' && !person) return {};
  const isMailed = person !== undefined && textAt(person, 'mail').trim() !== '';
  return {
    code: link.code,
    issued: row.values.issued ?? world.now,
    ...(!isMailed && { address: addressOf(link, person?.id) }),
  };
}
