import { describe, expect, test } from 'vitest';
import { choice, moment, text } from '#schema/columns.ts';
import { count } from '#schema/figures/count.ts';
import { defineRegister } from '#schema/register.ts';
import { figuresIn } from '#schema/report.ts';
import { rowRule } from '#schema/rule.ts';

const title = { zh: '事', en: 'Matters' };
const columns = {
  at: moment(title, { required: true, stamped: true }),
  what: text(title, { required: true }),
  state: choice(title, { open: title }, { required: true }),
  hash: text(title, { required: true, filledByCode: true }),
};
const matters = {
  key: 'matters',
  title,
  purpose: title,
  workbook: 'service',
  columns,
  rules: [],
  figures: {
    all: count({ title, unit: title, counts: title, happened: 'at' }),
  },
  demo: () => [],
} as const;

describe('defineRegister', () => {
  test('takes a form that asks, starts, stamps or fills every required column', () => {
    const form = {
      audience: 'staff',
      asks: ['what'],
      intro: title,
      starts: { state: 'open' },
      example: { what: '好' },
    } as const;
    expect(defineRegister({ ...matters, form }).form?.asks).toEqual(['what']);
  });

  test('refuses one that forgets a required column', () => {
    const form = { audience: 'staff', asks: [], intro: title, example: {} } as const;
    expect(() => defineRegister({ ...matters, form })).toThrow(
      'register matters: its form forgets what; its form forgets state',
    );
  });

  test('refuses a sentence with a figure that nobody measures', () => {
    expect(() =>
      defineRegister({
        ...matters,
        report: { section: 'service', sentences: ['共{all|compared}，{some}。'] },
      }),
    ).toThrow('nobody measures some');
  });

  test('refuses a rule about a column that it lacks, when types could not tell', () => {
    const columnsOfAnother: Record<string, typeof columns.what> = { other: columns.what };
    const rule = rowRule<typeof columnsOfAnother>({
      key: 'other',
      columns: ['other'],
      catches: title,
      finds: () => undefined,
    });
    const { columns: own, ...rest } = matters;
    const untyped: Record<string, (typeof own)[keyof typeof own]> = own;
    expect(() => defineRegister({ ...rest, columns: untyped, rules: [rule] })).toThrow(
      'no column other',
    );
  });
});

test('figuresIn finds the figures of a sentence, compared or not', () => {
  expect(figuresIn('共{all|compared}，其中{part}；{all}。')).toEqual(['all', 'part', 'all']);
  expect(figuresIn('没有数字')).toEqual([]);
});
