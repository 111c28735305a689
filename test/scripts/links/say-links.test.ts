import { beforeAll, describe, expect, it } from 'vitest';
import { localDateTime } from '#schema/values.ts';
import { sayLinks } from '#scripts/links/say-links.ts';
import { seedLinks } from '#scripts/seed-links.ts';
import { type LinkSchool, oldKey, openLinkSchool } from '../../functions/intake/link-school.ts';

const now = localDateTime.parse('2026-11-24T10:00:00');
const url = 'https://forms.school.example';

let school: LinkSchool;
beforeAll(async () => {
  school = await openLinkSchool();
  await seedLinks(school.workbooks('owner'), school.registers, now);
});

/** What `npm run links` prints: a purpose with its kind, and the address under it. */
async function said(): Promise<readonly (readonly [string, string])[]> {
  const read = await school.workbooks('owner').read(['settings', 'links', 'people']);
  const options = { links: school.linksOf(oldKey), url, registers: school.registers };
  return sayLinks(read, options)
    .split(/\n(?! )/)
    .map((line) => {
      const [words = '', address = ''] = line.split('\n');
      return [words, address.trim()] as const;
    });
}

describe('the links with which a school begins', () => {
  it('are one for each form, one for all that staff may open, and one for a device on a desk', async () => {
    expect((await said()).map(([words]) => words).toSorted()).toEqual(
      [
        '报修表单（公开）',
        '请假换班表单（岗位）',
        '后勤人员全部表（岗位）',
        '前台公用机（公用机）',
      ].toSorted(),
    );
  });

  it('the desk’s opens what anyone may fill, and forgets whoever did', async () => {
    const [, address = ''] = (await said()).find(([words]) => words.startsWith('前台')) ?? [];
    const intake = school.newIntake();
    const list = await (await intake.request(address.slice(url.length))).text();
    expect(list).toContain('/intake/form/repairs');
    expect(list).not.toContain('/intake/form/leave');
    const [, form = ''] = /href="([^"]*\/intake\/form\/repairs[^"]*)"/.exec(list) ?? [];
    const page = await intake.request(form.replaceAll('&amp;', '&'));
    expect(await page.text()).toContain('data-kiosk=');
  });

  it('are written once: one that was switched off stays off', async () => {
    const { row } = await school.line('前台公用机');
    await school.staff.edit('links', row, '启用或停用', '停用');
    expect(await seedLinks(school.workbooks('owner'), school.registers, now)).toBe(0);
    expect((await said()).map(([words]) => words)).toContain('前台公用机（公用机，已停用 off）');
  });
});
