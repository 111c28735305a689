import { describe, expect, it } from 'vitest';
import { freshId, openScratch, withTab, writeRows } from './scratch.ts';

const scratch = await openScratch();

const create = (metadataId: number, metadataValue: string, sheetId: number) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataId,
      metadataKey: 'houqin-probe',
      metadataValue,
      visibility: 'DOCUMENT',
      location: { sheetId },
    },
  },
});
const remove = (lookup: object) => ({
  deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: lookup } },
});
const attach = (dimension: 'ROWS' | 'COLUMNS', index: number, sheetId: number, key: string) => ({
  createDeveloperMetadata: {
    developerMetadata: {
      metadataKey: key,
      visibility: 'DOCUMENT',
      location: { dimensionRange: { sheetId, dimension, startIndex: index, endIndex: index + 1 } },
    },
  },
});

describe('M1 a metadata id of our own', () => {
  it('M1a is taken, and a second of the same id is refused with 400', () =>
    withTab(scratch, [], async ({ batch, refusal, sheetId }) => {
      const id = freshId();
      const answer = await batch([create(id, 'first', sheetId)]);
      expect(answer.replies?.[0]?.createDeveloperMetadata?.developerMetadata?.metadataId).toBe(id);
      expect(await refusal([create(id, 'second', sheetId)])).toMatch(/^400 /);
      expect(await refusal([create(id, 'first', sheetId)])).toMatch(/^400 /);
    }));

  it('M1b is refused with the whole batch: no row is written beside it', () =>
    withTab(scratch, [], async ({ batch, refusal, values, sheetId }) => {
      const id = freshId();
      await batch([create(id, 'first', sheetId)]);
      await refusal([writeRows(sheetId, 0, [['写了']]), create(id, 'second', sheetId)]);
      expect(await values('A1:A1')).toEqual([]);
    }));

  it('M1c can be taken again in the batch that deletes it', () =>
    withTab(scratch, [], async ({ batch, sheetId }) => {
      const id = freshId();
      await batch([create(id, 'epoch-1', sheetId)]);
      const answer = await batch([
        remove({ metadataId: id, metadataValue: 'epoch-1' }),
        create(id, 'epoch-1', sheetId),
      ]);
      const deleted = answer.replies?.[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata;
      expect(deleted?.map((one) => one.metadataId)).toEqual([id]);
    }));
});

describe('M2 deleting metadata', () => {
  it('M2a by id and value together deletes nothing if the value is another, and is no error', () =>
    withTab(scratch, [], async ({ batch, sheetId }) => {
      const id = freshId();
      await batch([create(id, 'epoch-1', sheetId)]);
      const answer = await batch([remove({ metadataId: id, metadataValue: 'epoch-2' })]);
      expect(answer.replies?.[0]?.deleteDeveloperMetadata?.deletedDeveloperMetadata ?? []).toEqual(
        [],
      );
      expect(await tokensOf(id)).toEqual(['epoch-1']);
    }));

  it('M2b with the wrong epoch makes the fence refuse the batch', () =>
    withTab(scratch, [], async ({ batch, refusal, values, sheetId }) => {
      const id = freshId();
      await batch([create(id, 'epoch-1', sheetId)]);
      const stale = await refusal([
        remove({ metadataId: id, metadataValue: 'epoch-0' }),
        create(id, 'epoch-0', sheetId),
        writeRows(sheetId, 0, [['写了']]),
      ]);
      expect(stale).toMatch(/^400 /);
      expect(await values('A1:A1')).toEqual([]);
    }));

  const columnAt = (index: number, sheetId: number) => ({
    dimensionRange: { sheetId, dimension: 'COLUMNS', startIndex: index, endIndex: index + 1 },
  });
  const held = (id: number, index: number, sheetId: number) => [
    remove({
      metadataId: id,
      metadataLocation: columnAt(index, sheetId),
      locationMatchingStrategy: 'EXACT_LOCATION',
    }),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: id,
          metadataKey: 'houqin-probe',
          visibility: 'DOCUMENT',
          location: columnAt(index, sheetId),
        },
      },
    },
  ];

  it('M2d by id and exact place, and making it again there, passes while the column stands', () =>
    withTab(scratch, [['编号', '地点', '备注']], async ({ batch, values, sheetId }) => {
      const id = freshId();
      await batch(held(id, 1, sheetId));
      await batch([...held(id, 1, sheetId), writeRows(sheetId, 1, [['写了']])]);
      expect(await values('A2:A2')).toEqual([['写了']]);
    }));

  it('M2e is refused with all that follows when the column has moved', () =>
    withTab(scratch, [['编号', '地点', '备注']], async ({ batch, refusal, values, sheetId }) => {
      const id = freshId();
      await batch(held(id, 1, sheetId));
      await batch([
        {
          insertDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          },
        },
      ]);
      const stale = [...held(id, 1, sheetId), writeRows(sheetId, 1, [['写了']])];
      expect(await refusal(stale)).toMatch(/^400 /);
      expect(await values('A2:A2')).toEqual([]);
    }));

  it('M2f is refused with all that follows when the column has changed places with another', () =>
    withTab(scratch, [['编号', '地点', '备注']], async ({ batch, refusal, values, sheetId }) => {
      const id = freshId();
      await batch(held(id, 1, sheetId));
      await batch([
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
            destinationIndex: 0,
          },
        },
      ]);
      const stale = [...held(id, 1, sheetId), writeRows(sheetId, 1, [['写了']])];
      expect(await refusal(stale)).toMatch(/^400 /);
      expect(await values('A2:A2')).toEqual([]);
    }));

  it('M2c of one that nobody has is no error', () =>
    withTab(scratch, [], async ({ batch }) => {
      const answer = await batch([remove({ metadataId: freshId() })]);
      expect(answer.replies).toHaveLength(1);
    }));
});

describe('F1 the text of one cell', () => {
  const replace = (find: string, replacement: string, sheetId: number) => ({
    findReplace: {
      find,
      replacement,
      matchCase: true,
      matchEntireCell: true,
      range: {
        sheetId,
        startRowIndex: 0,
        endRowIndex: 1,
        startColumnIndex: 0,
        endColumnIndex: 1,
      },
    },
  });
  const ids = [
    '1e31f730-0dbd-4bad-8037-a8b864f067db',
    '3-11-2026-0mwtym0qt',
    '0e123456-1234-4123-8123-000000000001',
  ];

  it('F1a is replaced while it holds just that, and stays text', () =>
    withTab(scratch, [['原来']], async ({ batch, values, sheetId }) => {
      let before = '原来';
      for (const id of ids) {
        await batch([replace(before, id, sheetId)]);
        expect(await values('A1:A1')).toEqual([[id]]);
        before = id;
      }
    }));

  it('F1b is left as it is when it holds anything else, and that is no error', () =>
    withTab(scratch, [['原来的']], async ({ batch, values, sheetId }) => {
      await batch([replace('原来', '新的', sheetId)]);
      expect(await values('A1:A1')).toEqual([['原来的']]);
    }));
});

describe('M3 metadata of rows and columns', () => {
  it('M3a of a column follows inserted and moved columns', () =>
    withTab(scratch, [['编号', '地点', '备注']], async ({ batch, sheetId }) => {
      const key = `houqin-${freshId()}`;
      await batch([attach('COLUMNS', 1, sheetId, key)]);
      await batch([
        {
          insertDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 0, endIndex: 1 },
          },
        },
      ]);
      expect(await placesOf(key)).toEqual([2]);
      await batch([
        {
          moveDimension: {
            source: { sheetId, dimension: 'COLUMNS', startIndex: 2, endIndex: 3 },
            destinationIndex: 0,
          },
        },
      ]);
      expect(await placesOf(key)).toEqual([0]);
    }));

  it('M3b of a row stays on its row number when rows are sorted', () =>
    withTab(scratch, [['编号'], ['c'], ['b'], ['a']], async ({ batch, sheetId }) => {
      const key = `houqin-${freshId()}`;
      await batch([attach('ROWS', 1, sheetId, key)]);
      await batch([
        {
          sortRange: {
            range: { sheetId, startRowIndex: 1, endRowIndex: 4 },
            sortSpecs: [{ dimensionIndex: 0, sortOrder: 'ASCENDING' }],
          },
        },
      ]);
      expect(await placesOf(key)).toEqual([1]);
    }));

  it('M3c of a column selects its values and its place in one call', () =>
    withTab(
      scratch,
      [
        ['编号', '地点'],
        ['r-1', '三号楼'],
      ],
      async ({ batch, sheetId }) => {
        const key = `houqin-${freshId()}`;
        await batch([attach('COLUMNS', 1, sheetId, key)]);
        const { data } = await scratch.client.spreadsheets.values.batchGetByDataFilter({
          spreadsheetId: scratch.spreadsheetId,
          requestBody: {
            dataFilters: [{ developerMetadataLookup: { metadataKey: key } }],
            majorDimension: 'COLUMNS',
          },
        });
        expect(data.valueRanges?.map((one) => one.valueRange?.values)).toEqual([
          [['地点', '三号楼']],
        ]);
        expect(data.valueRanges?.[0]?.valueRange?.range).toMatch(/!B1:B50$/);
      },
    ));

  it('M3d of a column goes when the column is deleted', () =>
    withTab(scratch, [['编号', '地点']], async ({ batch, sheetId }) => {
      const key = `houqin-${freshId()}`;
      await batch([attach('COLUMNS', 1, sheetId, key)]);
      await batch([
        {
          deleteDimension: {
            range: { sheetId, dimension: 'COLUMNS', startIndex: 1, endIndex: 2 },
          },
        },
      ]);
      expect(await placesOf(key)).toEqual([]);
    }));
});

describe('M4 an empty look-up', () => {
  it('M4a finds the metadata of the whole spreadsheet', () =>
    withTab(scratch, [], async ({ batch, sheetId }) => {
      const id = freshId();
      await batch([create(id, 'x', sheetId)]);
      const found = await search({});
      expect(found.map((one) => one?.metadataId)).toContain(id);
    }));
});

async function search(developerMetadataLookup: object) {
  const { data } = await scratch.client.spreadsheets.developerMetadata.search({
    spreadsheetId: scratch.spreadsheetId,
    requestBody: { dataFilters: [{ developerMetadataLookup }] },
  });
  return (data.matchedDeveloperMetadata ?? []).map((one) => one.developerMetadata);
}

async function tokensOf(metadataId: number) {
  return (await search({ metadataId })).map((one) => one?.metadataValue);
}

async function placesOf(metadataKey: string) {
  const found = await search({ metadataKey });
  return found.map((one) => one?.location?.dimensionRange?.startIndex ?? 0);
}
