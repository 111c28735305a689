import * as z from 'zod/mini';

// Compiled checks would need `new Function`, which the page's own policy forbids.
z.config({ jitless: true });

const colour = z.object({
  rgbColor: z.optional(
    z.object({
      red: z.optional(z.number()),
      green: z.optional(z.number()),
      blue: z.optional(z.number()),
    }),
  ),
});

const condition = z.object({
  type: z.string(),
  values: z.optional(z.array(z.object({ userEnteredValue: z.optional(z.string()) }))),
});

const gridRange = z.object({
  sheetId: z.optional(z.number()),
  startRowIndex: z.optional(z.number()),
  endRowIndex: z.optional(z.number()),
  startColumnIndex: z.optional(z.number()),
  endColumnIndex: z.optional(z.number()),
});

const table = z.object({
  tableId: z.string(),
  name: z.string(),
  range: gridRange,
  columnProperties: z.optional(
    z.array(
      z.object({
        columnIndex: z.optional(z.number()),
        columnType: z.optional(z.string()),
        dataValidationRule: z.optional(z.object({ condition: z.optional(condition) })),
      }),
    ),
  ),
});

const protection = z.object({
  protectedRangeId: z.number(),
  range: z.optional(gridRange),
  description: z.optional(z.string()),
  warningOnly: z.optional(z.boolean()),
  requestingUserCanEdit: z.optional(z.boolean()),
  unprotectedRanges: z.optional(z.array(gridRange)),
});

const sheet = z.object({
  properties: z.object({
    sheetId: z.optional(z.number()),
    title: z.string(),
    hidden: z.optional(z.boolean()),
    tabColorStyle: z.optional(colour),
    gridProperties: z.object({
      rowCount: z.number(),
      columnCount: z.number(),
      frozenRowCount: z.optional(z.number()),
      frozenColumnCount: z.optional(z.number()),
      hideGridlines: z.optional(z.boolean()),
    }),
  }),
  merges: z.optional(z.array(gridRange)),
  protectedRanges: z.optional(z.array(protection)),
  tables: z.optional(z.array(table)),
  basicFilter: z.optional(z.object({ range: z.optional(gridRange) })),
});

const entered = z.object({
  stringValue: z.optional(z.string()),
  numberValue: z.optional(z.number()),
  boolValue: z.optional(z.boolean()),
  formulaValue: z.optional(z.string()),
});

const cell = z.object({
  userEnteredValue: z.optional(entered),
  formattedValue: z.optional(z.string()),
  effectiveFormat: z.optional(
    z.object({
      backgroundColorStyle: z.optional(colour),
      textFormat: z.optional(
        z.object({
          bold: z.optional(z.boolean()),
          italic: z.optional(z.boolean()),
          strikethrough: z.optional(z.boolean()),
          underline: z.optional(z.boolean()),
          fontSize: z.optional(z.number()),
          foregroundColorStyle: z.optional(colour),
        }),
      ),
      horizontalAlignment: z.optional(z.string()),
      wrapStrategy: z.optional(z.string()),
      numberFormat: z.optional(z.object({ type: z.optional(z.string()) })),
    }),
  ),
  note: z.optional(z.string()),
  hyperlink: z.optional(z.string()),
  dataValidation: z.optional(
    z.object({ condition: z.optional(condition), strict: z.optional(z.boolean()) }),
  ),
});

const dimension = z.object({
  hiddenByUser: z.optional(z.boolean()),
  pixelSize: z.optional(z.number()),
});

const block = z.object({
  startRow: z.optional(z.number()),
  rowData: z.optional(z.array(z.object({ values: z.optional(z.array(cell)) }))),
  rowMetadata: z.optional(z.array(dimension)),
  columnMetadata: z.optional(z.array(dimension)),
});

/** A spreadsheet without its cells. */
export const outline = z.object({
  properties: z.object({ title: z.string() }),
  sheets: z.array(sheet),
});

/** Blocks of one tab's cells, one for each range that was asked for. */
export const blocks = z.object({
  sheets: z.optional(z.array(z.object({ data: z.optional(z.array(block)) }))),
});

/** Values as texts; blank rows and cells at the end are left out. */
export const values = z.object({ values: z.optional(z.array(z.array(z.unknown()))) });

/** What was written where. */
export const written = z.object({
  responses: z.optional(z.array(z.object({ updatedData: z.optional(values) }))),
});

export const nothing = z.object({});

export const linkTarget = z.object({ link: z.nullable(z.string()) });

/** Google's error. */
export const problem = z.object({ error: z.object({ code: z.number(), message: z.string() }) });

export type Outline = z.infer<typeof outline>;
export type Sheet = z.infer<typeof sheet>;
export type Cell = z.infer<typeof cell>;
export type EnteredValue = z.infer<typeof entered>;
export type Block = z.infer<typeof block>;
export type Condition = z.infer<typeof condition>;
export type Colour = z.infer<typeof colour>;
export type Protection = z.infer<typeof protection>;
export type Table = z.infer<typeof table>;
export type GridRange = z.infer<typeof gridRange>;
