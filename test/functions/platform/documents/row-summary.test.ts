import { describe, expect, it } from 'vitest';
import { rowState, rowSummary, rowsHandedUp, sourceFinder } from '#platform/documents/index.ts';
import { repairs } from '#schema/registers/service/repairs.ts';
import { localDate } from '#schema/values.ts';
import { row } from '../../../sheets-schema/made.ts';

const broken = row(1, {
  place: '教学楼 A201',
  fault: '后排第三盏灯不亮，找王老师 13800001234',
  reporter: '王老师',
  phone: '13800001234',
  state: 'handedUp',
});

describe('a row in one line', () => {
  it('says the place and what it is about, and nothing personal', () => {
    expect(rowSummary(repairs, broken)).toBe('教学楼 A201：后排第三盏灯不亮，找王老师 （号码略）');
  });

  it('does not say the place twice', () => {
    const said = row(1, { place: '水泵房', fault: '水泵房漏水' });
    expect(rowSummary(repairs, said)).toBe('水泵房漏水');
  });

  it('is cut to its length', () => {
    expect([...rowSummary(repairs, broken, 12)]).toHaveLength(12);
  });

  it('says how it stands in the words of the sheet', () => {
    expect(rowState(repairs, broken)).toBe('已上报');
  });

  it('finds what was handed up', () => {
    expect(rowsHandedUp(repairs, [broken, row(2, { state: 'done' })])).toEqual([broken]);
  });
});

describe('where rows are', () => {
  const read = {
    register: repairs,
    address: {
      spreadsheetId: 's',
      sheetId: 7,
      title: '报修',
      url: 'https://docs.google.com/spreadsheets/d/s/edit#gid=7',
    },
    rows: [],
    rowNumbers: new Map([
      [row(1, {}).id, 12],
      [row(2, {}).id, 5],
    ]),
  };
  const find = sourceFinder(new Map([['repairs', read]]), localDate.parse('2026-11-24'));

  it('leads from the first to the last of them', () => {
    expect(find('repairs', [row(1, {}).id, row(2, {}).id])).toEqual({
      register: '报修',
      rows: 2,
      until: '2026-11-24',
      url: 'https://docs.google.com/spreadsheets/d/s/edit#gid=7&range=5:12',
    });
  });

  it('leads to the tab when there are none', () => {
    expect(find('repairs', [])?.url).toBe('https://docs.google.com/spreadsheets/d/s/edit#gid=7');
  });

  it('is unknown for a register that was not read', () => {
    expect(find('items', [])).toBeUndefined();
  });
});
