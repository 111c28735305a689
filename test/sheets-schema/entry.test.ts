import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  choice,
  code,
  date,
  email,
  link,
  moment,
  money,
  phone,
  quantity,
  reference,
  text,
  time,
  yesNo,
} from '#schema/columns.ts';
import { entryFrom } from '#schema/entry.ts';
import { defineRegister } from '#schema/register.ts';

const title = { zh: '栏', en: 'Field' };
const columns = {
  words: text({ zh: '说明', en: 'Words' }, { required: true }),
  code: code(title),
  phone: phone(title),
  mail: email(title),
  address: link(title),
  kind: choice(title, { minor: { zh: '小修', en: 'Minor' }, major: { zh: '大修', en: 'Major' } }),
  count: quantity(title, { whole: true, min: 1, max: 100 }),
  cost: money(title, { min: 0 }),
  day: date(title),
  hour: time(title),
  when: moment(title),
  agreed: yesNo(title),
  place: reference('places', title),
  state: choice(title, { open: { zh: '待办', en: 'Open' } }),
};
const register = defineRegister({
  key: 'slips',
  title: { zh: '单子', en: 'Slips' },
  purpose: { zh: '试填', en: 'For trying out' },
  workbook: 'service',
  columns,
  form: {
    audience: 'anyone',
    asks: [
      'words',
      'code',
      'phone',
      'mail',
      'address',
      'kind',
      'count',
      'cost',
      'day',
      'hour',
      'when',
      'agreed',
      'place',
    ],
    intro: title,
    starts: { state: 'open' },
    example: { words: '好' },
  },
  rules: [],
  figures: {},
  demo: () => [],
});

const knows = (to: string, name: string) => to === 'places' && name === '教学楼 A201';
const send = (sent: Readonly<Record<string, unknown>>) =>
  entryFrom(register, { words: '好', ...sent }, knows);
const values = (sent: Readonly<Record<string, unknown>>) => {
  const entry = send(sent);
  if (!entry.ok) throw new Error(JSON.stringify(entry.issues));
  return entry.values;
};
const complaint = (sent: Readonly<Record<string, unknown>>) => {
  const entry = send(sent);
  return entry.ok ? [] : entry.issues.map(({ column, message }) => `${column} ${message.zh}`);
};

describe('what a form sends', () => {
  test('text stays exactly as it was typed', () => {
    fc.assert(
      fc.property(
        fc
          .string({ unit: 'grapheme', minLength: 1, maxLength: 200 })
          .filter((said) => said.trim() !== '' && said.isWellFormed()),
        (words) => {
          expect(values({ words }).words).toBe(words);
        },
      ),
      { seed: 20261124, numRuns: 300 },
    );
  });

  test.each([
    '=IMPORTXML("http://example.com")',
    '@SUM(1)',
    '00123',
    '<b onclick="x()">加粗</b>',
    '👨‍👩‍👧 𠮷 㐂',
    ' 前后空格 ',
    '字'.repeat(50_000),
  ])('text %#', (words) => {
    expect(values({ words }).words).toBe(words);
  });

  test('numbers, money, days and hours in the usual spellings', () => {
    expect(
      values({
        count: '１２',
        cost: '￥1,200.50',
        day: '2028年2月29日',
        hour: '下午2点30分',
        when: '2026/11/24 8:05',
      }),
    ).toEqual({
      words: '好',
      count: 12,
      cost: 1200.5,
      day: '2028-02-29',
      hour: '14:30:00',
      when: '2026-11-24T08:05:00',
    });
  });

  test('what a program sends: JSON numbers and booleans', () => {
    expect(values({ count: 3, cost: 0.1, agreed: true })).toEqual({
      words: '好',
      count: 3,
      cost: 0.1,
      agreed: true,
    });
  });

  test('telephone numbers, codes and addresses lose their width', () => {
    expect(values({ phone: '１３８００００１２３４', code: ' ＱＪ－００１ ' })).toEqual({
      words: '好',
      phone: '13800001234',
      code: 'QJ-001',
    });
  });

  test.each([
    '13800001234',
    '+8613800001234',
    '010-62345678',
    '62345678',
    '8012',
    '0571-8765432-21',
  ])('the telephone number %s', (phone) => {
    expect(values({ phone }).phone).toBe(phone);
  });

  test('blank fields are left out, whether absent, null, empty or of spaces', () => {
    expect(values({ code: null, phone: '', place: '  ', count: undefined })).toEqual({
      words: '好',
    });
  });

  test('the largest and smallest allowed', () => {
    expect(values({ count: 1, cost: 0 })).toMatchObject({ count: 1, cost: 0 });
    expect(values({ count: 100, cost: 999_999_999_999.99 })).toMatchObject({
      count: 100,
      cost: 999_999_999_999.99,
    });
  });
});

describe('what is refused, and where', () => {
  test.each<[Readonly<Record<string, unknown>>, string]>([
    [{ words: undefined }, 'words 请填写说明'],
    [{ words: ' 　\n' }, 'words 请填写说明'],
    [{ words: 5 }, 'words 请填文字'],
    [{ words: ['好'] }, 'words 这一栏的格式不对'],
    [{ words: '字'.repeat(60_000) }, 'words 文字太长，最多 50000 字'],
    [{ words: '坏\ud800字' }, 'words 含有损坏的字符，请重新输入'],
    [{ count: 0 }, 'count 不能小于 1'],
    [{ count: 101 }, 'count 不能大于 100'],
    [{ count: 1.5 }, 'count 请填整数'],
    [{ count: '几个' }, 'count 请只填数字'],
    [{ count: Number.POSITIVE_INFINITY }, 'count 这一栏的格式不对'],
    [{ cost: -0.01 }, 'cost 不能小于 0'],
    [{ cost: 1.005 }, 'cost 金额最多两位小数'],
    [{ cost: 1e13 }, 'cost 数字太大，请核对单位和位数'],
    [{ day: '2026-02-29' }, 'day 请填日期，如 2026-11-24'],
    [{ day: 46_350 }, 'day 请填日期或时间'],
    [{ hour: '25:00' }, 'hour 请填时间，如 14:30'],
    [{ kind: '中修' }, 'kind 请从下拉中选择'],
    [{ kind: '__proto__' }, 'kind 请从下拉中选择'],
    [{ phone: '12' }, 'phone 请填正确的电话号码'],
    // As long as an identity card, which nobody should type here.
    [{ phone: '110101199001011234' }, 'phone 请填正确的电话号码'],
    [{ phone: '王老师' }, 'phone 请填正确的电话号码'],
    [{ mail: 'wang@' }, 'mail 请填正确的邮箱'],
    [{ address: 'javascript:alert(1)' }, 'address 请填以 http 开头的网址'],
    [{ code: 'A'.repeat(65) }, 'code 编号太长，最多 64 个字符'],
    [{ place: '教学楼 A999' }, 'place 名单里没有“教学楼 A999”，请从名单中选'],
    [{ state: 'open' }, 'state 表单没有这一栏'],
    [{ colour: '红' }, 'colour 表单没有这一栏'],
  ])('%#: %o', (sent, says) => {
    expect(complaint(sent)).toContain(says);
  });

  test('every field at once, so that nobody mends one after the other', () => {
    expect(complaint({ words: '', count: 'x', day: 'y' })).toHaveLength(3);
  });

  test('a name is believed where the list cannot be seen', () => {
    expect(entryFrom(register, { words: '好', place: '教学楼 A999' }).ok).toBe(true);
  });

  test('a register without a form takes nothing', () => {
    const { form: _, ...formless } = register;
    expect(entryFrom(formless, { words: '好' }).ok).toBe(false);
  });
});
