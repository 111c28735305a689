import type { SheetsSchema } from '#platform/google/index.ts';
import type { EditName } from './edits.ts';
import {
  blank,
  blankRow,
  cell,
  copied,
  cut,
  deleted,
  inserted,
  lastRow,
  type Place,
  rectangle,
  rowIn,
  sorted,
  wide,
} from './place.ts';
import type { Typing } from './typing.ts';

/** The requests of one edit in a tab as it stands. */
export type Gesture = (place: Place) => readonly SheetsSchema.Schema$Request[];

/** What Google does when a person does each of them; a form is sent and a table reverted otherwise. */
export function gesturesOf(typing: Typing): Readonly<Record<EditName, Gesture>> {
  return {
    typeCell: (place) => [
      typing.typedCell(
        place,
        rowIn(place, 0),
        1 + (place.at[1] % Math.max(1, place.visible - 1)),
        place.at[2],
      ),
    ],
    typeRow: (place) => typing.typedRow(place, lastRow(place) + 1),
    sendForm: () => [],
    clearCells: (place) => [
      blank(rectangle(place, rowIn(place, 0), 1 + (place.at[2] % 3), place.at[1], 3)),
    ],
    clearRow: (place) => [blank(wide(place, rowIn(place, 0), 1, place.visible))],
    retypeClearedRow: (place) => {
      const row = blankRow(place);
      return row === undefined ? [] : typing.typedRow(place, row);
    },
    pasteBlock: (place) => [
      copied(
        rectangle(place, rowIn(place, 0), 1 + (place.at[1] % 3), place.at[2], 4),
        rectangle(place, rowIn(place, 3), 1 + (place.at[1] % 3), place.at[2], 4),
      ),
    ],
    copyRow: (place) => [
      copied(
        wide(place, rowIn(place, 0), 1, place.header.length),
        wide(place, lastRow(place) + 1, 1, place.header.length),
      ),
    ],
    copyRowAbove: (place) => [
      inserted(place, 'ROWS', 1, 1),
      copied(
        wide(place, rowIn(place, 0) + 1, 1, place.header.length),
        wide(place, 1, 1, place.header.length),
      ),
    ],
    pasteRowOver: (place) => [
      copied(
        wide(place, rowIn(place, 0), 1, place.header.length),
        wide(place, rowIn(place, 1), 1, place.header.length),
      ),
    ],
    cutCells: (place) => [
      cut(
        wide(place, rowIn(place, 0), 1 + (place.at[2] % 2), place.visible - 1, 1),
        place.at[1] % 2 === 0 ? lastRow(place) + 2 : rowIn(place, 3),
        1,
      ),
    ],
    cutRow: (place) => [
      cut(wide(place, rowIn(place, 0), 1, place.header.length), lastRow(place) + 2, 0),
    ],
    deleteRows: (place) => {
      const from = rowIn(place, 0);
      return [deleted(place, 'ROWS', from, 1 + (place.at[1] % 3))];
    },
    insertRows: (place) => [inserted(place, 'ROWS', rowIn(place, 0), 1 + (place.at[1] % 2))],
    insertColumn: (place) => {
      const index = place.at[0] % (place.header.length + 1);
      return [
        inserted(place, 'COLUMNS', index, 1),
        cell(place.sheetId, 0, index, `自己的栏${place.at[1]}`),
      ];
    },
    deleteOwnColumn: (place) => {
      const index = place.header.findIndex((title) => title.startsWith('自己的栏'));
      return index < 0 ? [] : [deleted(place, 'COLUMNS', index, 1)];
    },
    moveColumn: (place) => [
      {
        moveDimension: {
          source: {
            sheetId: place.sheetId,
            dimension: 'COLUMNS',
            startIndex: place.at[0] % place.header.length,
            endIndex: (place.at[0] % place.header.length) + 1,
          },
          destinationIndex: place.at[1] % (place.header.length + 1),
        },
      },
    ],
    renameHeader: (place) => [
      cell(place.sheetId, 0, place.at[0] % place.header.length, `改名${place.at[1]}`),
    ],
    deleteHeader: (place) => [cell(place.sheetId, 0, place.at[0] % place.header.length, undefined)],
    swapHeaders: (place) => {
      const [one, other] = [place.at[0] % place.visible, place.at[1] % place.visible];
      return [
        cell(place.sheetId, 0, one, place.header[other]),
        cell(place.sheetId, 0, other, place.header[one]),
      ];
    },
    sort: (place) => [sorted(place, 0, place.header.length)],
    sortHalf: (place) => {
      const start = place.at[1] % place.header.length;
      return [sorted(place, start, start + 1 + (place.at[2] % (place.header.length - start)))];
    },
    sortVisible: (place) => [sorted(place, place.at[1] % 2, place.visible)],
    exchangeRows: (place) => {
      const [one, other, beneath] = [rowIn(place, 0), rowIn(place, 1), lastRow(place) + 5];
      const row = (index: number) => wide(place, index, 1, place.visible - 1, 1);
      return one === other
        ? []
        : [cut(row(one), beneath, 1), cut(row(other), one, 1), cut(row(beneath), other, 1)];
    },
    removeDropDown: (place) => [
      {
        setDataValidation: {
          range: {
            sheetId: place.sheetId,
            startRowIndex: 1,
            startColumnIndex: place.at[0] % place.header.length,
            endColumnIndex: (place.at[0] % place.header.length) + 1,
          },
        },
      },
    ],
    removeProtection: () => [],
    removeTable: () => [],
    duplicateTab: (place) => [
      {
        duplicateSheet: {
          sourceSheetId: place.sheetId,
          newSheetName: `${place.title}的副本${place.at[0]}`,
        },
      },
    ],
    renameTab: (place) => [
      {
        updateSheetProperties: {
          properties: {
            sheetId: place.sheetId,
            title: `改名${place.register.title.zh}${place.at[0]}`,
          },
          fields: 'title',
        },
      },
    ],
    deleteTab: (place) => [{ deleteSheet: { sheetId: place.sheetId } }],
  };
}
