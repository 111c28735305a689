import type { Hono } from 'hono';
import { type CheckOptions, createCheck } from '#functions/check/create-check.ts';
import { type Clock, systemClock } from '#platform/clock.ts';
import { createGoogle, type Google } from '#platform/google/index.ts';
import { chineseHolidays } from '#platform/holidays.ts';
import { createLog } from '#platform/log/index.ts';
import { createSeals } from '#platform/seals/index.ts';
import { createClosedIds } from '#platform/workbook/closed-ids.ts';
import { type Directory, readDirectory } from '#platform/workbook/directory.ts';
import { createWorkbooks, type Workbooks } from '#platform/workbook/index.ts';
import { setUpWorkbooks } from '#platform/workbook/setup/index.ts';
import type { Register } from '#schema/register.ts';
import { registers as allRegisters } from '#schema/registers/index.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import {
  createLocalGoogle,
  type LocalGoogle,
  type LocalGoogleOptions,
} from '#scripts/local-google/create-local-google.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import { createStaff, type Staff } from './staff.ts';

export interface School {
  readonly localGoogle: LocalGoogle;
  /** As set-up wrote it. */
  readonly directory: Directory;
  directoryNow(): Promise<Directory>;
  readonly registers: readonly Register[];
  readonly clock: Clock;
  /** Another instance of a function's part, with its own account, memory and log. */
  google(account: string): Google;
  workbooks(account?: string): Workbooks;
  /** With a queue, tasks make its looks; with a secret, hints must be signed; with addresses, links are issued. */
  check(hooks?: Pick<CheckOptions, 'queue' | 'hookSecret' | 'linkAddress'>): Hono;
  /** Staff at their spreadsheets. */
  readonly staff: Staff;
  spreadsheetId(workbook: WorkbookKey): string;
  /** Runs set-up again, perhaps with other registers. */
  setUp(registers?: readonly Register[]): Promise<Directory>;
  /** Lets staff act just before a function's next call whose address holds `call` reaches Google. */
  beforeNext(call: string, act: () => Promise<void>): void;
  /** Lines of all logs. */
  readonly logged: string[];
}

export interface SchoolOptions extends Partial<LocalGoogleOptions> {
  readonly registers?: readonly Register[];
  readonly seed?: string;
  /** Stands around each call of a function: may act before it is sent, and look at what it did. */
  readonly around?: (request: Request, send: () => Promise<Response>) => Promise<Response>;
}

/** A school whose spreadsheets are set up on a stand-in of its own, in this process. */
export async function openSchool(options: SchoolOptions = {}): Promise<School> {
  const {
    registers = allRegisters,
    seed = 'school',
    clock = systemClock,
    around,
    ...rest
  } = options;
  const localGoogle = createLocalGoogle({
    clock,
    random: seededRandom(`${seed} google`),
    quota: 'off',
    checkAnswers: true,
    ...rest,
  });
  const logged: string[] = [];
  const interruptions: { readonly call: string; readonly act: () => Promise<void> }[] = [];
  const log = createLog({ write: (line) => logged.push(line) });
  let clients = 0;
  const nextClient = (): number => {
    clients += 1;
    return clients;
  };
  const google = (account: string): Google =>
    createGoogle({
      root: 'http://google.local/',
      token: account,
      fetchImplementation: async (input, init) => {
        const request = new Request(input, init);
        if (!account.startsWith('service:')) return localGoogle.fetch(request);
        const due = interruptions.findIndex(({ call }) => request.url.includes(call));
        const [interruption] = due < 0 ? [] : interruptions.splice(due, 1);
        await interruption?.act();
        const send = () => localGoogle.fetch(request);
        return around ? around(request, send) : send();
      },
      clock,
      log,
      // Two instances of one function draw different marks.
      random: seededRandom(`${seed} ${account} ${nextClient()}`),
      sheetsReads: { capacity: 1000, perSecond: 1000 },
      sheetsWrites: { capacity: 1000, perSecond: 1000 },
    });
  const accounts = ['intake', 'check', 'plan', 'report'];
  const setUp = (wanted: readonly Register[] = registers): Promise<Directory> =>
    setUpWorkbooks({
      google: google('owner'),
      project: 'houqin',
      bucket: 'houqin-test',
      schoolName: '青山中学',
      registers: wanted,
      editors: [
        'owner@school.example',
        ...accounts.map((account) => `${account}@houqin.iam.gserviceaccount.com`),
      ],
      draftReaders: ['plan', 'report']
        .map((account) => `${account}@houqin.iam.gserviceaccount.com`)
        .concat('director@example.edu.cn'),
      formUrl: (register) => `http://127.0.0.1/intake/form/${register}`,
      log,
    });
  const directory = await setUp();
  const owner = google('owner');
  /** As the check may have changed it. */
  const directoryNow = async (): Promise<Directory> =>
    (await readDirectory(owner, 'houqin-test')) ?? directory;
  let instances = 0;
  const rowPage = ({ key }: Register, id: string) =>
    `https://forms.school.example/row/${key}/${id}`;
  const workbooks = (account = 'service:intake'): Workbooks => {
    instances += 1;
    const ownGoogle = google(account);
    return createWorkbooks({
      google: ownGoogle,
      closedIds: createClosedIds({ storage: ownGoogle.storage, bucket: 'houqin-test' }),
      seals: createSeals({
        storage: ownGoogle.storage,
        bucket: 'houqin-test',
        random: seededRandom(`${seed} seals ${instances}`),
      }),
      directory: directoryNow,
      registers,
      clock,
      random: seededRandom(`${seed} writer ${instances}`),
      log,
      rowPage,
    });
  };
  const spreadsheetId = (workbook: WorkbookKey): string => {
    const id = directory.spreadsheets[workbook];
    if (id === undefined) throw new Error(`no spreadsheet for ${workbook}`);
    return id;
  };
  return {
    localGoogle,
    directory,
    directoryNow,
    registers,
    clock,
    google,
    workbooks,
    check: (hooks = {}) => {
      instances += 1;
      return createCheck({
        google: google('service:check'),
        bucket: 'houqin-test',
        directory: directoryNow,
        workbooks: workbooks('service:check'),
        clock,
        random: seededRandom(`${seed} check ${instances}`),
        log,
        publicHolidays: chineseHolidays,
        timeZone: 'Asia/Shanghai',
        rowPage,
        url: 'https://houqin.school.example',
        ...hooks,
      }).app;
    },
    staff: createStaff({ google: google('staff'), registers, spreadsheetId }),
    spreadsheetId,
    setUp,
    beforeNext: (call, act) => {
      interruptions.push({ call, act });
    },
    logged,
  };
}
