import type { Column } from '#schema/columns.ts';
import type { SheetsSchema as sheets_v4 } from '../../google/index.ts';
import { numberFormatOf } from '../cell-data.ts';
import { columnMark, columnMarkId, columnMetadataKey, findingColumn } from '../frame-columns.ts';
import { columnLetters, listsTab, quoted } from '../tabs.ts';

type Request = sheets_v4.Schema$Request;

const widths: Readonly<Record<Column['kind'], number>> = {
  text: 160,
  code: 110,
  phone: 120,
  email: 180,
  link: 160,
  photo: 120,
  yesNo: 70,
  date: 105,
  time: 80,
  moment: 140,
  quantity: 90,
  money: 90,
  choice: 100,
  reference: 140,
  rowLink: 120,
};

/** One column of a tab that is being laid out. */
export interface ColumnPlace {
  readonly sheetId: number;
  readonly register: string;
  readonly key: string;
  readonly column: Column;
  readonly index: number;
}

/** Header, metadata, width and number format of a column. */
export function columnRequests(place: ColumnPlace): Request[] {
  const { sheetId, column, index, key } = place;
  const numberFormat = key === findingColumn ? undefined : numberFormatOf(column);
  return [
    headerRequest(place),
    markRequest(place),
    {
      updateDimensionProperties: {
        range: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        properties: {
          pixelSize:
            column.width ?? (column.kind === 'text' && column.long ? 260 : widths[column.kind]),
          hiddenByUser: column.hidden ?? false,
        },
        fields: 'pixelSize,hiddenByUser',
      },
    },
    ...(numberFormat === undefined
      ? []
      : [
          {
            repeatCell: {
              range: bodyOf(sheetId, index),
              cell: { userEnteredFormat: { numberFormat } },
              fields: 'userEnteredFormat.numberFormat',
            },
          },
        ]),
  ];
}

/** The header cell: title, with the help as its note. */
export function headerRequest({ sheetId, column, index }: ColumnPlace): Request {
  const unit = column.kind === 'quantity' && column.unit ? `（${column.unit.zh}）` : '';
  const note = [
    column.help?.zh,
    unit && `单位${unit}`,
    column.required && !column.filledByCode ? '必填' : '',
  ]
    .filter(Boolean)
    .join('；');
  return {
    updateCells: {
      start: { sheetId, rowIndex: 0, columnIndex: index },
      rows: [
        {
          values: [
            {
              userEnteredValue: { stringValue: column.title.zh },
              userEnteredFormat: {
                backgroundColorStyle: { rgbColor: column.filledByCode ? grey : teal },
                textFormat: { bold: true, foregroundColorStyle: { rgbColor: white } },
                verticalAlignment: 'MIDDLE',
                wrapStrategy: 'WRAP',
              },
              ...(note === '' ? {} : { note }),
            },
          ],
        },
      ],
      fields: 'userEnteredValue,userEnteredFormat,note',
    },
  };
}

/** The developer metadata by which a column is found again wherever staff move it. */
export function markRequest({
  sheetId,
  register,
  key,
  index,
}: Pick<ColumnPlace, 'sheetId' | 'register' | 'key' | 'index'>): Request {
  return {
    createDeveloperMetadata: {
      developerMetadata: {
        metadataId: columnMarkId(register, key),
        metadataKey: columnMetadataKey,
        metadataValue: columnMark(register, key),
        visibility: 'DOCUMENT',
        location: {
          dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
        },
      },
    },
  };
}

/** The words a drop-down offers, for a choice or yes/no column. */
export function dropDownWords(column: Column): string[] | undefined {
  if (column.kind === 'yesNo') return ['是', '否'];
  if (column.kind === 'choice') return Object.values(column.choices).map((label) => label.zh);
  return undefined;
}

/** A drop-down of our own on an untyped column; not strict, so that nobody's entry is thrown away. */
export function dropDownRequest(place: ColumnPlace, listColumn: number | undefined): Request[] {
  const { sheetId, column, index } = place;
  const words = dropDownWords(column);
  const condition =
    column.kind === 'reference' && listColumn !== undefined
      ? { type: 'ONE_OF_RANGE', values: [{ userEnteredValue: listRange(listColumn) }] }
      : words && {
          type: 'ONE_OF_LIST',
          values: words.map((userEnteredValue) => ({ userEnteredValue })),
        };
  return condition
    ? [
        {
          setDataValidation: {
            range: bodyOf(sheetId, index),
            rule: { condition, strict: false, showCustomUi: true },
          },
        },
      ]
    : [];
}

function listRange(listColumn: number): string {
  const letters = columnLetters(listColumn);
  return `=${quoted(listsTab.title)}!$${letters}$2:$${letters}`;
}

function bodyOf(sheetId: number, index: number): sheets_v4.Schema$GridRange {
  return { sheetId, startRowIndex: 1, startColumnIndex: index, endColumnIndex: index + 1 };
}

const teal = { red: 0.11, green: 0.38, blue: 0.42 };
const grey = { red: 0.42, green: 0.45, blue: 0.48 };
const white = { red: 1, green: 1, blue: 1 };
