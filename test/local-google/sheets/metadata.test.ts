import { describe, expect, it } from 'vitest';
import { lookUpMetadata, matchMetadata } from '#scripts/local-google/sheets/developer-metadata.ts';
import { batchOn, refusalOf } from './batch-on.ts';
import { sheetOf, spreadsheetOf } from './spreadsheet-of.ts';

const empty = spreadsheetOf([sheetOf(0, '报修', []), sheetOf(5, '待办', [])]);

const create = (developerMetadata: object) => ({ createDeveloperMetadata: { developerMetadata } });
const remove = (developerMetadataLookup: object) => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup } },
});
const token = (metadataId: number, metadataValue: string) => ({
  metadataId,
  metadataKey: 'commit',
  metadataValue,
  visibility: 'DOCUMENT',
  location: { spreadsheet: true },
});
const column = (index: number, key: string, sheetId = 0) => ({
  metadataKey: key,
  visibility: 'DOCUMENT',
  location: {
    dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
  },
});

describe('creating', () => {
  it('takes the id it is given and answers the type of the location', () => {
    const { replies } = batchOn(empty, [create(token(77, 'batch-1'))]);
    expect(replies).toEqual([
      {
        createDeveloperMetadata: {
          developerMetadata: {
            metadataId: 77,
            metadataKey: 'commit',
            metadataValue: 'batch-1',
            visibility: 'DOCUMENT',
            location: { locationType: 'SPREADSHEET', spreadsheet: true },
          },
        },
      },
    ]);
  });

  it('finds an id of its own otherwise', () => {
    const { replies } = batchOn(empty, [create(column(2, 'place')), create(column(3, 'place'))]);
    const ids = replies.map((one) => one.createDeveloperMetadata?.developerMetadata?.metadataId);
    expect(new Set(ids).size).toBe(2);
    expect(ids.every((id) => typeof id === 'number' && id > 0)).toBe(true);
  });

  it('refuses a second one of the same id, whatever it says', () => {
    const once = batchOn(empty, [create(token(77, 'batch-1'))]).spreadsheet;
    expect(refusalOf(once, [create(token(77, 'batch-1'))])).toBe(
      '400 Invalid requests[0].createDeveloperMetadata: Developer metadata ID 77 is already in use.',
    );
  });

  it.each([
    ['without a key', { ...token(1, ''), metadataKey: '' }, 'must always have a key'],
    ['without a visibility', { ...token(1, ''), visibility: undefined }, 'visibility'],
    ['with an id below one', token(0, ''), 'must be positive'],
    ['nowhere', { ...token(1, ''), location: {} }, 'exactly one of'],
    [
      'on two rows',
      {
        ...token(1, ''),
        location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 1, endIndex: 3 } },
      },
      'DimensionRange must represent a single row or column',
    ],
    [
      'on an open range',
      { ...token(1, ''), location: { dimensionRange: { sheetId: 0, dimension: 'ROWS' } } },
      'DimensionRange must specify both a startIndex and an endIndex',
    ],
    ['behind the last column', column(26, 'x'), 'is after last column'],
    ['on a tab that is not there', column(1, 'x', 9), 'No grid with id: 9'],
  ])('refuses one %s', (_, developerMetadata, words) => {
    expect(refusalOf(empty, [create(developerMetadata)])).toContain(words);
  });

  it('keeps 30,000 characters for the spreadsheet and as many for each tab', () => {
    const full = batchOn(empty, [
      create({ ...token(1, 'x'.repeat(29_994)) }),
      create({ ...column(1, 'k'.repeat(10)), metadataValue: 'x'.repeat(29_990) }),
      create({ ...column(1, 'k'.repeat(10), 5), metadataValue: 'x'.repeat(29_990) }),
    ]).spreadsheet;
    expect(refusalOf(full, [create(token(2, ''))])).toContain('limit of 30000 characters');
    expect(refusalOf(full, [create(column(3, 'k'))])).toContain('limit of 30000 characters');
    expect(() => batchOn(full, [remove({ metadataId: 1 }), create(token(2, ''))])).not.toThrow();
  });
});

describe('deleting', () => {
  const two = batchOn(empty, [
    create(token(1, 'epoch-4')),
    create(token(2, 'epoch-4')),
  ]).spreadsheet;

  it('by id and value together deletes only what has both', () => {
    const other = batchOn(two, [remove({ metadataId: 1, metadataValue: 'epoch-5' })]);
    expect(other.replies).toEqual([{ deleteDeveloperMetadata: {} }]);
    expect(other.spreadsheet.developerMetadata).toHaveLength(2);
    const same = batchOn(two, [remove({ metadataId: 1, metadataValue: 'epoch-4' })]);
    expect(same.spreadsheet.developerMetadata.map((one) => one.metadataId)).toEqual([2]);
    expect(
      same.replies[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata?.map(
        (one) => one.metadataId,
      ),
    ).toEqual([1]);
  });

  it('makes a fence: with the wrong epoch the create after it is refused, and so the whole batch', () => {
    const fenced = (epoch: string) => [
      remove({ metadataId: 1, metadataValue: epoch }),
      create(token(1, epoch)),
    ];
    expect(batchOn(two, fenced('epoch-4')).spreadsheet.developerMetadata).toHaveLength(2);
    expect(refusalOf(two, fenced('epoch-5'))).toContain('requests[1]');
  });
});

describe('updating', () => {
  it('changes the fields of the mask in all that are selected', () => {
    const before = batchOn(empty, [create(column(2, 'place')), create(column(3, 'fault'))]);
    const { replies, spreadsheet } = batchOn(before.spreadsheet, [
      {
        updateDeveloperMetadata: {
          dataFilters: [{ developerMetadataLookup: { metadataKey: 'place' } }],
          developerMetadata: { metadataValue: '地点', metadataKey: 'ignored' },
          fields: 'metadataValue',
        },
      },
    ]);
    expect(replies[0]?.updateDeveloperMetadata?.developerMetadata).toHaveLength(1);
    expect(
      spreadsheet.developerMetadata.map((one) => [one.metadataKey, one.metadataValue]),
    ).toEqual([
      ['place', '地点'],
      ['fault', undefined],
    ]);
  });

  it('refuses to update nothing in particular', () => {
    expect(
      refusalOf(empty, [{ updateDeveloperMetadata: { developerMetadata: {}, fields: '*' } }]),
    ).toContain('at least one data filter');
  });
});

describe('looking up', () => {
  const row = {
    metadataKey: 'row',
    visibility: 'DOCUMENT',
    location: { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } },
  };
  const tab = { metadataKey: 'tab', visibility: 'PROJECT', location: { sheetId: 0 } };
  const { spreadsheet } = batchOn(empty, [
    create(token(1, 'v')),
    create(column(2, 'place')),
    create(column(2, 'place', 5)),
    create(row),
    create(tab),
  ]);
  const keys = (lookup: object) =>
    lookUpMetadata(spreadsheet, lookup).map((one) => one.metadataKey);
  const third = { dimensionRange: { sheetId: 0, dimension: 'ROWS', startIndex: 3, endIndex: 4 } };

  it.each([
    ['nothing: all', {}, ['commit', 'place', 'place', 'row', 'tab']],
    ['a key', { metadataKey: 'place' }, ['place', 'place']],
    ['a type of location', { locationType: 'ROW' }, ['row']],
    ['a visibility', { visibility: 'PROJECT' }, ['tab']],
    ['a place: what crosses it', { metadataLocation: third }, ['place', 'row', 'tab']],
    [
      'exactly a place',
      { metadataLocation: third, locationMatchingStrategy: 'EXACT_LOCATION' },
      ['row'],
    ],
    [
      'the spreadsheet: nothing crosses it',
      { metadataLocation: { spreadsheet: true } },
      ['commit'],
    ],
    ['a tab', { metadataLocation: { sheetId: 5 } }, ['place']],
  ])('by %s', (_, lookup, found) => {
    expect(keys(lookup)).toEqual(found);
  });

  it.each([
    ['a strategy without a place', { locationMatchingStrategy: 'EXACT_LOCATION' }],
    [
      'a spreadsheet that intersects',
      {
        metadataLocation: { spreadsheet: true },
        locationMatchingStrategy: 'INTERSECTING_LOCATION',
      },
    ],
    [
      'a type beside an exact place',
      { metadataLocation: third, locationType: 'ROW', locationMatchingStrategy: 'EXACT_LOCATION' },
    ],
  ])('refuses %s', (_, lookup) => {
    expect(() => keys(lookup)).toThrow();
  });

  it('by a range of the grid finds what is attached to its rows, columns and tab', () => {
    const filter = { gridRange: { sheetId: 0, startColumnIndex: 2, endColumnIndex: 3 } };
    const found = matchMetadata(spreadsheet, filter, () => ({ sheetId: 0 }));
    expect(found.map((one) => one.metadataKey)).toEqual(['place', 'row', 'tab']);
  });
});
