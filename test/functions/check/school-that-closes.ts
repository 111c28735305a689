import * as z from 'zod';
import { systemRandom, uuidFrom } from '#platform/random.ts';
import { balances, catalogueOf } from '#schema/calculations/stock.ts';
import { stockReport } from '#schema/calculations/stock-report.ts';
import { registers } from '#schema/registers/index.ts';
import { daysOfMonth, localMoment } from '#schema/time.ts';
import { type RowId, rowId } from '#schema/values.ts';
import type { WorkbookKey } from '#schema/workbooks.ts';
import { worldOf } from '#schema/world.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool } from '../../school/open-school.ts';

const verified = z.object({ problems: z.array(z.string()) });

const needed = [
  'settings',
  'calendar',
  'people',
  'teams',
  'places',
  'repairs',
  'items',
  'movements',
  'runs',
];

/** A school with a storeroom and a workshop, which closes its months. */
export async function schoolThatCloses(wanted: readonly string[] = needed) {
  const clock = createFakeClock();
  const school = await openSchool({
    clock,
    registers: registers.filter(({ key }) => wanted.includes(key)),
  });
  const workbooks = school.workbooks();
  const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
  const submit = async (
    register: string,
    values: Record<string, string | number>,
    { id = newId(), retry = false } = {},
  ) => {
    clock.advance(1);
    return { id, ...(await workbooks.submit({ register, id, values, retry })) };
  };
  await submit('people', { name: '叶红梅' });
  await submit('places', { name: '操场' });
  for (const name of ['抽纸', '拖把'])
    await submit('items', { name, unit: '包', category: 'paper' });

  let check = school.check();
  const post = async (path: string, body: object = {}) => {
    const answer = await check.request(path, { method: 'POST', body: JSON.stringify(body) });
    return { status: answer.status, body: await answer.json() };
  };
  const read = async (register: string) =>
    (await workbooks.read([register])).get(register)?.rows ?? [];
  const tab = async (workbook: WorkbookKey, title: string) =>
    (await school.staff.seeTab(workbook, title)).slice(1);

  return {
    school,
    clock,
    submit,
    read,
    tab,
    post,
    move: (happened: string, direction: string, item: string, quantity: number) =>
      submit('movements', {
        happened,
        direction,
        item,
        quantity,
        handledBy: '叶红梅',
        ...(direction === 'in' && { donor: '校友会' }),
        ...(direction === 'out' && { recipient: '周敏', department: '后勤处' }),
      }),
    repair: (reported: string, fault: string, state: string) =>
      submit('repairs', {
        reported,
        fault,
        state,
        place: '操场',
        phone: '13800000000',
        number: `BX-${fault}`,
        scale: 'minor',
        ...(state === 'done' && {
          done: reported,
          mended: reported,
          worker: '叶红梅',
          labour: 1,
          parts: '无',
        }),
      }),
    close: (month: string, reason = '按期') => post('/check/close', { month, reason }),
    reopen: (month: string, reason = '漏了一笔') => post('/check/reopen', { month, reason }),
    verify: async (month: string): Promise<readonly string[]> =>
      verified.parse((await post('/check/verify', { month })).body).problems,
    /** The check that ran so far is gone; its lease runs out, and another begins. */
    anotherCheck: () => {
      clock.advance(60_000);
      check = school.check();
    },
    /** What the ledger holds, by item. */
    held: async () =>
      Object.fromEntries(balances(await read('movements'), catalogueOf(await read('items')))),
    /** Directions and quantities of the live ledger. */
    ledger: async () =>
      (await read('movements')).map(({ values }) => `${values.direction} ${values.quantity}`),
    /** Lines of the stock report of a month, of rows read wherever they are. */
    stockReport: async (month: string) => {
      const known = await workbooks.read(['movements'], () => daysOfMonth(month).from);
      const items = await read('items');
      const world = worldOf({
        registers: school.registers,
        rows: new Map([['items', items]]),
        now: localMoment(clock.now(), 'Asia/Shanghai'),
        publicHolidays: () => undefined,
      });
      const rows = known.get('movements')?.rows ?? [];
      return stockReport(rows, daysOfMonth(month), world).map(({ name, amounts }) =>
        [name, ...amounts].join(' '),
      );
    },
    /** 名称, 期初, 建账, 入库, 退库, 出库, 报废, 调整, 期末 of a month's items, as 月结 says them. */
    balances: async (month: string) =>
      (await tab('stores', '月结'))
        .filter(([of, , kind]) => of === month && kind === '结存')
        .map((cells) => cells.slice(3, 12).join(' ')),
    /** Lines of 月结 of one kind. */
    lines: async (workbook: WorkbookKey, month: string, kind: string) =>
      (await tab(workbook, '月结')).filter(([of, , said]) => of === month && said === kind),
  };
}
