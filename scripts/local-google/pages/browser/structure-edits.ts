import { type Area, columnLetters } from './a1.ts';
import { anchorOf, findAgain } from './anchor.ts';
import type { Sheet } from './answers.ts';
import { ask } from './ask.ts';
import type { EditTools } from './edits.ts';
import {
  type Dimension,
  deleteRequest,
  insertRequest,
  linesOf,
  moveRequest,
  sortedArea,
  sortRequest,
  wholeLines,
} from './structure.ts';

/** Edits of rows, columns and tabs as such. */
export interface StructureEdits {
  insert(dimension: Dimension, area: Area, side: 'before' | 'after'): Promise<void>;
  remove(dimension: Dimension, area: Area): Promise<void>;
  move(dimension: Dimension, from: number, to: number): Promise<void>;
  sort(area: Area, order: 'ASCENDING' | 'DESCENDING'): Promise<void>;
  resize(column: number, width: number): Promise<void>;
  hide(area: Area, hidden: boolean): Promise<void>;
  /** Answers whether there are more rows now. */
  addRows(count: number): Promise<boolean>;
  rename(sheet: Sheet): Promise<void>;
}

export function createStructureEdits(tools: EditTools): StructureEdits {
  const { present, notices, mayEdit, undos, send, attempt, refresh } = tools;

  const changeColumns = (left: number, right: number, properties: object, fields: string) =>
    attempt(async () => {
      const { sheetId = 0 } = present().sheet.properties;
      const range = { sheetId, dimension: 'COLUMNS', startIndex: left, endIndex: right };
      await send({ updateDimensionProperties: { range, properties, fields } });
    });

  return {
    async insert(dimension, area, side) {
      const { sheet } = present();
      const { sheetId = 0 } = sheet.properties;
      const { start, end } = linesOf(dimension, area);
      const at = side === 'before' ? start : end;
      // A new row lies beside the header, a new column cuts through it.
      const touched = wholeLines(sheet, dimension, start, end);
      if (dimension === 'COLUMNS' && !(await mayEdit(sheet, touched))) return;
      await attempt(() =>
        send(insertRequest(sheetId, dimension, at, end - start, side === 'after')),
      );
    },

    async remove(dimension, area) {
      const { sheet, view } = present();
      const { sheetId = 0 } = sheet.properties;
      const { start, end } = linesOf(dimension, area);
      const rows = view.rows.filter((row) => dimension === 'ROWS' && row >= start && row < end);
      const anchors = rows.map((row) => anchorOf(view, row));
      const agreed = await ask({
        title: `删除${namesOf(dimension, start, end)}？`,
        text:
          dimension === 'ROWS'
            ? '里面的内容会一起删除，不能撤销。'
            : '里面的内容会一起删除，不能撤销。系统要用的列请不要删，可以改名、移动或隐藏。',
        agree: '删除',
      });
      if (!agreed || !(await mayEdit(sheet, wholeLines(sheet, dimension, start, end)))) return;
      const isSame = present().view.sheetId === view.sheetId;
      if (!isSame || anchors.some((one) => findAgain(present().view, one) !== one.row)) {
        notices.say('这几行刚被别人移动过，没有删除。请再选一次。', 'wrong');
        return;
      }
      await attempt(() => send(deleteRequest(sheetId, dimension, start, end)));
    },

    async move(dimension, from, to) {
      const { sheet } = present();
      const { sheetId = 0 } = sheet.properties;
      const touched = wholeLines(sheet, dimension, Math.min(from, to), Math.max(from, to) + 1);
      if (!(await mayEdit(sheet, touched))) return refresh();
      await attempt(async () => {
        await send(moveRequest(sheetId, dimension, from, to));
        undos.add({
          undo: async () => {
            await send(moveRequest(sheetId, dimension, to, from));
            return undefined;
          },
        });
      });
    },

    async sort(area, order) {
      const { sheet } = present();
      const sorted = sortedArea(sheet, area);
      if (!(await mayEdit(sheet, sorted))) return;
      await attempt(() =>
        send(sortRequest(sheet.properties.sheetId ?? 0, sorted, area.left, order)),
      );
    },

    async resize(column, width) {
      const properties = { pixelSize: Math.max(20, Math.round(width)) };
      await changeColumns(column, column + 1, properties, 'pixelSize');
    },

    async hide({ left, right }, hiddenByUser) {
      await changeColumns(left, right, { hiddenByUser }, 'hiddenByUser');
    },

    addRows(length) {
      const { sheetId = 0 } = present().sheet.properties;
      return attempt(() => send({ appendDimension: { sheetId, dimension: 'ROWS', length } }));
    },

    async rename({ properties: { sheetId = 0, title } }) {
      const answer = await ask({ title: '标签页改名', agree: '改名', entry: title });
      if (!answer || answer.text === '' || answer.text === title) return;
      const properties = { sheetId, title: answer.text };
      await attempt(() => send({ updateSheetProperties: { properties, fields: 'title' } }));
    },
  };
}

function namesOf(dimension: Dimension, start: number, end: number): string {
  const many = end - start > 1;
  return dimension === 'ROWS'
    ? `第 ${start + 1}${many ? `–${end}` : ''} 行`
    : ` ${columnLetters(start)}${many ? `–${columnLetters(end - 1)}` : ''} 列`;
}
