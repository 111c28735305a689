import type { Links } from '#platform/links/index.ts';
import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import type { Workbooks } from '#platform/workbook/index.ts';
import { listedLink } from '#schema/links/listed-link.ts';
import type { Register } from '#schema/register.ts';
import { statedSettings } from '#schema/registers/school/settings.ts';
import { type Row, textAt, valueAt } from '#schema/row.ts';
import { declaredSettings, settingsFrom } from '#schema/settings.ts';
import type { LocalDateTime } from '#schema/values.ts';
import { placeLink } from '../seed-links.ts';
import { writtenSurely } from '../written-surely.ts';
import type { Poster } from './poster.ts';

/** Posters to print, and places that get none because their link was revoked or cannot be made. */
export interface PlacePosters {
  readonly posters: readonly Poster[];
  readonly without: readonly string[];
}

/**
 * A poster for each place in use, whose code opens the form of a register with the place filled in. Each has its line
 * in 链接, written where it is not there yet, so that a code that was misused can be revoked without the others.
 *
 * @throws WorkbookFailure when the school cannot be read
 */
export async function placePosters(
  {
    workbooks,
    links,
    url,
    registers,
  }: {
    readonly workbooks: Workbooks;
    readonly links: Links;
    readonly url: string;
    readonly registers: readonly Register[];
  },
  register: Register,
  now: LocalDateTime,
): Promise<PlacePosters> {
  const read = await workbooks.read(['places', 'links', 'settings']);
  const rows = (key: string): readonly Row[] => read.get(key)?.rows ?? [];
  const settings = settingsFrom(declaredSettings(registers), statedSettings(rows('settings')));
  const places = rows('places')
    .filter((row) => valueAt(row, 'outOfUse') !== true)
    .map((row) => textAt(row, 'name').trim())
    .filter((name) => name !== '');
  const wanted = new Map(
    [...new Set(places)].map((place) => [place, placeLink(register, place, now)]),
  );
  const known = new Set(rows('links').map(({ id }) => id));
  const missing = [...wanted.values()].filter(({ id }) => !known.has(id));
  await Promise.all(missing.map((submission) => writtenSurely(workbooks, submission)));
  const there = missing.length === 0 ? read : await workbooks.read(['links']);
  const lines = new Map((there.get('links')?.rows ?? []).map((row) => [row.id, row]));
  const posters: Poster[] = [];
  const without: string[] = [];
  for (const [place, { id }] of wanted) {
    const row = lines.get(id);
    const found = row && listedLink(row, registers);
    if (!found || !('link' in found) || !found.link.isOn) {
      without.push(place);
      continue;
    }
    const claims = listedClaims(found.link, { timeZone: settings.text('timeZone') });
    posters.push({
      school: settings.text('schoolName'),
      title: register.title,
      intro: register.form?.intro ?? register.purpose,
      place,
      address: linkAddress(links, url, claims, (key) => key === register.key),
      shortAddress: `${url}/intake/go/${found.link.code}`,
    });
  }
  return { posters, without };
}
