import { systemRandom, uuidFrom } from '#platform/random.ts';
import { matterColumn, matterColumns } from '#platform/workbook/matter-lines.ts';
import { openMattersTab, sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Columns } from '#schema/columns.ts';
import { registers } from '#schema/registers/index.ts';
import type { Values } from '#schema/row.ts';
import { type RowId, rowId } from '#schema/values.ts';
import { createFakeClock } from '../../school/fake-clock.ts';
import { openSchool } from '../../school/open-school.ts';

/** What repairs stand on. */
const needed = ['settings', 'calendar', 'people', 'teams', 'places', 'repairs'];

const sheetId = sheetIdOf(openMattersTab.key);

/** A line of 待办 by its headers. */
export type Line = Readonly<Record<string, string>>;

/** A school whose repairs wait and do not say for what: each has one finding, “请写等待原因”. */
export async function schoolWithRepairs(faults: readonly string[]) {
  const clock = createFakeClock();
  const school = await openSchool({
    clock,
    registers: registers.filter(({ key }) => needed.includes(key)),
  });
  const workbooks = school.workbooks();
  const newId = (): RowId => rowId.parse(uuidFrom(systemRandom));
  const submit = async (register: string, values: Values<Columns>): Promise<void> => {
    await workbooks.submit({ register, id: newId(), values });
  };
  await submit('places', { name: '教学楼 A201' });
  const report = (fault: string): Promise<void> =>
    submit('repairs', {
      reported: '2026-11-24T08:00:00',
      place: '教学楼 A201',
      fault,
      worker: '王师傅',
      state: 'waiting',
    });
  for (const fault of faults) await report(fault);
  const check = school.check();

  const lines = async (): Promise<readonly Line[]> => {
    const [, ...rows] = await school.staff.seeTab('service', openMattersTab.title);
    return rows.map((row) =>
      Object.fromEntries(matterColumns.map(({ title }, index) => [title, row[index] ?? ''])),
    );
  };
  const repairs = async () => (await school.staff.see('repairs')).rows;
  /** Which line of 待办 speaks of a repair, from 1. */
  const lineFor = async (fault: string): Promise<number> => {
    const row = (await repairs()).find(({ 故障情况 }) => 故障情况 === fault);
    return (await lines()).findIndex(({ 标识 }) => 标识?.includes(`|${row?.行编号}|`)) + 1;
  };
  const typeReasons = (line: number, reasons: readonly string[]): Promise<void> =>
    school.staff.does('repairs', [
      {
        updateCells: {
          start: { sheetId, rowIndex: line, columnIndex: matterColumn('reason') },
          rows: reasons.map((stringValue) => ({ values: [{ userEnteredValue: { stringValue } }] })),
          fields: 'userEnteredValue',
        },
      },
    ]);

  return {
    school,
    clock,
    submit,
    report,
    lines,
    repairs,
    lineFor,
    typeReasons,
    /** The line of 待办 about a repair. */
    matter: async (fault: string) => (await lines())[(await lineFor(fault)) - 1],
    /** The repair that a line of 待办 speaks of. */
    faultOf: async (line: Line | undefined): Promise<string> => {
      const id = line?.标识?.split('|')[2];
      return (await repairs()).find(({ 行编号 }) => 行编号 === id)?.故障情况 ?? '';
    },
    /** What stands beside a repair. */
    beside: async (fault: string) =>
      (await repairs()).find(({ 故障情况 }) => 故障情况 === fault)?.检查结果,
    accept: async (fault: string, reason: string) => typeReasons(await lineFor(fault), [reason]),
    /** Staff change a cell of a repair. */
    edit: async (fault: string, header: string, value: string) => {
      const index = (await repairs()).findIndex(({ 故障情况 }) => 故障情况 === fault);
      await school.staff.edit('repairs', index + 1, header, value);
    },
    look: async () => (await check.request('/check/poll', { method: 'POST' })).json(),
  };
}
