import { beforeEach, describe, expect, it } from 'vitest';
import { FenceClosed, fencedSheets } from '#platform/workbook/fence.ts';
import { openSchool, type School } from '../../../school/open-school.ts';

let school: School;
let id: string;

beforeEach(async () => {
  school = await openSchool({ seed: 'fence' });
  id = school.spreadsheetId('service');
});

/** The check with the lease of an epoch. */
const holder = (epoch: number) => fencedSheets(school.google('service:check').sheets, epoch);

const noted = (title: string) => ({ requests: [{ addSheet: { properties: { title } } }] });

async function titles(): Promise<string[]> {
  const { sheets = [] } = await school.google('owner').sheets.get(id, {
    fields: 'sheets.properties.title',
  });
  return sheets.flatMap(({ properties }) => properties?.title ?? []);
}

describe('the fence', () => {
  it('lets its holder write, batch after batch', async () => {
    const sheets = holder(1);
    await sheets.batchUpdate(id, noted('one'));
    const answer = await sheets.batchUpdate(id, noted('two'));
    expect(await titles()).toEqual(expect.arrayContaining(['one', 'two']));
    // What the fence itself did is not shown to who wrote.
    expect(answer.replies).toHaveLength(1);
    expect(answer.replies?.[0]?.addSheet?.properties?.title).toBe('two');
  });

  it('keeps out a check that slept past its lease: nothing of its batch is written', async () => {
    const slept = holder(1);
    await slept.batchUpdate(id, noted('before it slept'));
    await holder(2).batchUpdate(id, noted('the next one'));
    await expect(slept.batchUpdate(id, noted('after it slept'))).rejects.toThrow(FenceClosed);
    expect(await titles()).not.toContain('after it slept');
  });

  it('keeps out a late one that never wrote here before', async () => {
    await holder(5).batchUpdate(id, noted('now'));
    await expect(holder(4).batchUpdate(id, noted('late'))).rejects.toThrow(FenceClosed);
  });

  it('tells a refusal of Google’s own from a lost lease', async () => {
    const sheets = holder(1);
    await sheets.batchUpdate(id, noted('once'));
    await expect(sheets.batchUpdate(id, noted('once'))).rejects.toMatchObject({ kind: 'refused' });
    await sheets.batchUpdate(id, noted('again'));
    expect(await titles()).toContain('again');
  });

  it('stands up again when somebody took it away', async () => {
    const sheets = holder(3);
    await sheets.batchUpdate(id, noted('one'));
    await school.google('owner').sheets.batchUpdate(id, {
      requests: [
        {
          deleteDeveloperMetadata: {
            dataFilter: { developerMetadataLookup: { metadataKey: 'f' } },
          },
        },
      ],
    });
    await sheets.batchUpdate(id, noted('two'));
    expect(await titles()).toContain('two');
  });
});
