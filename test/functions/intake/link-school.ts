import type { Hono } from 'hono';
import { loadAssets } from '#functions/intake/assets.ts';
import { createIntake, type IntakeOptions } from '#functions/intake/create-intake.ts';
import type { IntakeEnv } from '#functions/intake/desk.ts';
import { createLinks, type LinkKey } from '#platform/links/index.ts';
import { linkAddress, listedClaims } from '#platform/links/listed-address.ts';
import { createLog } from '#platform/log/index.ts';
import { createPhotos } from '#platform/photos/index.ts';
import { uuidFrom } from '#platform/random.ts';
import type { Columns } from '#schema/columns.ts';
import { leave } from '#schema/registers/people/leave.ts';
import { people } from '#schema/registers/people/people.ts';
import { teams } from '#schema/registers/people/teams.ts';
import { links as linksRegister } from '#schema/registers/school/links.ts';
import { places } from '#schema/registers/school/places.ts';
import { settings } from '#schema/registers/school/settings.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import type { Values } from '#schema/row.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool } from '../../school/open-school.ts';

const assets = await loadAssets();
const registers = [settings, people, teams, places, linksRegister, leave, repairs];
const url = 'https://forms.school.example';
const timeZone = 'Asia/Shanghai';

export const oldKey: LinkKey = { id: 'k1', secret: new Uint8Array(32).fill(7) };
export const newKey: LinkKey = { id: 'k2', secret: new Uint8Array(32).fill(9) };

/** A school with a leader, a repair worker and a library, whose leader issues links in 链接. */
export async function openLinkSchool() {
  const clock = createFakeClock();
  const school = await openSchool({ clock, registers, seed: 'links' });
  const random = seededRandom('links');
  const writer = school.workbooks();
  const add = async (register: string, values: Values<Columns>): Promise<RowId> => {
    const id = rowId.parse(uuidFrom(random));
    await writer.submit({ register, id, values });
    return id;
  };
  await add('teams', { name: '后勤处' });
  await add('people', { name: '陈志远', team: '后勤处', post: '后勤主任', leader: true });
  await add('people', { name: '王大勇', team: '后勤处', post: '水电工' });
  await add('people', { name: '林小梅', team: '后勤处', mail: 'lin@example.edu.cn' });
  await add('places', { name: '图书馆', kind: 'building', custodian: '陈志远' });

  const linksOf = (...keys: readonly [LinkKey, ...LinkKey[]]) => createLinks({ keys, clock });
  const newIntake = (
    links = linksOf(oldKey),
    more: Pick<IntakeOptions, 'clientAddress'> = {},
  ): Hono<IntakeEnv> =>
    createIntake({
      ...more,
      workbooks: school.workbooks(),
      links,
      // Whose waits take no time would run out of patience with each submission.
      clock: { now: clock.now, sleep: () => new Promise(() => {}) },
      random,
      log: createLog({ write: (line) => school.logged.push(line) }),
      baseUrl: url,
      drawSecret: 'a secret of this test',
      assets,
      photos: createPhotos({
        google: school.google('service:intake'),
        bucket: 'houqin-test',
        parent: async () => school.directory.driveId,
      }),
    });
  const newCheck = (links = linksOf(oldKey)) =>
    school.check({
      linkAddress: (link, personId) =>
        linkAddress(links, url, listedClaims(link, { timeZone, personId }), (key) =>
          registers.some((register) => register.key === key && register.form !== undefined),
        ),
    });
  const check = newCheck();

  return {
    ...school,
    clock,
    writer,
    registers,
    add,
    linksOf,
    newIntake,
    newCheck,
    look: async (by = check) => {
      await by.request('/check/poll', { method: 'POST' });
    },
    /** The line of 链接 with a purpose, as staff see it. */
    async line(purpose: string) {
      const { rows } = await school.staff.see('links');
      const index = rows.findIndex((row) => row.用途 === purpose);
      const shown = rows[index];
      if (!shown) throw new Error(`链接 has no line “${purpose}”`);
      return { row: index + 1, shown, path: pathOf(shown.链接 ?? '') };
    },
    newId: () => rowId.parse(uuidFrom(random)),
  };
}

export type LinkSchool = Awaited<ReturnType<typeof openLinkSchool>>;

function pathOf(address: string): string {
  return address.startsWith(url) ? address.slice(url.length) : address;
}
