import { describe, expect, it } from 'vitest';
import { batchOn, refusalOf } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const plain = spreadsheetOf([sheetOf(0, '报修', [['编号']])]);
const range = { sheetId: 0, startRowIndex: 0, endRowIndex: 9 };
const white = { rgbColor: { red: 1, green: 1, blue: 1 } };
const rowProperties = { firstBandColorStyle: white };

describe('bandings', () => {
  const add = (bandedRange: object) => ({ addBanding: { bandedRange } });
  const banded = batchOn(plain, [add({ bandedRangeId: 8, range, rowProperties })]).spreadsheet;

  it('answer their id', () => {
    const { replies } = batchOn(plain, [add({ bandedRangeId: 8, range, rowProperties })]);
    expect(replies).toEqual([
      { addBanding: { bandedRange: { bandedRangeId: 8, range, rowProperties } } },
    ]);
  });

  it('do not overlap', () => {
    expect(refusalOf(banded, [add({ range, rowProperties })])).toContain(
      'You cannot add alternating background colors to a range that already has alternating background colors.',
    );
  });

  it('change by the mask and go by their id', () => {
    const update = {
      updateBanding: {
        bandedRange: { bandedRangeId: 8, rowProperties: { secondBandColorStyle: white } },
        fields: 'rowProperties.secondBandColorStyle',
      },
    };
    const { spreadsheet } = batchOn(banded, [update]);
    expect(spreadsheet.sheets[0]?.bandedRanges).toEqual([
      {
        bandedRangeId: 8,
        range,
        rowProperties: { ...rowProperties, secondBandColorStyle: white },
      },
    ]);
    const gone = batchOn(banded, [{ deleteBanding: { bandedRangeId: 8 } }]).spreadsheet;
    expect(gone.sheets[0]?.bandedRanges).toEqual([]);
    expect(refusalOf(gone, [{ deleteBanding: { bandedRangeId: 8 } }])).toContain('No banding');
  });

  it('need colours', () => {
    expect(refusalOf(plain, [add({ range })])).toContain('must be specified');
  });
});

describe('filter views', () => {
  const criteria = { '0': { hiddenValues: ['完成'] } };
  const add = { addFilterView: { filter: { filterViewId: 3, title: '未完', range, criteria } } };
  const filtered = batchOn(plain, [add]).spreadsheet;

  it('answer their criteria in both forms', () => {
    expect(batchOn(plain, [add]).replies[0]?.addFilterView?.filter).toEqual({
      filterViewId: 3,
      title: '未完',
      range,
      criteria,
      filterSpecs: [{ columnIndex: 0, filterCriteria: criteria['0'] }],
    });
  });

  it('are copied, renamed and deleted', () => {
    const { replies, spreadsheet } = batchOn(filtered, [
      { duplicateFilterView: { filterId: 3 } },
      { updateFilterView: { filter: { filterViewId: 3, title: '待办' }, fields: 'title' } },
    ]);
    expect(replies[0]?.duplicateFilterView?.filter?.title).toBe('Copy of 未完');
    expect(spreadsheet.sheets[0]?.filterViews.map((view) => view.title)).toEqual([
      'Copy of 未完',
      '待办',
    ]);
    const gone = batchOn(spreadsheet, [{ deleteFilterView: { filterId: 3 } }]).spreadsheet;
    expect(gone.sheets[0]?.filterViews.map((view) => view.title)).toEqual(['Copy of 未完']);
  });
});

describe('the filter buttons of a tab', () => {
  it('are set and cleared', () => {
    const { spreadsheet } = batchOn(plain, [{ setBasicFilter: { filter: { range } } }]);
    expect(spreadsheet.sheets[0]?.basicFilter).toEqual({ range });
    const cleared = batchOn(spreadsheet, [{ clearBasicFilter: { sheetId: 0 } }]).spreadsheet;
    expect(cleared.sheets[0]?.basicFilter).toBeUndefined();
  });

  it('are refused with criteria, which would have to hide rows', () => {
    const filter = { range, criteria: { '0': { hiddenValues: ['完成'] } } };
    expect(refusalOf(plain, [{ setBasicFilter: { filter } }])).toContain('501');
  });
});

it('kinds that are not served are refused, never ignored', () => {
  expect(refusalOf(plain, [{ addChart: { chart: {} } }])).toContain(
    'requests[0].addChart is not served by the local Google',
  );
  expect(refusalOf(plain, [{ addDimensionGroup: {} }])).toContain('501');
});
