import { describe, expect, test } from 'vitest';
import { apis } from '#scripts/local-google/contract/discovery.ts';
import { applyMask, readMask } from '#scripts/local-google/contract/fields.ts';
import { matchMethod } from '#scripts/local-google/contract/match.ts';
import { readMessage } from '#scripts/local-google/contract/messages.ts';
import { readParameters } from '#scripts/local-google/contract/parameters.ts';

const sheets = apis.find(({ api }) => api === 'sheets');
const drive = apis.find(({ api }) => api === 'drive');
if (sheets === undefined || drive === undefined) throw new Error('contracts are missing');

const batchUpdate = (body: unknown) =>
  readMessage(sheets, 'BatchUpdateSpreadsheetRequest', body).violations.map(
    ({ description }) => description,
  );

describe('a request is matched to a method', () => {
  test.each([
    ['POST', '/v4/spreadsheets', 'sheets.spreadsheets.create', {}],
    ['POST', '/v4/spreadsheets/S:batchUpdate', 'sheets.spreadsheets.batchUpdate', {}],
    [
      'GET',
      `/v4/spreadsheets/S/values/${encodeURIComponent("'报修'!A1:B")}`,
      'sheets.spreadsheets.values.get',
      { range: "'报修'!A1:B" },
    ],
    [
      'POST',
      "/v4/spreadsheets/S/values/'报修'!A1:B:append",
      'sheets.spreadsheets.values.append',
      { range: "'报修'!A1:B" },
    ],
    ['GET', '/v4/spreadsheets/S/values:batchGet', 'sheets.spreadsheets.values.batchGet', {}],
    ['GET', '/drive/v3/files/generateIds', 'drive.files.generateIds', {}],
    ['GET', '/drive/v3/files/F', 'drive.files.get', { fileId: 'F' }],
    ['GET', '/storage/v1/b/B/o/photos%2F1.jpg', 'storage.objects.get', { object: 'photos/1.jpg' }],
    ['GET', '/download/storage/v1/b/B/o/x', 'storage.objects.get', { object: 'x' }],
    ['POST', '/upload/gmail/v1/users/me/messages/send', 'gmail.users.messages.send', {}],
    [
      'DELETE',
      '/v2/projects/p/locations/l/queues/q/tasks/t',
      'cloudtasks.projects.locations.queues.tasks.delete',
      { name: 'projects/p/locations/l/queues/q/tasks/t' },
    ],
    [
      'POST',
      '/v2/projects/p/locations/l/queues/q:pause',
      'cloudtasks.projects.locations.queues.pause',
      {},
    ],
  ])('%s %s', (verb, path, id, params) => {
    const match = matchMethod(verb, new URL(path, 'http://google.local').pathname);
    expect(match?.id).toBe(id);
    expect(match?.pathParams).toMatchObject(params);
  });

  test.each([
    ['GET', '/'],
    ['PUT', '/v4/spreadsheets'],
    ['GET', '/upload/drive/v3/files'],
    ['GET', '/v4/spreadsheets/S/values/%E0%A4%A'],
  ])('%s %s is none of Google', (verb, path) => {
    expect(matchMethod(verb, path)).toBeUndefined();
  });
});

describe('a body is held against its schema', () => {
  test('one that fits comes back in canonical form, without nulls', () => {
    const body = {
      includeSpreadsheetInResponse: null,
      requests: [
        { addSheet: { properties: { sheetId: '7', title: '报修', tabColor: { red: 1 } } } },
      ],
    };
    expect(readMessage(sheets, 'BatchUpdateSpreadsheetRequest', body)).toEqual({
      violations: [],
      value: {
        requests: [
          { addSheet: { properties: { sheetId: 7, title: '报修', tabColor: { red: 1 } } } },
        ],
      },
    });
  });

  test('an unknown field is named with its place', () => {
    expect(batchUpdate({ requests: [{ addSheet: { title: 'x' } }] })).toEqual([
      `Invalid JSON payload received. Unknown name "title" at 'requests[0].add_sheet': Cannot find field.`,
    ]);
    expect(batchUpdate({ request: [] })).toEqual([
      'Invalid JSON payload received. Unknown name "request": Cannot find field.',
    ]);
  });

  test('names that every object inherits are unknown all the same', () => {
    expect(batchUpdate({ constructor: 1 })).toEqual([
      'Invalid JSON payload received. Unknown name "constructor": Cannot find field.',
    ]);
  });

  test('a wrong enum value is named with its type', () => {
    expect(batchUpdate({ requests: [{ mergeCells: { mergeType: 'ALL' } }] })).toEqual([
      `Invalid value at 'requests[0].merge_cells.merge_type' (type.googleapis.com/google.apps.sheets.v4.MergeCellsRequest.MergeType), "ALL"`,
    ]);
  });

  test.each([
    [{ sheetId: 'one' }, 'sheet_id', 'TYPE_INT32', '"one"'],
    [{ sheetId: 2 ** 31 }, 'sheet_id', 'TYPE_INT32', '2147483648'],
    [{ hidden: 'yes' }, 'hidden', 'TYPE_BOOL', '"yes"'],
    [{ title: 5 }, 'title', 'TYPE_STRING', '5'],
  ])('a value of a wrong type: %j', (properties, field, type, shown) => {
    expect(batchUpdate({ requests: [{ addSheet: { properties } }] })).toEqual([
      `Invalid value at 'requests[0].add_sheet.properties.${field}' (${type}), ${shown}`,
    ]);
  });

  test('a list where one value belongs', () => {
    expect(batchUpdate({ requests: [{ addSheet: [] }] })).toEqual([
      `Invalid JSON payload received. Unknown name "addSheet" at 'requests[0]': Proto field is not repeating, cannot start list.`,
    ]);
  });

  test('rows of values must be lists', () => {
    const { violations } = readMessage(sheets, 'ValueRange', { values: ['a', ['b']] }, 'data');
    expect(violations.map(({ description }) => description)).toEqual([
      `Invalid value at 'data.values[0]' (type.googleapis.com/google.protobuf.ListValue), "a"`,
    ]);
  });

  test('everything wrong is told at once', () => {
    expect(batchUpdate({ a: 1, requests: [{ b: 2 }] })).toHaveLength(2);
  });
});

describe('parameters are held against the method', () => {
  const parametersOf = (path: string) => {
    const url = new URL(path, 'http://google.local');
    const match = matchMethod('GET', url.pathname);
    if (match === undefined) throw new Error(`no method at ${path}`);
    return readParameters(match, url.searchParams);
  };

  test('they come typed, repeated ones as lists', () => {
    expect(
      parametersOf('/v4/spreadsheets/S/values:batchGet?ranges=A1&ranges=B2&majorDimension=ROWS'),
    ).toEqual({ spreadsheetId: 'S', ranges: ['A1', 'B2'], majorDimension: 'ROWS' });
    expect(parametersOf('/drive/v3/files?pageSize=5&supportsAllDrives=TRUE&alt=json')).toEqual({
      pageSize: 5,
      supportsAllDrives: true,
    });
  });

  test.each([
    [
      '/v4/spreadsheets/S?sheet=1',
      `Invalid JSON payload received. Unknown name "sheet": Cannot bind query parameter. Field 'sheet' could not be found in request message.`,
    ],
    [
      '/v4/spreadsheets/S/values/A1?valueRenderOption=RAW',
      `Invalid value at 'value_render_option' (type.googleapis.com/google.apps.sheets.v4.ValueRenderOption), "RAW"`,
    ],
    ['/drive/v3/files?pageSize=0', `Invalid value at 'page_size' (TYPE_INT32), "0"`],
    ['/drive/v3/changes', 'Required parameter: pageToken'],
  ])('%s', (path, message) => {
    expect(() => parametersOf(path)).toThrow(message);
  });
});

describe('a response mask', () => {
  const file = {
    id: '1',
    name: 'a',
    owners: [
      { me: true, kind: 'k' },
      { me: false, kind: 'k' },
    ],
  };
  const list = { kind: 'l', files: [file] };

  test.each([
    ['kind', { kind: 'l' }],
    ['*', list],
    ['files(id,name)', { files: [{ id: '1', name: 'a' }] }],
    ['files/owners/me', { files: [{ owners: [{ me: true }, { me: false }] }] }],
    ['files.id, kind', { kind: 'l', files: [{ id: '1' }] }],
    ['files(id,owners/me)', { files: [{ id: '1', owners: [{ me: true }, { me: false }] }] }],
    ['files/*', list.files && { files: [file] }],
    ['files/id,files/name', { files: [{ id: '1', name: 'a' }] }],
    ['files,files/id', { files: [file] }],
    ['nextPageToken', {}],
  ])('%s', (mask, kept) => {
    expect(applyMask(readMask(drive, 'FileList', mask), list)).toEqual(kept);
  });

  test.each(['', 'files(', 'files(id', 'files)', 'a', 'files/', 'files(id))', 'files/owners/you'])(
    '%j is refused',
    (mask) => {
      expect(() => readMask(drive, 'FileList', mask)).toThrow(/Invalid field selection/);
    },
  );

  test('Sheets words the refusal in its own way', () => {
    expect(() => readMask(sheets, 'Spreadsheet', 'sheets.title')).toThrow(
      'Request contains an invalid argument.',
    );
  });
});
