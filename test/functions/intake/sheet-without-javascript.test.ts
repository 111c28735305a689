import { beforeEach, describe, expect, it } from 'vitest';
import { hiddenField, type IntakeSchool, openIntakeSchool, sendForm } from './intake-school.ts';

let school: IntakeSchool;
beforeEach(async () => {
  school = await openIntakeSchool();
});

type Fields = Record<string, string>;
const rowsOf = async (register: string) => (await school.staff.see(register)).rows;

/** What a browser would send back of a page's grid: its fields as they stand. */
function fieldsOf(page: string): Fields {
  const [, main = ''] = /<form.*?>(.*)<template/s.exec(page) ?? [];
  const fields: Fields = {};
  for (const [, tag = ''] of main.matchAll(/<input([^>]*)>/g)) {
    const name = / name="([^"]*)"/.exec(tag)?.[1];
    const isTicked = !/type="(?:radio|checkbox)"/.test(tag) || / checked/.test(tag);
    if (name && isTicked && !/ disabled/.test(tag))
      fields[name] = (/ value="([^"]*)"/.exec(tag)?.[1] ?? '').replaceAll('&quot;', '"');
  }
  return fields;
}

async function openGrid(key: 'floorChecks/floor' | 'mealSamples/meal', shared: Fields) {
  const register = key.split('/')[0] ?? '';
  const address = `/intake/batch/${key}?t=${school.link({ kind: 'post', registers: [register] })}`;
  const first = await (await school.intake.request(address)).text();
  const answer = await sendForm(school.intake, address, {
    _id: hiddenField(first, '_id'),
    _do: 'grid',
    ...shared,
  });
  const page = await answer.text();
  return { address, answer, page, fields: { ...fieldsOf(page), ...shared } };
}

const floor = { floor: '3', inspector: '周敏' };
const lunch = { meal: 'lunch', by: '周敏' };
const picture = 'https://drive.example.edu.cn/x.jpg';

/** The drawn rooms get their photo. */
const withPictures = (page: string, fields: Fields): Fields => ({
  ...fields,
  ...Object.fromEntries(
    [...page.matchAll(/class="line[^"]* drawn[^"]*"[^>]*data-line="(\d+)"/g)].map(([, index]) => [
      `r${index}.picture`,
      picture,
    ]),
  ),
});

describe('the first step', () => {
  it('asks the shared values alone; what is wrong comes back with all that was typed', async () => {
    const { answer, page } = await openGrid('floorChecks/floor', { floor: '3', inspector: '某某' });
    expect(answer.status).toBe(422);
    expect(page).toContain('<a href="#field-inspector">检查人：名单里没有“某某”，请从名单中选</a>');
    expect(page).toContain('id="field-floor" value="3"');
    expect(page).toContain('data-step="shared"');
  });

  it('starts with what the link says', async () => {
    const prefill = { floor: '3' };
    const token = school.link({ kind: 'post', prefill });
    const page = await school.intake.request(`/intake/batch/floorChecks/floor?t=${token}`);
    expect(await page.text()).toContain('id="field-floor" value="3"');
  });
});

describe('a closed grid that keeps untouched rows', () => {
  it('lists every room grey, marks the drawn ones, and lets no room be renamed or added', async () => {
    const { page } = await openGrid('floorChecks/floor', floor);
    expect(page.match(/class="line prefilled[^"]*"/g)).toHaveLength(6);
    expect(page.match(/class="line prefilled[^"]* drawn[^"]*"/g)).toHaveLength(2);
    expect(page).toMatch(/value="301"[^>]* readonly/);
    expect(page).not.toContain('value="more"');
    expect(page).not.toContain('全部合格');
  });

  it('writes each room; those that nobody touched are marked as copied', async () => {
    const { address, page, fields } = await openGrid('floorChecks/floor', floor);
    const sent = await sendForm(school.intake, address, {
      ...withPictures(page, fields),
      _do: 'send',
      'r1.result': 'bad',
      'r1.found': '地面未扫',
      'r4._seen': 'yes',
    });
    expect(sent.status).toBe(303);
    const drawn = new Set(
      [...page.matchAll(/line[^"]* drawn[^"]*"[^>]*data-line="(\d+)"/g)].map(([, index]) =>
        Number(index),
      ),
    );
    const copied = (await rowsOf('floorChecks')).map(({ 照抄 }) => 照抄 === '是');
    expect(copied).toEqual(
      [0, 1, 2, 3, 4, 5].map((index) => index !== 1 && index !== 4 && !drawn.has(index)),
    );
    expect((await rowsOf('floorChecks'))[1]).toMatchObject({ 结果: '不合格', 问题: '地面未扫' });
    const receipt = await school.intake.request(sent.headers.get('Location') ?? '');
    expect(await receipt.text()).toContain('共 6 行');
  });

  it('comes back with the drawn room named when its photo is missing', async () => {
    const { address, fields } = await openGrid('floorChecks/floor', floor);
    const answer = await sendForm(school.intake, address, {
      ...fields,
      _do: 'send',
      'r0.found': '已看',
    });
    expect(answer.status).toBe(422);
    const page = await answer.text();
    expect(page).toMatch(
      /<a href="#field-r\d\.picture">第 \d 行 · 照片：这一行被抽中，必须填<\/a>/,
    );
    expect(page).toContain('value="已看"');
    expect(hiddenField(page, '_id')).toBe(fields._id);
    expect(page.match(/class="line[^"]* drawn[^"]*"/g)).toHaveLength(2);
    expect(await rowsOf('floorChecks')).toHaveLength(0);
  });
});

describe('an open grid that leaves untouched rows out', () => {
  it('writes what was touched, and what was added', async () => {
    const { address, fields } = await openGrid('mealSamples/meal', lunch);
    const more = await (
      await sendForm(school.intake, address, { ...fields, _do: 'more', 'r0.grams': '130' })
    ).text();
    expect(more.match(/data-line="\d+"/g)).toHaveLength(13);
    expect(more).toContain('value="130"');
    const sent = await sendForm(school.intake, address, {
      ...fieldsOf(more),
      ...lunch,
      _do: 'send',
      'r8.dish': '绿豆汤',
      'r8.grams': '140',
    });
    expect(sent.status).toBe(303);
    expect((await rowsOf('mealSamples')).map(({ 菜名 }) => 菜名)).toEqual(['红烧鸡腿', '绿豆汤']);
  });

  it('sent twice it is written once, with the same receipt', async () => {
    const { address, fields } = await openGrid('mealSamples/meal', lunch);
    const filled = { ...fields, _do: 'send', 'r3.grams': '130' };
    const [first, second] = await Promise.all([
      sendForm(school.intake, address, filled),
      sendForm(school.intake, address, filled),
    ]);
    expect(second.headers.get('Location')).toBe(first.headers.get('Location'));
    expect(await rowsOf('mealSamples')).toHaveLength(1);
  });

  it('says so when no row was filled in', async () => {
    const { address, fields } = await openGrid('mealSamples/meal', lunch);
    const answer = await sendForm(school.intake, address, { ...fields, _do: 'send' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('一行都没有填');
  });

  it('drawn anew for another meal, it keeps what was filled in', async () => {
    const { address, fields } = await openGrid('mealSamples/meal', lunch);
    const answer = await sendForm(school.intake, address, {
      ...fields,
      _do: 'grid',
      meal: 'breakfast',
      'r6.grams': '150',
    });
    const page = await answer.text();
    for (const dish of ['白粥', '花卷', '米饭']) expect(page).toContain(`value="${dish}"`);
    expect(page).not.toContain('value="麻婆豆腐"');
    expect(page).toContain('value="150"');
  });

  it('comes back with everything while Google is out, and counts once when sent again', async () => {
    const { address, fields } = await openGrid('mealSamples/meal', lunch);
    const filled = { ...fields, _do: 'send', 'r3.grams': '130' };
    school.googleIsOut();
    const out = await school.waitedFor(sendForm(school.intake, address, filled));
    expect(out.status).toBe(503);
    const page = await out.text();
    expect(page).toContain('value="130"');
    school.googleIsOut(false);
    const again = { ...fieldsOf(page), ...lunch, _do: 'send' };
    expect((await sendForm(school.intake, address, again)).status).toBe(303);
    expect(await rowsOf('mealSamples')).toHaveLength(1);
  });
});
