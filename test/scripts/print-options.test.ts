import { describe, expect, it } from 'vitest';
import { registers } from '#schema/registers/index.ts';
import { printOptions } from '#scripts/print/options.ts';

const read = (...args: string[]) => printOptions(args, registers);

describe('npm run print', () => {
  it('takes a register, a month as people write it, columns, another sheet, a file and a folder', () => {
    expect(
      read('repairs', '--month', '2026年11月', '--columns', 'place,state', '--pdf', 'a.pdf'),
    ).toEqual({
      register: 'repairs',
      month: '2026-11',
      columns: 'place,state',
      paper: undefined,
      pdf: 'a.pdf',
      state: '.houqin',
    });
    expect(read('roster', '--paper', 'wall', '--state', 'here')).toMatchObject({
      paper: 'wall',
      state: 'here',
      month: undefined,
    });
  });

  it('names the registers when there is none of that name, or none at all', () => {
    expect(() => read('nothing')).toThrow(/没有登记簿 nothing.*repairs 报修/s);
    expect(() => read()).toThrow(/请写登记簿.*repairs 报修/s);
  });

  it('refuses a month that is none, an empty file, an option that it does not know', () => {
    expect(() => read('repairs', '--month', 'soon')).toThrow('月份应如 2026-11');
    expect(() => read('repairs', '--pdf', '')).toThrow('--pdf takes a file');
    expect(() => read('repairs', '--paper-size', 'A3')).toThrow();
  });
});
