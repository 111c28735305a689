import type { Area } from './a1.ts';
import type { Edits } from './edits.ts';
import type { MenuItem } from './worksheet.ts';

/** What a right click offers for the selected cells. */
export function menuFor(
  area: Area,
  edits: Edits,
  more: {
    copy(): void;
    clear(): void;
    /** Whether hidden columns lie in or beside the selection. */
    readonly hasHidden: boolean;
    readonly isWholeRows: boolean;
    readonly isWholeColumns: boolean;
  },
): readonly (readonly MenuItem[])[] {
  const rows = area.bottom - area.top;
  const columns = area.right - area.left;
  const item = (title: string, work: () => unknown): MenuItem => ({
    title,
    run: () => void work(),
  });
  const many = (count: number, unit: string) => (count > 1 ? `${count} ${unit}` : `1 ${unit}`);
  const sorting = [
    item('升序排序（A → Z）', () => edits.sort(area, 'ASCENDING')),
    item('降序排序（Z → A）', () => edits.sort(area, 'DESCENDING')),
  ];
  const rowItems = [
    item(`在上面插入 ${many(rows, '行')}`, () => edits.insert('ROWS', area, 'before')),
    item(`在下面插入 ${many(rows, '行')}`, () => edits.insert('ROWS', area, 'after')),
    item(`删除 ${many(rows, '行')}`, () => edits.remove('ROWS', area)),
  ];
  const columnItems = [
    item(`在左边插入 ${many(columns, '列')}`, () => edits.insert('COLUMNS', area, 'before')),
    item(`在右边插入 ${many(columns, '列')}`, () => edits.insert('COLUMNS', area, 'after')),
    ...(area.left > 0
      ? [item('这一列移到左边', () => edits.move('COLUMNS', area.left, area.left - 1))]
      : []),
    item('这一列移到右边', () => edits.move('COLUMNS', area.left, area.left + 1)),
    item('隐藏列', () => edits.hide(area, true)),
    ...(more.hasHidden ? [item('取消隐藏列', () => edits.hide(area, false))] : []),
    item(`删除 ${many(columns, '列')}`, () => edits.remove('COLUMNS', area)),
  ];
  return [
    ...(more.isWholeRows ? [] : [sorting]),
    ...(more.isWholeColumns ? [] : [rowItems]),
    ...(more.isWholeRows ? [] : [columnItems]),
    [item('复制', more.copy), item('清除内容', more.clear)],
  ];
}
