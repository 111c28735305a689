import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/v4.js';
import type { Context, Principal } from '../service.ts';
import { metadataToContract } from './developer-metadata.ts';
import { type FieldMask, names, under } from './field-mask.ts';
import { filterViewToContract } from './filters.ts';
import type { Formulas } from './formulas.ts';
import { type GridSource, gridDataOf } from './grid-data.ts';
import type { BasicFilterState, GridRange, SheetState, SpreadsheetState } from './model.ts';
import { protectionToContract } from './protection.ts';
import { rangeInGrid } from './ranges.ts';
import { createRendering } from './render.ts';
import { tableToContract } from './tables.ts';

/** Which part of a spreadsheet an answer shows. */
export interface Shown {
  /** Only these tabs and, of their cells, these ranges; all if absent. */
  readonly ranges?: readonly GridRange[];
  /** Whether cells are shown. */
  readonly gridData: boolean;
  /** Of a `Spreadsheet`: what is not named need not be computed. */
  readonly mask: FieldMask;
}

interface Asked {
  readonly spreadsheet: SpreadsheetState;
  readonly context: Context;
  readonly principal: Principal;
  readonly formulas: Formulas;
}

/** A spreadsheet in the shape of the contract. */
export function spreadsheetAnswer(asked: Asked, shown: Shown): sheets_v4.Schema$Spreadsheet {
  const { spreadsheet, context, formulas } = asked;
  const source = { spreadsheet, formulas, rendering: createRendering(spreadsheet, formulas) };
  const sheetMask = under(shown.mask, 'sheets');
  const sheets = sheetMask
    ? spreadsheet.sheets.flatMap((sheet) => sheetAnswer(asked, source, sheet, shown, sheetMask))
    : [];
  const ownMetadata = spreadsheet.developerMetadata.filter(
    ({ location }) => location.type === 'spreadsheet',
  );
  const title = context.state.files.get(spreadsheet.spreadsheetId)?.name;
  return {
    spreadsheetId: spreadsheet.spreadsheetId,
    properties: { ...spreadsheet.properties, title: title ?? spreadsheet.properties.title },
    ...(sheets.length > 0 && { sheets }),
    ...(spreadsheet.namedRanges.length > 0 && {
      namedRanges: spreadsheet.namedRanges.map((named) => ({
        ...named,
        range: { ...named.range },
      })),
    }),
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${spreadsheet.spreadsheetId}/edit`,
    ...(ownMetadata.length > 0 && { developerMetadata: ownMetadata.map(metadataToContract) }),
  };
}

function sheetAnswer(
  { spreadsheet, context, principal }: Asked,
  source: GridSource,
  sheet: SheetState,
  shown: Shown,
  mask: FieldMask,
): sheets_v4.Schema$Sheet[] {
  const { sheetId } = sheet.properties;
  const ranges = shown.ranges?.filter((range) => range.sheetId === sheetId) ?? [{ sheetId }];
  if (ranges.length === 0) return [];
  const dataMask = under(mask, 'data');
  const data =
    shown.gridData && dataMask
      ? ranges.map((range) => gridDataOf(source, sheet, rangeInGrid(range, sheet), dataMask))
      : [];
  const metadata = names(mask, 'developerMetadata')
    ? spreadsheet.developerMetadata.filter(
        ({ location }) => location.type === 'sheet' && location.sheetId === sheetId,
      )
    : [];
  const protections = sheet.protectedRanges.map((one) =>
    protectionToContract(context.state, principal, spreadsheet, one),
  );
  return [
    {
      properties: { ...sheet.properties, gridProperties: { ...sheet.properties.gridProperties } },
      ...(data.length > 0 && { data }),
      ...listed(
        'merges',
        sheet.merges.map((merge) => ({ ...merge })),
      ),
      ...listed(
        'conditionalFormats',
        sheet.conditionalFormats.map(({ ranges: places, ...rule }) => ({
          ranges: places.map((place) => ({ ...place })),
          ...rule,
        })),
      ),
      ...listed('filterViews', sheet.filterViews.map(filterViewToContract)),
      ...listed('protectedRanges', protections),
      ...(sheet.basicFilter && { basicFilter: basicFilterToContract(sheet.basicFilter) }),
      ...listed(
        'bandedRanges',
        sheet.bandedRanges.map((banded) => ({ ...banded, range: { ...banded.range } })),
      ),
      ...listed('developerMetadata', metadata.map(metadataToContract)),
      ...listed('tables', sheet.tables.map(tableToContract)),
    },
  ];
}

/** Google leaves empty lists out. */
function listed<K extends string, T>(name: K, items: T[]) {
  return items.length === 0 ? {} : { [name]: items };
}

function basicFilterToContract(filter: BasicFilterState): sheets_v4.Schema$BasicFilter {
  const { range, sortSpecs, criteria, filterSpecs, ...rest } = filter;
  return {
    ...rest,
    range: { ...range },
    ...(sortSpecs && { sortSpecs: [...sortSpecs] }),
    ...(criteria && { criteria: { ...criteria } }),
    ...(filterSpecs && { filterSpecs: [...filterSpecs] }),
  };
}
