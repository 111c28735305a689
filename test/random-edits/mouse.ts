import { GoogleFailure, type SheetsSchema } from '#platform/google/index.ts';
import { uuidFrom } from '#platform/random.ts';
import { sheetIdOf } from '#platform/workbook/tabs.ts';
import type { Register } from '#schema/register.ts';
import { rowId } from '#schema/values.ts';
import { seededRandom } from '#scripts/local-google/seeded.ts';
import type { School } from '../school/open-school.ts';
import { revertTable } from '../school/revert-table.ts';
import type { EditName, StaffEdit } from './edits.ts';
import { gesturesOf } from './gestures.ts';
import type { Place } from './place.ts';
import { createTyping } from './typing.ts';

type Request = SheetsSchema.Schema$Request;

/** Does one edit by hand; what Google refuses is not done, as for a person. */
export type Mouse = (edit: StaffEdit) => Promise<void>;

/** A person at the spreadsheets of some registers. */
export function createMouse(school: School, registers: readonly Register[], seed: string): Mouse {
  const { sheets } = school.google('staff');
  const workbooks = school.workbooks();
  const random = seededRandom(`${seed} forms`);
  const typing = createTyping();
  const gestures = gesturesOf(typing);

  const placeOf = async ({ register: index, at }: StaffEdit): Promise<Place | undefined> => {
    const register = registers[index % registers.length];
    if (!register) return undefined;
    const id = school.spreadsheetId(register.workbook);
    const sheetId = sheetIdOf(register.key);
    const { sheets: tabs = [] } = await sheets.get(id, {
      fields: 'sheets(properties(sheetId,title))',
    });
    const title = tabs.find(({ properties }) => properties?.sheetId === sheetId)?.properties?.title;
    if (!title) return undefined;
    const { values } = await sheets.values(id, `'${title}'`, {
      valueRenderOption: 'FORMATTED_VALUE',
    });
    const grid = (values ?? []).map((row) => row.map(String));
    const header = grid[0] ?? [];
    const hidden = header.indexOf('行编号');
    return {
      register,
      sheetId,
      title,
      grid,
      header,
      visible: hidden < 0 ? header.length : hidden,
      at,
    };
  };

  /** What hangs on the tab and is taken away by a menu. */
  const taken = async (what: EditName, { register, sheetId }: Place): Promise<Request[]> => {
    const { sheets: tabs = [] } = await sheets.get(school.spreadsheetId(register.workbook), {
      fields: 'sheets(properties(sheetId),protectedRanges(protectedRangeId),tables(tableId))',
    });
    const tab = tabs.find(({ properties }) => properties?.sheetId === sheetId);
    if (what === 'removeProtection')
      return (tab?.protectedRanges ?? []).flatMap(({ protectedRangeId }) =>
        protectedRangeId ? [{ deleteProtectedRange: { protectedRangeId } }] : [],
      );
    return [];
  };

  const sendForm = async ({ register, at }: Place): Promise<void> => {
    const values = Object.entries(register.columns).flatMap(([key, column], index) => {
      if (column.filledByCode || !(column.required || register.form?.asks.includes(key))) return [];
      if (column.kind === 'choice') return [[key, Object.keys(column.choices)[0] ?? '']];
      if (column.kind === 'moment') return [[key, '2026-11-24T08:00:00']];
      if (column.kind === 'date') return [[key, '2026-11-24']];
      if (column.kind === 'quantity' || column.kind === 'money') return [[key, 1 + (at[0] % 4)]];
      const cellValue = typing.fill(column, at[1] + index);
      return [[key, String(cellValue ?? '')]];
    });
    await workbooks.submit({
      register: register.key,
      id: rowId.parse(uuidFrom(random)),
      values: Object.fromEntries(values),
      origin: { how: 'form' },
    });
  };

  return async (edit) => {
    const place = await placeOf(edit);
    if (!place || place.header.length === 0) return;
    if (edit.what === 'removeTable') revertTable(school, place.register);
    if (edit.what === 'sendForm') {
      await sendForm(place).catch(ignoreRefusal);
      return;
    }
    const requests = [...gestures[edit.what](place), ...(await taken(edit.what, place))];
    if (requests.length === 0) return;
    await sheets
      .batchUpdate(school.spreadsheetId(place.register.workbook), { requests })
      .catch(ignoreRefusal);
  };
}

function ignoreRefusal(failure: unknown): void {
  const isRefusal =
    (failure instanceof GoogleFailure && ['refused', 'forbidden'].includes(failure.kind)) ||
    (failure instanceof Error && failure.name === 'WorkbookFailure');
  if (!isRefusal) throw failure;
}
