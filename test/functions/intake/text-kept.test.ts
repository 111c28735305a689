import { beforeAll, describe, expect, it } from 'vitest';
import { type IntakeSchool, jsonOf, openIntakeSchool, sendJson } from './intake-school.ts';

let school: IntakeSchool;
beforeAll(async () => {
  school = await openIntakeSchool();
});

const send = async (values: Readonly<Record<string, unknown>>) => {
  const id = school.newId();
  const answer = await sendJson(school.intake, 'everyKind', school.link(), { id, values });
  return { id, answer };
};

/** What the sheet holds of a row, read by another instance. */
const stored = async (id: string) => {
  const read = await school.workbooks().read(['everyKind']);
  return read.get('everyKind')?.rows.find((row) => row.id === id)?.values;
};

describe('text is kept exactly as it was sent', () => {
  it.each([
    ['a formula', '=HYPERLINK("http://evil.example","点我")'],
    ['a plus, a minus, an at sign', '+86 10 -1 @SUM(A1)'],
    ['HTML', '<script>alert(1)</script>&amp;"\''],
    ['emoji of several code points', '👩‍🔧🇨🇳👍🏽'],
    ['rare Han outside the first plane', '𠮷野家的𪚥字𰻞'],
    ['white space, tabs and line breaks', '  前后有空格\t和制表\n\n第三行  '],
    ['a leading apostrophe', "'0123"],
    ['what looks like a number or a day', '00012 2026-11-24'],
    ['right-to-left and combining marks', 'שלום e\u0301 ا\u064B'],
  ])('%s', async (_name, words) => {
    const { id, answer } = await send({ words });
    expect(answer.status).toBe(201);
    expect((await stored(id))?.words).toBe(words);
  });

  it('and is written into pages as text, never as HTML', async () => {
    const { answer } = await send({ words: '<img src=x onerror=alert(1)>' });
    const { receipt } = await jsonOf(answer);
    const page = await (await school.intake.request(new URL(receipt).pathname)).text();
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(page).not.toContain('<img');
  });

  it('up to the 50,000 characters of a cell', async () => {
    const story = '长'.repeat(50_000);
    const { id } = await send({ story });
    expect((await stored(id))?.story).toBe(story);
  });

  it('60,000 characters are refused at the field rather than cut', async () => {
    const { answer } = await send({ story: '长'.repeat(60_000) });
    expect(answer.status).toBe(422);
    expect((await jsonOf(answer)).issues).toEqual([
      { column: 'story', message: '文字太长，最多 50000 字' },
    ]);
  });

  it('a character that is broken in two is refused', async () => {
    const body = `{"id":"${school.newId()}","values":{"words":"\\ud842"}}`;
    const answer = await sendJson(school.intake, 'everyKind', school.link(), body);
    expect(answer.status).toBe(422);
  });
});

describe('values are understood as people write them', () => {
  it.each(['2026-11-24', '2026/11/24', '2026年11月24日'])('the day %s', async (day) => {
    const { id } = await send({ day });
    expect((await stored(id))?.day).toBe('2026-11-24');
  });

  it.each([
    ['１，２００公斤', 1200],
    ['3.5', 3.5],
    [0, 0],
  ])('the amount %s', async (amount, expected) => {
    const { id } = await send({ amount });
    expect((await stored(id))?.amount).toBe(expected);
  });

  it('money with its sign, at most two decimals', async () => {
    const { id } = await send({ price: '￥1,200.50' });
    expect((await stored(id))?.price).toBe(1200.5);
    expect((await send({ price: '1.005' })).answer.status).toBe(422);
  });

  it('yes and no, and a choice by key or by either word', async () => {
    for (const [present, few, expected] of [
      ['yes', 'good', true],
      ['否', '好', false],
      [true, 'Good', true],
    ] as const) {
      const { id } = await send({ present, few });
      expect(await stored(id)).toMatchObject({ present: expected, few: 'good' });
    }
  });

  it('a moment that was given; otherwise the moment of sending', async () => {
    const given = await send({ happened: '2026-11-23T07:30' });
    expect((await stored(given.id))?.happened).toBe('2026-11-23T07:30:00');
    const stamped = await send({ words: '现在' });
    expect((await stored(stamped.id))?.happened).toBe('2026-11-24T10:00:00');
  });

  it('a place in full-width letters is stored as the list spells it', async () => {
    const { id } = await send({ place: ' 教学楼 Ａ２０１' });
    expect((await stored(id))?.place).toBe('教学楼 A201');
  });
});
