import type { SheetsSchema } from '#platform/google/index.ts';
import type { Column } from '#schema/columns.ts';
import type { Cell } from '#schema/values.ts';
import { cell, type Place } from './place.ts';

type Request = SheetsSchema.Schema$Request;

/** What a person types: words for each kind of column, some of them wrong. */
export interface Typing {
  fill(column: Column, number: number): Cell;
  typedCell(place: Place, row: number, column: number, number: number): Request;
  /** Cells of a new row: most of what a form asks and a few more. */
  typedRow(place: Place, row: number): Request[];
}

export function createTyping(): Typing {
  let typed = 0;

  const fill = (column: Column, number: number): Cell => {
    typed += 1;
    switch (column.kind) {
      case 'quantity':
      case 'money':
        return number % 7 === 0 ? '半天' : (number % 9) + 1;
      case 'choice':
        return (
          Object.values(column.choices)[number % (Object.keys(column.choices).length + 1)]?.zh ??
          '随便'
        );
      case 'yesNo':
        return number % 2 === 0 ? '是' : '否';
      case 'date':
        return 46_340 + (number % 12);
      case 'moment':
        return 46_340 + (number % 12) + (number % 8) / 8;
      case 'time':
        return (number % 8) / 8;
      case 'reference':
        return ['教学楼 A201', '操场', 'LED灯泡', '没有的'][number % 4];
      case 'phone':
        return `1380000${1000 + (number % 9000)}`;
      default:
        return number % 3 === 0 ? ['灯不亮', '门坏', '漏水'][(number % 9) % 3] : `第${typed}次`;
    }
  };

  const columnAt = ({ register, header }: Place, index: number): Column | undefined =>
    Object.values(register.columns).find(({ title }) => title.zh === header[index]);

  const typedCell = (place: Place, row: number, column: number, number: number): Request => {
    const known = columnAt(place, column);
    const value = known ? fill(known, number) : `自己的${number % 5}`;
    return cell(place.sheetId, row, column, value);
  };

  const typedRow = (place: Place, row: number): Request[] => {
    const { register, header, at } = place;
    return header.flatMap((title, index) => {
      const [key, column] =
        Object.entries(register.columns).find(([, one]) => one.title.zh === title) ?? [];
      if (!key || !column || column.filledByCode) return [];
      const wanted =
        column.required || register.form?.asks.includes(key) || (at[3] + index) % 6 === 0;
      return wanted && (at[2] + index) % 5 !== 0
        ? [cell(place.sheetId, row, index, fill(column, at[2] + index * 7))]
        : [];
    });
  };

  return { fill, typedCell, typedRow };
}
