import { createGoogle, type Google } from '#platform/google/index.ts';
import { createLog } from '#platform/log/index.ts';
import { uuidFrom } from '#platform/random.ts';
import type { Directory } from '#platform/workbook/directory.ts';
import { createWorkbooks } from '#platform/workbook/index.ts';
import { setUpWorkbooks } from '#platform/workbook/setup/index.ts';
import { localDateTime, rowId } from '#schema/values.ts';
import { createLocalGoogle } from '../local-google/create-local-google.ts';
import { seededRandom } from '../local-google/seeded.ts';
import { emptyState, type GoogleState } from '../local-google/state.ts';
import { begun, goods, schoolRegisters } from './registers.ts';
import { takeTime, type VirtualTime } from './virtual-time.ts';

export const bucket = 'houqin-simulated';
export const queue = 'projects/houqin/locations/local/queues/check';
export const functionsUrl = 'https://functions.school.example';

const rowsAtFirst = 60;

/** What Google holds when a simulation begins. */
export interface School {
  readonly directory: Directory;
  /** A Google of one's own that begins with this school. */
  copy(): GoogleState;
}

/** Sets a small school up, once for many simulations: what Google holds then is copied for each. */
export async function setUpSchool(): Promise<School> {
  const time = takeTime();
  try {
    const school = await time.until(setUp(time), 3_600_000);
    if (school === undefined) throw new Error('the school was not set up within an hour');
    return school;
  } finally {
    time.end();
  }
}

async function setUp(time: VirtualTime): Promise<School> {
  const state = emptyState();
  const localGoogle = createLocalGoogle({
    clock: time,
    random: seededRandom('school'),
    quota: 'off',
    state,
  });
  const log = createLog({ write: () => undefined });
  const pace = { capacity: 10_000, perSecond: 1000 };
  const google = (token: string): Google =>
    createGoogle({
      root: 'http://google.local/',
      token,
      fetchImplementation: (input, init) => localGoogle.fetch(new Request(input, init)),
      clock: time,
      log,
      random: seededRandom(`school ${token}`),
      sheetsReads: pace,
      sheetsWrites: pace,
    });
  const owner = google('owner');
  const directory = await setUpWorkbooks({
    google: owner,
    project: 'houqin',
    bucket,
    schoolName: '青山中学',
    registers: schoolRegisters,
    editors: [
      'owner@school.example',
      ...['intake', 'check'].map((account) => `${account}@houqin.iam.gserviceaccount.com`),
    ],
    formUrl: (register) => `${functionsUrl}/intake/form/${register}`,
    log,
  });
  await owner.tasks.createQueue(queue);
  for (const spreadsheetId of Object.values(directory.spreadsheets))
    await shortenTabs(owner, spreadsheetId);
  const workbooks = createWorkbooks({
    google: google('service:intake'),
    directory: () => Promise.resolve(directory),
    registers: schoolRegisters,
    clock: time,
    random: seededRandom('school rows'),
    log,
  });
  const ids = seededRandom('school ids');
  for (const [index, name] of goods.entries())
    await workbooks.submit({
      register: 'items',
      id: rowId.parse(uuidFrom(ids)),
      values: {
        code: `QJ-00${index + 1}`,
        name,
        category: 'office',
        unit: '件',
        place: '总库房',
        custodian: '叶红梅',
      },
    });
  for (const { marker, item, quantity } of begun)
    await workbooks.submit({
      register: 'movements',
      id: rowId.parse(uuidFrom(ids)),
      values: {
        happened: localDateTime.parse('2026-09-01T08:00:00'),
        direction: 'opening',
        item,
        quantity,
        purpose: marker,
        handledBy: '叶红梅',
      },
    });
  await workbooks.close();
  localGoogle.stop();
  return { directory, copy: () => copyOf(state) };
}

/** A small school needs no thousand blank rows, which every read would walk over. */
async function shortenTabs({ sheets }: Google, spreadsheetId: string): Promise<void> {
  const { sheets: tabs = [] } = await sheets.get(spreadsheetId, { fields: 'sheets.properties' });
  const requests = tabs.flatMap(({ properties }) => {
    const rows = properties?.gridProperties?.rowCount ?? 0;
    return rows > rowsAtFirst
      ? [
          {
            deleteDimension: {
              range: {
                sheetId: properties?.sheetId ?? 0,
                dimension: 'ROWS',
                startIndex: rowsAtFirst,
                endIndex: rows,
              },
            },
          },
        ]
      : [];
  });
  if (requests.length > 0) await sheets.batchUpdate(spreadsheetId, { requests });
}

/** Spreadsheets never change in place, so that copies share them; all else is copied. */
function copyOf(state: GoogleState): GoogleState {
  const { spreadsheets, ...rest } = state;
  return { ...structuredClone(rest), spreadsheets: new Map(spreadsheets) };
}
